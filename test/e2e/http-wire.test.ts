import { expect, it } from 'vitest';
import { rawExchange, readReplies } from '../testkit/http.ts';
import { inProcessServer } from '../testkit/server.ts';

const server = inProcessServer();

const call = (name: string) =>
  `<?xml version="1.0"?><methodCall><methodName>general.getAvatarKey</methodName><params><param><value>${name}</value></param></params></methodCall>`;
const SECRET2 = call('Secret2 Linden');
const KEY = '3d9c9417-6b10-594b-b7b0-7d21616aaf50';

function requestOf(body: string | Buffer, headers: readonly string[] = [], version = '1.1'): Buffer {
  const head = [`POST /xmlrpc HTTP/${version}`, ...(version === '1.1' ? ['Host: a'] : []), 'Content-Type: text/xml', ...headers];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)]);
}

async function exchange(...parts: (string | Buffer)[]) {
  return readReplies(await rawExchange(server.url, parts));
}

it('says the exact length, text/xml, and begins with the declaration', async () => {
  const [reply, ...more] = await exchange(requestOf(call('Zoë 日本 😀')));
  expect(more).toEqual([]);
  expect(reply?.status).toBe(200);
  expect(reply?.headers['content-type']).toBe('text/xml; charset=utf-8');
  // readReplies has read exactly as many bytes as were announced; the text has characters of two, three and four bytes.
  expect(Number(reply?.headers['content-length'])).toBe(reply?.body.length);
  const text = String(reply?.body);
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>/);
  expect(text).toContain('Zoë 日本 😀');
  expect(text).toMatch(/<\/methodResponse>\s*$/);
});

it('serves HTTP/1.0 without Connection, Host and User-Agent, and closes', async () => {
  const start = performance.now();
  const bytes = await rawExchange(server.url, [requestOf(SECRET2, [], '1.0')], { quiet_ms: 5_000 });
  expect(performance.now() - start).toBeLessThan(4_000);
  const [reply] = readReplies(bytes);
  expect(reply?.status).toBe(200);
  expect(reply?.headers['transfer-encoding']).toBeUndefined();
  expect(String(reply?.body)).toContain(KEY);
});

it('keeps a connection of HTTP/1.0 that asks for it', async () => {
  const request = requestOf(SECRET2, ['Connection: keep-alive'], '1.0');
  const replies = await exchange(request, request);
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
});

it('tells a client that expects 100-continue to go on', async () => {
  const request = requestOf(SECRET2, ['Expect: 100-continue']);
  const end = request.indexOf('\r\n\r\n') + 4;
  const replies = await exchange(request.subarray(0, end), request.subarray(end));
  expect(replies.map(({ status }) => status)).toEqual([100, 200]);
  expect(String(replies[1]?.body)).toContain(KEY);
});

it('reads a body that comes in chunks, cut inside of a character', async () => {
  const body = Buffer.from(call('Zoë'));
  const cut = body.indexOf('ë') + 1;
  const chunk = (part: Buffer) => Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
  const head = 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n';
  const [reply] = await exchange(head, chunk(body.subarray(0, cut)), chunk(body.subarray(cut)), '0\r\n\r\n');
  expect(reply?.status).toBe(200);
  expect(String(reply?.body)).toContain('Zoë');
});

it('answers pipelined requests in their order', async () => {
  const requests = ['Secret2 Linden', 'nobody', 'ImSoCool Mann', 'Secret2 Linden'].map((name) => requestOf(call(name)));
  const replies = await exchange(Buffer.concat(requests));
  expect(replies.map(({ body }) => /[0-9a-f]{8}-|unknown_avatar/.exec(String(body))?.[0])).toEqual([
    '3d9c9417-',
    'unknown_avatar',
    'e4b4f1b3-',
    '3d9c9417-',
  ]);
});

it('goes on serving a connection after faults and refusals', async () => {
  const get = 'GET /xmlrpc HTTP/1.1\r\nHost: a\r\n\r\n';
  const nowhere = requestOf(SECRET2).toString().replace('/xmlrpc', '/nowhere');
  const plain = requestOf(SECRET2).toString().replace('text/xml', 'text/plain');
  const replies = await exchange(requestOf('<broken'), get, nowhere, plain, requestOf(SECRET2));
  expect(replies.map(({ status }) => status)).toEqual([200, 405, 404, 415, 200]);
  expect(String(replies[4]?.body)).toContain(KEY);
});

it('answers bytes that are no UTF-8 with a parse error', async () => {
  const body = Buffer.from(call('Zo?'));
  body[body.indexOf('?</')] = 0xff;
  const [reply] = await exchange(requestOf(body));
  expect(reply?.status).toBe(200);
  expect(String(reply?.body)).toContain('parse_error: ');
});

it.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['a TLS greeting', Buffer.from('16030100', 'hex'), 400],
  ['two lengths', 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx', 400],
  ['a length beside chunks', 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
  ['a length that is none', 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n', 400],
  ['a broken chunk', 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
  ['endless headers', `GET /healthz HTTP/1.1\r\nHost: a\r\n${'X-Header: and its value\r\n'.repeat(1_000)}\r\n`, 431],
])('refuses %s with JSON and closes', async (_what, bytes, status) => {
  const [reply] = await exchange(bytes);
  expect(reply?.status).toBe(status);
  expect(reply?.headers['connection']).toBe('close');
  expect(JSON.parse(String(reply?.body))).toEqual({ error: expect.any(String), message: expect.any(String) });
});

it('answers no body as what it is: a call that is not there', async () => {
  const [reply] = await exchange('POST /xmlrpc HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(reply?.status).toBe(200);
  expect(String(reply?.body)).toContain('parse_error: ');
});

it('takes a capability from the Authorization header, and none that is malformed', async () => {
  const balance = `<methodCall><methodName>bank.accountBalance</methodName><params><param><value>${KEY}</value></param><param><value>working</value></param></params></methodCall>`;
  const [bad, none] = await exchange(
    requestOf(balance, ['Authorization: Bearer x.y.z']),
    requestOf(balance, ['Authorization: Basic eDp5']),
  );
  expect(String(bad?.body)).toContain('auth.capability_invalid: ');
  expect(String(none?.body)).toContain('invalid_params: ');
});
