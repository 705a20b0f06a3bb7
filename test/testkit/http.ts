import { connect } from 'node:net';

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Writes the parts, each after a pause, and gives back every byte that comes until the server closes or nothing has come for a while. */
export async function rawExchange(
  url: string,
  parts: readonly (string | Buffer)[],
  options: { quiet_ms?: number; pause_ms?: number } = {},
): Promise<Buffer> {
  const { quiet_ms = 400, pause_ms = 20 } = options;
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const quiet = () => {
      clearTimeout(timer);
      timer = setTimeout(resolve, quiet_ms);
    };
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      quiet();
    });
    // A server that refuses a body may close while it is still being sent.
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
  for (const part of parts) {
    if (!socket.writable) break;
    socket.write(part);
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
  }
  await done;
  socket.destroy();
  return Buffer.concat(chunks);
}

/** Reads replies one after the other by their Content-Length, the way a strict client does. */
export function readReplies(bytes: Buffer): RawReply[] {
  const replies: RawReply[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    if (end === -1) throw new Error(`no reply: ${JSON.stringify(rest.toString('latin1').slice(0, 200))}`);
    const [statusLine = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]);
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const start = end + 4;
    const length = status === 100 ? 0 : Number(headers['content-length'] ?? 0);
    if (rest.length < start + length) throw new Error(`a reply says ${length} bytes, and ${rest.length - start} came`);
    replies.push({ status, headers, body: rest.subarray(start, start + length) });
    rest = rest.subarray(start + length);
  }
  return replies;
}
