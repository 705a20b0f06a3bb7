import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rawExchange, readReplies } from '../testkit/http.ts';
import { inProcessServer } from '../testkit/server.ts';

const LIMIT = 2_048;
const server = inProcessServer({ env: { SCRIP_BODY_LIMIT: String(LIMIT) } });

const RPC_ADDRESSES = ['/xmlrpc', '/RPC2', '/api.php', '/jsonrpc'];
const READ_ADDRESSES = ['/healthz', '/readyz', '/metrics', '/openrpc.json', '/docs', '/.well-known/jwks.json'];
const XML = '<?xml version="1.0"?><methodCall><methodName>general.siteStatus</methodName></methodCall>';
const JSON_RPC = '{"jsonrpc":"2.0","id":1,"method":"general.siteStatus","params":[]}';

interface Wanted {
  readonly status: number;
  readonly error: string;
  readonly allow?: string;
}

async function expectRefusal(reply: Response, { status, error, allow }: Wanted): Promise<void> {
  expect({
    status: reply.status,
    type: reply.headers.get('content-type'),
    allow: reply.headers.get('allow'),
    id: reply.headers.get('x-request-id'),
  }).toEqual({
    status,
    type: 'application/json; charset=utf-8',
    allow: allow ?? null,
    id: expect.stringMatching(/./),
  });
  expect(await reply.json()).toEqual({ error, message: expect.stringMatching(/./) });
}

const request = (path: string, init: RequestInit) => fetch(`${server.url}${path}`, init);
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  request(path, { method: 'POST', body, headers });

describe.each(RPC_ADDRESSES)('%s', (path) => {
  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('refuses %s and says what it takes', async (method) => {
    await expectRefusal(await request(path, { method }), { status: 405, error: 'method_not_allowed', allow: 'POST' });
  });

  it('refuses HEAD without a body', async () => {
    const reply = await request(path, { method: 'HEAD' });
    expect([reply.status, reply.headers.get('allow'), await reply.text()]).toEqual([405, 'POST', '']);
  });

  it('refuses a body over the limit, and one byte less is taken', async () => {
    const [type, call] = path === '/jsonrpc' ? ['application/json', JSON_RPC] : ['text/xml', XML];
    await expectRefusal(await post(path, call.padEnd(LIMIT + 1), { 'content-type': type }), { status: 413, error: 'body_too_large' });
    expect((await post(path, call.padEnd(LIMIT), { 'content-type': type })).status).toBe(200);
  });

  it('refuses a media type that it does not know', async () => {
    const reply = await post(path, XML, { 'content-type': 'text/plain; charset=utf-8' });
    await expectRefusal(reply, { status: 415, error: 'unsupported_media_type' });
  });

  it('refuses a compressed body', async () => {
    const type = path === '/jsonrpc' ? 'application/json' : 'text/xml';
    const reply = await post(path, new Uint8Array(gzipSync(XML)), { 'content-type': type, 'content-encoding': 'gzip' });
    await expectRefusal(reply, { status: 415, error: 'unsupported_encoding' });
  });
});

it.each(READ_ADDRESSES)('%s refuses POST and says what it takes', async (path) => {
  await expectRefusal(await post(path, '{}', { 'content-type': 'application/json' }), {
    status: 405,
    error: 'method_not_allowed',
    allow: 'GET, HEAD',
  });
});

it.each(READ_ADDRESSES)('%s answers HEAD', async (path) => {
  const reply = await request(path, { method: 'HEAD' });
  expect([reply.status, await reply.text()]).toEqual([200, '']);
});

it.each(['/nothing', '/xmlrpc/', '/XMLRPC', '/rpc2', '/api.php/x', '/%2e%2e/etc/passwd', '//xmlrpc'])(
  'there is nothing at %s',
  async (path) => {
    for (const method of ['GET', 'POST']) await expectRefusal(await request(path, { method }), { status: 404, error: 'not_found' });
  },
);

it('refuses an address that is no URL', async () => {
  await expectRefusal(await request('/%zz', { method: 'POST' }), { status: 400, error: 'bad_request' });
});

it.each([
  ['/xmlrpc', undefined, XML],
  ['/xmlrpc', 'text/xml', XML],
  ['/xmlrpc', 'Text/XML ; Charset=UTF-8', XML],
  ['/RPC2', 'application/xml', XML],
  ['/api.php', undefined, XML],
  ['/api.php', 'application/json', JSON_RPC],
  ['/api.php', undefined, JSON_RPC],
  ['/jsonrpc', 'application/json', JSON_RPC],
  ['/jsonrpc', 'application/json-rpc; charset=utf-8', JSON_RPC],
])('%s takes the type %s', async (path, type, body) => {
  const reply = await post(path, Buffer.from(body), type === undefined ? {} : { 'content-type': type });
  expect(reply.status).toBe(200);
  expect(await reply.text()).toMatch(/<boolean>1<\/boolean>|"result":\[false,true\]/);
});

it('/jsonrpc refuses a body without a type', async () => {
  await expectRefusal(await post('/jsonrpc', Buffer.from(JSON_RPC)), { status: 415, error: 'unsupported_media_type' });
});

/** The same code whatever was spoilt, in the form that the address speaks. */
it.each([
  ['/xmlrpc', 'text/xml', '<methodCall>', -32700, 'parse_error'],
  ['/RPC2', 'text/xml', '', -32700, 'parse_error'],
  ['/api.php', 'text/xml', '<html/>', -32600, 'invalid_request'],
  ['/xmlrpc', 'text/xml', '{"methodCall":{}}', -32600, 'invalid_request'],
  ['/jsonrpc', 'application/json', '{', -32700, 'parse_error'],
  ['/jsonrpc', 'application/json', '', -32700, 'parse_error'],
  ['/jsonrpc', 'application/json', '{"jsonrpc":"2.0","id":1}', -32600, 'invalid_request'],
  ['/api.php', 'application/json', '[]', -32600, 'invalid_request'],
])('%s (%s) answers %j as a fault', async (path, type, body, number, code) => {
  const reply = await post(path, body, { 'content-type': type });
  const text = await reply.text();
  expect(reply.status).toBe(200);
  expect(text).toContain(String(number));
  expect(text).toContain(`${code}: `);
});

it('refuses a body in chunks once it is over the limit, without waiting for its end', async () => {
  const head = 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n';
  const chunk = `${(1_024).toString(16)}\r\n${' '.repeat(1_024)}\r\n`;
  const [reply] = readReplies(await rawExchange(server.url, [head, chunk, chunk, chunk]));
  expect(reply?.status).toBe(413);
  expect(JSON.parse(String(reply?.body))).toMatchObject({ error: 'body_too_large' });
});

it('refuses a body that is announced too long before any of it comes', async () => {
  const head = 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 999999999\r\n\r\n';
  const [reply] = readReplies(await rawExchange(server.url, [head]));
  expect(reply?.status).toBe(413);
});
