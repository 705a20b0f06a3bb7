import type { Budget } from './budget.ts';
import type { FaultType } from './faults.ts';
import type { Type, TypeOf } from './type.ts';

/** One parameter: its type, what it means, and the value it has where a caller leaves it out. */
export interface Param<T> {
  readonly type: Type<T>;
  readonly doc: string;
  /** Present exactly on optional parameters. */
  readonly default?: { readonly value: T };
}

export function param<T>(type: Type<T>, doc: string, ...fallback: [] | [T]): Param<T> {
  return fallback.length === 0 ? { type, doc } : { type, doc, default: { value: fallback[0] } };
}

/** Parameters in their positional order. */
// biome-ignore lint/suspicious/noExplicitAny: Param<unknown> would refuse every concrete parameter
export type Params = Readonly<Record<string, Param<any>>>;
export type Input<P extends Params> = { readonly [K in keyof P]: TypeOf<P[K]['type']> };

/**
 * Something by which a caller shows who calls, and that came beside the parameters. Doors read it out of a request and the
 * guard verifies it. A new sort of proof, such as a password or the key of a site, is one more member of this union.
 */
export type Credential =
  | { readonly kind: 'capability'; readonly token: string }
  // A door that takes objects' calls has checked who it is: it had to, to find out whether it answered the same call before.
  | { readonly kind: 'object'; readonly object: InWorldObject };

/** An object in a world that calls, or somebody's own device that signs as one. */
export interface InWorldObject {
  readonly key: string;
  /** The key of the avatar who owns it; undefined where nobody is registered who does. */
  readonly owner: string | undefined;
  /** Of its grid: empty for the server's own. */
  readonly realm: string;
  /** Whether it proved by its signature who it is, rather than by where the request came from. */
  readonly isSigned: boolean;
  /** Of this request: the same again means the same call. */
  readonly nonce: string | undefined;
}

/** A request that may come again, and is known by these two then. */
export interface Retry {
  readonly object: string;
  readonly nonce: string;
}

/** Undefined where the call comes from no object, or says no nonce. */
export function retryOf({ credentials }: Pick<Call, 'credentials'>): Retry | undefined {
  for (const credential of credentials) {
    if (credential.kind !== 'object') continue;
    const { key, nonce } = credential.object;
    return nonce === undefined ? undefined : { object: key, nonce };
  }
  return undefined;
}

/** What is known of a call besides its parameters. */
export interface Call {
  /** Appears in every log line of this call and in an `internal` fault. */
  readonly requestId: string;
  readonly protocol: string;
  /** Where the call came from: the peer's address. */
  readonly source: string;
  /** Whether nobody on the way could read it: it came by TLS to a trusted proxy, or from this machine. */
  readonly secure: boolean;
  /** What came beside the parameters, such as `Authorization: Bearer`; a capability counts as one more in the array. */
  readonly credentials: readonly Credential[];
  /** Of the request; its calls share it. */
  readonly budget: Budget;
  readonly log: Log;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Verifies, once for each guarded call, all that its caller brought to show who calls. What it gives is handed to `decide`:
 * there is one guard, and what it gives is what all authorities take.
 */
export interface Guard<V = unknown> {
  /** `tokens` are the texts of the parameter `capabilities`; none where the procedure has no such parameter. */
  verify(call: Call, tokens: readonly string[]): Promise<V>;
}

/**
 * Who may call. `decide` sees checked parameters and what the guard has verified, raises one of `faults` or returns on whose
 * authority the call runs; it is the only place where permissions are checked. A public procedure says why it is public.
 */
export type Authority<I, A, V = unknown> = { readonly kind: 'public'; readonly why: string } | GuardedAuthority<I, A, V>;

export interface GuardedAuthority<I, A, V> {
  readonly kind: 'guarded';
  /** For people: which capability is needed. */
  readonly needs: string;
  /** Everybody whom it may open for, as the test of authority calls them: `owner`, `officer`, the names of kinds of grants. */
  readonly holders: readonly string[];
  readonly faults: readonly FaultType[];
  decide(input: I, verified: V): Promise<A>;
}

export function publicAuthority(why: string): Authority<unknown, undefined> {
  return { kind: 'public', why };
}

export interface ProcedureSpec<P extends Params, R, A, V = unknown> {
  /** The canonical name, dots included. */
  readonly name: string;
  readonly summary: string;
  /** Anything a caller should know beyond the summary: units, choices where the documents are silent. */
  readonly notes?: string;
  readonly params: P;
  readonly result: Type<R>;
  readonly resultDoc: string;
  /**
   * Whether the same call may run again, so that a door which promises the first reply to a retry keeps no row for it: because it only
   * reads, or because it knows the retry by its object and nonce (`retryOf`) and gives what it gave before.
   */
  readonly isRepeatable?: true | 'under its nonce';
  /** The faults that the handler can raise, beside those of parameters and authority. */
  readonly faults: readonly FaultType[];
  readonly authority: Authority<Input<P>, A, V>;
  handler(input: Input<P>, authority: A, call: Call): R | Promise<R>;
}

/** A procedure as the registry and the protocols see it, with the types of its handler forgotten. */
export type Procedure = ProcedureSpec<Params, unknown, unknown>;

/** Declares a procedure once; types, validator, signatures, help and documents all come from this. */
export function procedure<const P extends Params, R, A, V = unknown>(spec: ProcedureSpec<P, R, A, V>): Procedure {
  return spec as unknown as Procedure;
}
