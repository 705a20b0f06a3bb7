import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { afterEach } from 'vitest';

/** What becomes of one request on its way. */
export type Fate =
  | 'passes'
  /** The server runs it, and the connection breaks before its answer is through. */
  | 'answer lost'
  /** The connection breaks before the server hears of it. */
  | 'lost'
  | 'never answered'
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string };

/** The fate of a request, or what decides on it when its calls are known. */
export type Decides = Fate | ((calls: readonly SentCall[]) => Fate);

export interface SentCall {
  readonly id: number;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Line {
  readonly url: string;
  /** The calls of each request that came, in order. */
  readonly requests: readonly (readonly SentCall[])[];
  /** All calls of a procedure that came. */
  calls(method: string): readonly SentCall[];
  /** The fates of the next requests; those after pass. */
  next(...fates: readonly Decides[]): void;
}

/** Lines to the server at `target`, which the file's tests break where they want to; they end after each test. */
export function lines(target: () => string): () => Promise<Line> {
  const open: Server[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
  return async () => {
    const requests: SentCall[][] = [];
    const fates: Decides[] = [];
    const server = createServer(async (request, response) => {
      const body = await readText(request);
      const calls: SentCall[] = [JSON.parse(body)].flat();
      requests.push(calls);
      const fate = fates.shift() ?? 'passes';
      await meet(typeof fate === 'function' ? fate(calls) : fate, request, response, { url: target() + request.url, body });
    });
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      requests,
      calls: (method) => requests.flat().filter((call) => call.method === method),
      next: (...more) => void fates.push(...more),
    };
  };
}

async function meet(
  fate: Fate,
  request: IncomingMessage,
  response: ServerResponse,
  sent: { readonly url: string; readonly body: string },
): Promise<void> {
  if (fate === 'never answered') return;
  if (typeof fate === 'object') {
    response.writeHead(fate.status ?? 200, fate.headers ?? {}).end(fate.body);
    return;
  }
  if (fate !== 'lost') {
    const reply = await fetch(sent.url, {
      method: 'POST',
      headers: { 'content-type': request.headers['content-type'] ?? '' },
      body: sent.body,
    });
    const answer = await reply.text();
    if (fate === 'passes') {
      response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' }).end(answer);
      return;
    }
  }
  request.socket.destroy();
}
