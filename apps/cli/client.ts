import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from './errors.ts';
import type { OperatorCapability } from './settings.ts';

/** An audit reads every entry of the books, so that a call may take its time. */
const CALL_TIMEOUT_ms = 300_000;
/** Before each further attempt of a call that is safe to repeat. */
const RETRY_AFTER_ms = [250, 1_000, 3_000];
/** Faults of the caller's authority: the capability that this command runs on, and nothing that was typed. */
const AUTHORITY_FAULT = /^auth\.(capability_|forbidden$)/;
/** The capability is good, and does not open this. */
const FORBIDDEN = 'auth.forbidden';

type Params = Readonly<Record<string, unknown>>;

export interface Client {
  readonly url: string;
  /** Calls a procedure that is public. Rejects with a CliError of the fault's code. */
  ask(method: string, params: Params): Promise<unknown>;
  /** As `ask`, on the operator's capability. The answer may take five minutes, or as long as it is given. */
  call(method: string, params: Params, timeout_ms?: number): Promise<unknown>;
  /** As `call`, for what the server does once however often it is asked: tries again where the connection breaks or the server is busy. */
  callRepeatedly(method: string, params: Params): Promise<unknown>;
  /** The status and text of a page; needs no capability. */
  get(path: string): Promise<{ status: number; text: string }>;
}

interface RpcError {
  readonly message: string;
  readonly data?: { readonly code?: string; readonly retry?: boolean };
}

/** A failure after which the same call may go through. */
class Passing extends CliError {
  /** Whether the call can not have reached the server. */
  readonly unsent: boolean;
  constructor(code: string, message: string, unsent: boolean) {
    super(code, message);
    this.unsent = unsent;
  }
}

export function createClient(url: string, capability: () => Promise<OperatorCapability>): Client {
  async function ask(method: string, params: Params, timeout_ms = CALL_TIMEOUT_ms): Promise<unknown> {
    const { status, text } = await exchange(url, '/jsonrpc', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      timeout_ms,
    });
    const reply = readReply(text);
    if (!reply) throw new CliError('bad_answer', `${url}/jsonrpc answered ${status} and no JSON-RPC: is a Scrip server there?`);
    if (!reply.error) return reply.result;
    const { message, data } = reply.error;
    const code = data?.code ?? 'bad_answer';
    throw data?.retry ? new Passing(code, message, false) : new CliError(code, message);
  }

  async function call(method: string, params: Params, timeout_ms?: number): Promise<unknown> {
    const { token, origin } = await capability();
    try {
      return await ask(method, { capabilities: [token], ...params }, timeout_ms);
    } catch (error) {
      if (!(error instanceof CliError) || !AUTHORITY_FAULT.test(error.code)) throw error;
      if (error.code === FORBIDDEN) throw new CliError(error.code, `${error.message}\nIt was called with what ${origin} holds.`);
      const advice = "set SCRIP_DATA to that server's directory, or SCRIP_CAPABILITY to a capability of it";
      throw new CliError(error.code, `${error.message}\nThe server at ${url} did not take what ${origin} holds: ${advice}.`);
    }
  }

  return {
    url,
    ask: (method, params) => ask(method, params),
    call,
    async callRepeatedly(method, params) {
      for (let attempt = 0; ; attempt++) {
        try {
          return await call(method, params);
        } catch (error) {
          const wait_ms = RETRY_AFTER_ms[attempt];
          // Where nothing answers at all from the start, waiting only hides it.
          if (!(error instanceof Passing) || wait_ms === undefined || (error.unsent && attempt === 0)) throw error;
          await sleep(wait_ms);
        }
      }
    },
    get: (path) => exchange(url, path, {}),
  };
}

interface Outgoing {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeout_ms?: number;
}

/** Not by fetch: where a connection is closed as soon as it is made (a proxy with nothing behind it), fetch never settles. */
async function exchange(url: string, path: string, outgoing: Outgoing): Promise<{ status: number; text: string }> {
  const { body, timeout_ms = CALL_TIMEOUT_ms, ...options } = outgoing;
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  try {
    return await new Promise((resolve, reject) => {
      const call = request(`${url}${path}`, { ...options, agent: false, signal: AbortSignal.timeout(timeout_ms) });
      call.once('error', reject);
      call.once('response', (reply) => {
        readText(reply).then((text) => resolve({ status: reply.statusCode ?? 0, text }), reject);
      });
      call.end(body);
    });
  } catch (error) {
    throw connectionError(url, error as NodeJS.ErrnoException, timeout_ms);
  }
}

function connectionError(url: string, { name, message, code = '' }: NodeJS.ErrnoException, timeout_ms: number): Passing {
  const failed = (what: string, unsent: boolean) => new Passing('unreachable', what, unsent);
  // The signal's own reason is only its cause, and nothing else aborts.
  if (name === 'AbortError') return failed(`${url} did not answer within ${timeout_ms / 1000} s`, false);
  if (code === 'ECONNREFUSED') {
    return failed(`nothing answers at ${url}: start the server with npm start, or set SCRIP_URL to where it is`, true);
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return failed(`the host of ${url} is not known: set SCRIP_URL to the address that the server printed`, true);
  }
  if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER') {
    return failed(`what answers at ${url} does not speak TLS: set SCRIP_URL to an address with http:// if it is meant to`, true);
  }
  return failed(`the connection to ${url} failed: ${message}`, false);
}

function readReply(text: string): { result?: unknown; error?: RpcError } | undefined {
  try {
    const reply: unknown = JSON.parse(text);
    const isReply = typeof reply === 'object' && reply !== null && 'jsonrpc' in reply && ('result' in reply || 'error' in reply);
    return isReply ? (reply as { result?: unknown; error?: RpcError }) : undefined;
  } catch {
    return undefined;
  }
}
