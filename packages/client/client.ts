import type { Api } from './api.ts';
import { ScripFault } from './faults.ts';
import { logIn } from './login.ts';
import { Logins } from './logins.ts';
import { hex } from './md5.ts';
import type { CallOptions, ClientOptions, LoginOptions, Password } from './options.ts';
import { PendingCall } from './pending-call.ts';
import { byName } from './procedures.ts';
import { Requests } from './requests.ts';
import { traitsOf } from './traits.ts';
import { writeParams } from './values.ts';

const TIMEOUT_ms = 30_000;
/** Timers take no more. */
const LONGEST_ms = 2 ** 31 - 1;
const VALID_FOR_SECS = 3_600;
/** The server's longest, 30 days. */
const MAX_VALID_FOR_SECS = 2_592_000;
const THIS_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Every procedure of the server by its name, as in `client.bank.pay({ … })`, and who calls. */
export interface Client extends Api {
  /**
   * Logs an avatar in, by key or name; from then on its capability goes with every call and is renewed before it ends. Several may
   * be logged in. Resolves with the capability. Faults: auth.login_failed, rate_limited.
   */
  login(name: string, password: Password, options?: LoginOptions): Promise<string>;
  /** A client of the same logins whose calls carry these capabilities too: grants, or a login from elsewhere. */
  as(...capabilities: readonly string[]): Client;
}

type Params = Readonly<Record<string, unknown>>;

/** A client of the server at `url`. Nothing is sent before the first call. Raises a TypeError for what is no http address. */
export function createClient({ url, timeout_ms = TIMEOUT_ms }: ClientOptions): Client {
  const base = addressOf(url);
  const logins = new Logins();
  const requests = new Requests(`${base.href.replace(/\/+$/, '')}/jsonrpc`, logins);
  const mayBeSent = base.protocol === 'https:' || THIS_MACHINE.test(base.hostname);

  const call = async (method: string, given: Params, options: CallOptions, grants: readonly string[]): Promise<unknown> => {
    const { guarded, takesRequestId, reads } = traitsOf(method);
    const requestId = takesRequestId ? String(given['request_id'] || newRequestId()) : undefined;
    const params = writeGiven(method, requestId === undefined ? given : { ...given, request_id: requestId });
    const fillIn = guarded && given['capabilities'] === undefined;
    const parts = { method, params, grants: fillIn ? grants : undefined, repeatable: reads || takesRequestId, requestId };
    const pending = new PendingCall(parts, { ...options, timeout_ms: Math.min(options.timeout_ms ?? timeout_ms, LONGEST_ms) });
    if (!pending.ended) requests.add(pending);
    return pending.result;
  };
  const ask = (method: string, params: Params) => call(method, params, {}, []);
  const login = (name: string, password: Password, { valid_for_secs = VALID_FOR_SECS }: LoginOptions = {}) => {
    const secs = Math.min(Math.max(Math.trunc(valid_for_secs), 1), MAX_VALID_FOR_SECS);
    return logins.add(name, () => logIn(ask, { name, password, valid_for_secs: secs, mayBeSent }), secs);
  };
  const clientWith = (grants: readonly string[]): Client => {
    const group = (groupName: string) =>
      byName(
        (name) =>
          (params: Params = {}, options: CallOptions = {}) =>
            call(`${groupName}.${name}`, params, options, grants),
      );
    return byName(group, { login, as: (...more: readonly string[]) => clientWith([...grants, ...more]) }) as Client;
  };
  return clientWith([]);
}

function addressOf(url: string): URL {
  const base = new URL(url);
  if (!/^https?:$/.test(base.protocol) || base.username || base.password || base.search || base.hash) {
    throw new TypeError('the url of a client is the http or https address of a server, without a user, a query or a fragment');
  }
  return base;
}

/** The parameters as text at the moment of the call: what becomes of the object later changes no retry. */
function writeGiven(method: string, params: Params): string {
  try {
    return writeParams(params);
  } catch (error) {
    throw new ScripFault(
      { code: 'invalid_params', fault: -32602, message: `${method}: ${(error as Error).message}`, cause: error },
      method,
    );
  }
}

/** 128 random bits in hex. crypto.randomUUID is not there in pages without TLS. */
function newRequestId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('');
}
