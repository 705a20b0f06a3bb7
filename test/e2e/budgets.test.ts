import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { rawExchange, readReplies } from '../testkit/http.ts';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc, xmlRpc } from '../testkit/transports.ts';
import { must } from './demo-world.ts';

const server = inProcessServer({ env: { SCRIP_TRUSTED_PROXIES: '127.0.0.1' } });

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

function open(bytes: string): Promise<Socket> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes, () => resolve(socket)));
    socket.on('error', () => {});
    sockets.push(socket);
  });
}

const call = (method: string, params: unknown = []) => ({ jsonrpc: '2.0', id: 1, method, params });
const multicall = (count: number, methodName: string, params: unknown[] = []) =>
  call('system.multicall', [Array(count).fill({ methodName, params })]);

/** A request of JSON-RPC, byte by byte; from what the trusted proxy says is the client. */
function post(body: unknown, client = '192.0.2.1'): string {
  const text = JSON.stringify(body);
  const head = `POST /jsonrpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nX-Forwarded-For: ${client}\r\n`;
  return `${head}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

async function ask<T>(body: unknown): Promise<{ bytes: number; replies: T[] }> {
  const reply = await fetch(`${server.url}/jsonrpc`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const text = await reply.text();
  return { bytes: text.length, replies: JSON.parse(text) };
}

describe('a request', () => {
  it('has a reply of few bytes, and tells which of its calls were not run', async () => {
    const { bytes, replies } = await ask<{ result?: object; error?: object }>(Array(50).fill(call('rpc.discover')));
    expect(bytes).toBeLessThan(2.5 * 1024 * 1024);
    expect(replies[0]?.result).toMatchObject({ openrpc: expect.any(String) });
    expect(replies.at(-1)?.error).toMatchObject({ code: 1004, data: { code: 'reply_too_large', retry: false } });
    expect(replies.length).toBe(50);
  });

  it('counts the calls of all its multicalls together', async () => {
    type Result = [boolean[]] | { faultCode: number };
    const { replies } = await ask<{ result: Result[] }>(Array(3).fill(multicall(30, 'general.siteStatus')));
    const results = replies.flatMap(({ result }) => result);
    const run = results.filter((result) => Array.isArray(result));
    const refused = results.filter((result) => !Array.isArray(result));
    expect(run).toEqual(Array(50).fill([[false, true]]));
    expect(refused).toEqual(
      Array(40).fill({ faultCode: -32600, faultString: expect.stringContaining('invalid_request: the multicalls of one request hold') }),
    );
  });

  it.each([
    ['JSON-RPC', () => jsonRpc(`${server.url}/jsonrpc`)],
    ['XML-RPC', () => xmlRpc(`${server.url}/xmlrpc`)],
  ])('may hold a multicall of 50 calls over %s', async (_protocol, transport) => {
    const calls = Array(50).fill({ methodName: 'general.siteStatus', params: [] });
    expect(await must(transport(), 'system.multicall', calls)).toEqual(Array(50).fill([[false, true]]));
  });

  it('logs at most 64 KiB about refused calls', async () => {
    const before = server.logged.length;
    await ask(Array(50).fill(multicall(50, 'bank.accountBalance', [[], 'x', 'working'])));
    const lines = server.logged.slice(before).filter((line) => !line.includes('"level":20'));
    expect(lines.length).toBeGreaterThan(20);
    expect(Buffer.byteLength(lines.join('\n'))).toBeLessThan(64 * 1024);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      msg: 'more calls of this request refused',
      faults: { 'auth.capability_required': 30 },
    });
  });

  it('is worked on no more when its caller has left', async () => {
    const searches = () => server.logged.filter((line) => line.includes('"method":"vend.search"')).length;
    const before = searches();
    const socket = await open(post(Array(50).fill(multicall(50, 'vend.search'))));
    socket.destroy();
    // Nobody is told when it is over: so long as the searches go on their number grows.
    const seen: number[] = [];
    await expect.poll(() => seen.push(searches()) > 1 && seen.at(-1) === seen.at(-2), { interval: 200 }).toBe(true);
    expect(searches() - before).toBeLessThan(50);
  });
});

describe('a connection', () => {
  it('gets 200 documents, one after the other', async () => {
    const replies = readReplies(
      await rawExchange(server.url, ['GET /openrpc.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(200)], { quiet_ms: 3_000 }),
    );
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.length}`)).size).toBe(1);
    expect(replies.length).toBe(200);
  });
});

describe('a source', () => {
  const unfinished = (client: string) =>
    `POST /jsonrpc HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ${client}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n`;

  const answered = async (client: string) => {
    const long = post(call('general.siteStatus', { x: 'x'.repeat(20_000) }), client);
    return readReplies(await rawExchange(server.url, [long]))[0]?.status;
  };

  it('may have 64 long bodies on their way, and other clients of the same proxy are served', async () => {
    await Promise.all(Array.from({ length: 64 }, () => open(unfinished('192.0.2.7'))));
    expect(await answered('192.0.2.7')).toBe(503);
    expect(await answered('192.0.2.8')).toBe(200);
    for (const socket of sockets.splice(0)) socket.destroy();
    await expect.poll(() => answered('192.0.2.7')).toBe(200);
  });

  it('is served while four others announce all the bodies that they may', async () => {
    const others = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'];
    await Promise.all(others.flatMap((client) => Array.from({ length: 64 }, () => open(unfinished(client)))));
    expect(await Promise.all(others.map(answered))).toEqual([503, 503, 503, 503]);
    expect(await answered('192.0.2.8')).toBe(200);
  });
});

describe('what anybody may ask for', () => {
  it('is put together a few times a second', async () => {
    const get = (path: string) => rawExchange(server.url, [`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(100)], { quiet_ms: 2_000 });
    const replies = readReplies(await get('/metrics'));
    expect(replies.map(({ status }) => status)).toEqual(Array(100).fill(200));
    // Each text tells how much processor time the server has used until then.
    expect(new Set(replies.map(({ body }) => /^process_cpu_seconds_total (.*)$/m.exec(String(body))?.[1])).size).toBeLessThan(50);
    expect(readReplies(await get('/readyz')).map(({ status }) => status)).toEqual(Array(100).fill(200));
  });
});
