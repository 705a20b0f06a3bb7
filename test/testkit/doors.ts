import type { AddressInfo } from 'node:net';
import { answerCalls, type Codec, type Door, type HttpReply, type HttpRequest } from '@scrip/http';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../apps/server/app.ts';
import { type TestCall, testCall } from './call.ts';

export interface Asked {
  readonly body?: string | Uint8Array;
  readonly contentType?: string | undefined;
  readonly query?: Readonly<Record<string, string>>;
  /** Whose log and request id are used. */
  readonly call?: TestCall;
}

export function httpRequest({ body = '', contentType, query = {}, call = testCall() }: Asked): HttpRequest {
  return {
    address: 'POST /test',
    method: 'POST',
    path: '/test',
    params: {},
    query,
    headers: { ...(contentType !== undefined && { 'content-type': contentType }) },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    source: call.source,
    secure: call.secure,
    requestId: call.requestId,
    budget: call.budget,
    log: call.log,
  };
}

/** A codec's reply without any HTTP. */
export async function answerOf(codec: Codec, asked: Asked): Promise<{ status: number; contentType: string | undefined; body: string }> {
  const { status, headers, body }: HttpReply = await answerCalls(codec, httpRequest(asked));
  return { status, contentType: headers['content-type'], body: String(body ?? '') };
}

export interface DoorServerOptions {
  readonly bodyLimit?: number;
}

/** The server's own HTTP with these doors behind it, for all tests of a file. */
export function doorServer(doors: readonly Door[], { bodyLimit = 262_144 }: DoorServerOptions = {}) {
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
  const app = createApp({
    doors,
    log,
    bodyLimit,
    trustedProxies: [],
    origins: [],
    requestTimeout_ms: 30_000,
    writeTimeout_ms: 30_000,
    ready: () => true,
  });
  let url = '';
  beforeAll(async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  });
  afterAll(() => app.close());
  return {
    get url() {
      return url;
    },
    /** Warnings and errors as JSON. */
    logged: logged as readonly string[],
  };
}
