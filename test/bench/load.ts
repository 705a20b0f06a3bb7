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
  return { ...spread(times), perSecond: times.length / seconds, failed };
}

function spread(times: number[]): { median_ms: number; p99_ms: number } {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { median_ms: at(0.5), p99_ms: at(0.99) };
}

/**
 * Sends so many requests a second, evenly and whether or not the ones before have been answered, and measures each from the
 * moment at which it was due: a stall is not hidden by the requests that it kept from being sent.
 */
export async function driveAtRate(options: {
  url: URL;
  connections: number;
  perSecond: number;
  duration_ms: number;
  next: () => string;
  good: string;
}): Promise<LoadResult> {
  const { url, connections, perSecond, duration_ms, next, good } = options;
  const idle = await Promise.all(Array.from({ length: connections }, () => open(url)));
  const waiting: number[] = [];
  const times: number[] = [];
  let failed = 0;
  const send = async (socket: Socket, due: number): Promise<void> => {
    const reply = await exchange(socket, next());
    times.push(performance.now() - due);
    if (!reply.startsWith('HTTP/1.1 200') || !reply.includes(good)) failed += 1;
    const late = waiting.shift();
    if (late === undefined) idle.push(socket);
    else await send(socket, late);
  };
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let count = 0; count < (perSecond * duration_ms) / 1000; ) {
    for (; start + (count * 1000) / perSecond <= performance.now(); count++) {
      const due = start + (count * 1000) / perSecond;
      // The one that has rested longest, or the server would end it for that.
      const socket = idle.shift();
      if (socket) sent.push(send(socket, due));
      else waiting.push(due);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sent);
  for (const socket of idle) socket.destroy();
  return { ...spread(times), perSecond: times.length / ((performance.now() - start) / 1000), failed };
}

export function post(path: string, body: string, type = 'application/json'): string {
  return `POST ${path} HTTP/1.1\r\nHost: bench\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
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
