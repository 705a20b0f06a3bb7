import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { readReplies } from '../testkit/http.ts';
import { inProcessServer } from '../testkit/server.ts';

const TIMEOUT_MS = 900;
const server = inProcessServer({ requestTimeout_ms: TIMEOUT_MS, writeTimeout_ms: TIMEOUT_MS });

/** Sends `head`, and then a byte now and then; resolves with what came and how long the server put up with it. */
function drip(head: string): Promise<{ bytes: Buffer; lasted_ms: number }> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const start = performance.now();
    const socket = connect(Number(port), hostname, () => socket.write(head));
    const timer = setInterval(() => socket.write('x'), 50);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ bytes: Buffer.concat(chunks), lasted_ms: performance.now() - start });
    });
  });
}

it.each([
  ['headers', 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nX-Slow: ', TIMEOUT_MS / 3],
  ['a body', 'POST /xmlrpc HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 5000\r\n\r\n', TIMEOUT_MS],
])('cuts off a client that drips %s', async (_what, head, atLeast_ms) => {
  const { bytes, lasted_ms } = await drip(head);
  expect(lasted_ms).toBeGreaterThan(atLeast_ms - 50);
  expect(lasted_ms).toBeLessThan(TIMEOUT_MS * 4);
  const [reply] = readReplies(bytes);
  expect(reply?.status).toBe(408);
  expect(JSON.parse(String(reply?.body))).toMatchObject({ error: 'request_timeout' });
});

it('serves others meanwhile', async () => {
  const slow = Array.from({ length: 200 }, () => drip('POST /xmlrpc HTTP/1.1\r\nHost: a\r\nX-Slow: '));
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await Promise.all(slow);
});

it('cuts off a client that asks for much and reads nothing', async () => {
  const document = await (await fetch(`${server.url}/openrpc.json`)).arrayBuffer();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname, () => socket.write('GET /openrpc.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(200)));
  socket.pause();
  await new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS * 4));
  let bytes = 0;
  socket.on('data', (chunk) => {
    bytes += chunk.length;
  });
  socket.on('error', () => {});
  socket.resume();
  await new Promise((resolve) => socket.on('close', resolve));
  // What the system had taken over is still there.
  expect(bytes).toBeLessThan(100 * document.byteLength);
});
