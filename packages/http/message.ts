import type { Log } from '@scrip/rpc';
import type { RequestBudget } from './budget/request-budget.ts';

export type Method = 'GET' | 'POST' | 'OPTIONS';

/**
 * Where a door answers: `POST /jsonrpc`, `GET /v1/app/<APP_ID>/list`. A `<NAME>` is one segment of the path and becomes a
 * parameter; `<LANGUAGE:[a-z]{2}>` is one that looks so. HEAD is answered wherever GET is.
 */
export type Address = `${Method} /${string}`;

/** An HTTP request as doors see it, whatever server took it in. */
export interface HttpRequest {
  /** The one of the door's addresses at which it came. */
  readonly address: Address;
  /** GET for HEAD too: the server leaves the body of the reply out. */
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** What stands in the path for the `<NAME>`s of the address, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** A name that came several times has all its values. */
  readonly query: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Whole, and within the server's limit; empty where none came. */
  readonly body: Uint8Array;
  /** Where it came from: the peer's address, or what a trusted proxy says of it. */
  readonly source: string;
  /** Whether nobody on the way could read it: it came by TLS to a trusted proxy, or from this machine. */
  readonly secure: boolean;
  readonly requestId: string;
  /** What its calls may use up. */
  readonly budget: RequestBudget;
  readonly log: Log;
}

export interface HttpReply {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** Why HTTP itself refuses a request, before or instead of any door's answer. */
export interface Refusal {
  readonly status: number;
  /** A word for programs, such as `body_too_large`. */
  readonly error: string;
  readonly message: string;
}

/** Something that is reached over HTTP. */
export interface Door {
  readonly name: string;
  readonly addresses: readonly Address[];
  /** Whether its paths are taken in any case; otherwise they are compared as they stand. */
  readonly anyCase?: boolean;
  answer(request: HttpRequest): Promise<HttpReply>;
  /** How the door's document tells callers of a refusal; without it they get `refusalReply`. The request has no body then. */
  refuse?(refusal: Refusal, request: HttpRequest): HttpReply;
}
