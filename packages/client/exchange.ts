import { retryAfter_ms } from './backoff.ts';
import type { FaultDetails } from './faults.ts';

/** The server keeps its batches below 1 MiB; a single export may be longer. */
const MAX_REPLY = 32 * 1024 * 1024;
/** A gateway or an overloaded server; the same request may go through later. */
const PASSING_STATUS = [429, 502, 503, 504];
/** What Node says when no connection came about. Browsers don't tell. */
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** A request that was not answered as JSON-RPC. */
export interface Failure {
  readonly details: FaultDetails;
  /** The same request may go through later. */
  readonly passing: boolean;
  /** The server can't have run any call of it. */
  readonly unsent: boolean;
  /** How long the server asked to wait. */
  readonly wait_ms: number;
}

/** Sends one body. The text of its reply where the status is 200, else why there is none. Never rejects. */
export async function exchange(url: string, body: string, signal: AbortSignal): Promise<string | Failure> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal,
      // Capabilities go to the address that was given, and nowhere else.
      redirect: 'manual',
      credentials: 'omit',
    });
    const text = await readText(reply);
    if (text === undefined) return badAnswer(`the server's answer is longer than ${MAX_REPLY} characters`);
    if (reply.status === 200) return text;
    const message = `the server answered with HTTP status ${reply.status}: ${text.slice(0, 200)}`;
    if (!PASSING_STATUS.includes(reply.status)) return badAnswer(message, reply.status < 400 || reply.status >= 500);
    return connection(message, reply.status === 429, retryAfter_ms(reply.headers.get('retry-after')));
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
    return connection(`no answer from the server: ${code ?? (error as Error).message}`, UNSENT.includes(String(code)), 0, error);
  }
}

/** Undefined where it is too long. */
async function readText({ body }: Response): Promise<string | undefined> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let text = ''; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length <= MAX_REPLY) continue;
    reader.cancel().catch(() => {});
    return undefined;
  }
}

function connection(message: string, unsent: boolean, wait_ms: number, cause?: unknown): Failure {
  return { details: { code: 'client.connection', message, mayBeDone: !unsent, cause }, passing: true, unsent, wait_ms };
}

/** What is no answer to what was asked. Whether it was done nobody knows, but where HTTP itself refused it. */
export function badAnswer(message: string, mayBeDone = true): Failure {
  return { details: { code: 'client.bad_answer', message, mayBeDone }, passing: false, unsent: false, wait_ms: 0 };
}
