import { connect, type Socket } from 'node:net';

export interface LoadResult {
  readonly perSecond: number;
  readonly median_ms: number;
  readonly p99_ms: number;
  readonly failed: number;
}

/**
 * Drives an HTTP/1.1 address with `connections` keep-alive sockets, each with one request on its way at a time. Raw
 * sockets, because the driver shares two cores with what it measures. `next` gives the whole request; a reply counts as
 * good if it has status 200 and `good` somewhere in it.
 */
export async function drive(options: {
  url: URL;
  connections: number;
  duration_ms: number;
  next: () => string;
  good: string;
}): Promise<LoadResult> {
  const { url, connections, duration_ms, next, good } = options;
  const times: number[] = [];
  let failed = 0;
  const end = performance.now() + duration_ms;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = await open(url);
      while (performance.now() < end) {
        const sent = performance.now();
        const reply = await exchange(socket, next());
        times.push(performance.now() - sent);
        if (!reply.startsWith('HTTP/1.1 200') || !reply.includes(good)) failed += 1;
      }
      socket.destroy();
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / seconds, median_ms: at(0.5), p99_ms: at(0.99), failed };
}

export function post(path: string, body: string): string {
  return `POST ${path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function open(url: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
}

const LENGTH = /\r\ncontent-length: (\d+)/i;

function exchange(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    let whole = Number.POSITIVE_INFINITY;
    const onData = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      if (whole === Number.POSITIVE_INFINITY && head >= 0) whole = head + 4 + Number(LENGTH.exec(text.slice(0, head))?.[1] ?? 0);
      if (text.length < whole) return;
      done();
      resolve(text);
    };
    const onEnd = () => {
      done();
      reject(new Error(`the connection ended after ${JSON.stringify(text.slice(0, 200))}`));
    };
    const done = () => socket.off('data', onData).off('close', onEnd).off('error', onEnd);
    socket.on('data', onData).on('close', onEnd).on('error', onEnd);
    socket.write(request);
  });
}
