import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { rawExchange, readReplies } from '../testkit/http.ts';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';

const server = inProcessServer();
const rpc = () => jsonRpc(`${server.url}/jsonrpc`);

function post(method: string, params: unknown, headers: readonly string[] = [], version = '1.1'): string {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const head = [`POST /jsonrpc HTTP/${version}`, 'Host: a', 'Content-Type: application/json', ...headers];
  return `${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

let paid = 0;
/** A payment of 1, which takes its time at the database. */
async function payment(headers: readonly string[] = [], version = '1.1'): Promise<string> {
  const login = await logIn(rpc(), COOL);
  return post(
    'bank.pay',
    [[login], 1, COOL.akey, 'working', SECRET2.akey, 'working', 'in order', 0, `in order ${++paid}`],
    headers,
    version,
  );
}

/** What came back: the status of each reply, and the result or error that a call's reply holds. */
async function answersTo(bytes: string | Buffer) {
  return readReplies(await rawExchange(server.url, [bytes], { quiet_ms: 1_500 })).map(({ status, body }) => {
    const { result, error } = JSON.parse(String(body || '{}'));
    return status === 200 ? (typeof result === 'string' ? 'booked' : error) : [status, error];
  });
}

const LONG_HEADERS = `GET /healthz HTTP/1.1\r\nHost: a\r\n${'X-Header: and its value\r\n'.repeat(1_000)}\r\n`;

it.each([
  ['a NUL', '\0', 400, 'bad_request'],
  ['a space', ' ', 400, 'bad_request'],
  ['a letter', 'x', 400, 'bad_request'],
  ['a method that is none', 'FOO / HTTP/1.1\r\n\r\n', 400, 'bad_request'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx', 400, 'bad_request'],
  ['a broken chunk', 'POST /jsonrpc HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400, 'bad_request'],
  ['the greeting of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'bad_request'],
  ['endless headers', LONG_HEADERS, 431, 'headers_too_large'],
  ['a wish for a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n', 405, 'method_not_allowed'],
])('answers the payment before %s, and then that, once', async (_what, rest, status, error) => {
  expect(await answersTo((await payment()) + rest)).toEqual(['booked', [status, error]]);
  const pipelined = (await payment()) + (await payment()) + (await payment());
  expect(await answersTo(pipelined + rest)).toEqual(['booked', 'booked', 'booked', [status, error]]);
});

it('answers the payment before half a request whose client has closed its side', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.end(`${await payment()}POST /jsonrpc HTTP/1.1\r\nHo`);
  await new Promise((resolve) => socket.on('close', resolve));
  const replies = readReplies(Buffer.concat(chunks));
  expect(replies.map(({ status }) => status)).toEqual([200, 400]);
});

it('answers a client that has closed its side', async () => {
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.end((await payment()) + (await payment()));
  await new Promise((resolve) => socket.on('end', resolve));
  expect(readReplies(Buffer.concat(chunks)).map(({ status }) => status)).toEqual([200, 200]);
});

it.each([
  ['bytes', 'x'],
  ['a whole request', post('general.siteStatus', [])],
])('ignores %s after a request with Connection: close', async (_what, rest) => {
  expect(await answersTo((await payment(['Connection: close'])) + rest)).toEqual(['booked']);
  expect(await answersTo((await payment([], '1.0')) + rest)).toEqual(['booked']);
});

it('has booked what it answered, once each', async () => {
  const login = await logIn(rpc(), COOL);
  const entries = await must<{ comment: string }[]>(rpc(), 'bank.transactions', [login], COOL.akey, 'working', 0, 100);
  expect(entries.filter(({ comment }) => comment === 'in order').length).toBe(paid);
});

it('answers 256 requests that come at once, and tells who sends more', async () => {
  const get = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';
  const statuses = async (count: number) => readReplies(await rawExchange(server.url, [get.repeat(count)])).map(({ status }) => status);
  expect(await statuses(257)).toEqual(Array(257).fill(200));
  expect(await statuses(1_000)).toEqual([...Array(257).fill(200), 503]);
});

it('reads on where requests come faster than they are answered', async () => {
  const request = post('general.getAvatarKey', [COOL.name], [`X-Long: ${'x'.repeat(4_000)}`]);
  const replies = readReplies(await rawExchange(server.url, Array(10).fill(request.repeat(100)), { pause_ms: 0, quiet_ms: 2_000 }));
  expect(replies.map(({ status }) => status)).toEqual(Array(1_000).fill(200));
});
