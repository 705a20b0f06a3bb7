/** What sort of trouble a fault is. A facade picks its HTTP status, and a client whether to retry, by this alone. */
export const KINDS = {
  invalid: { httpStatus: 400, retry: false, meaning: 'the request is malformed; the same request will fail again' },
  unauthenticated: { httpStatus: 401, retry: false, meaning: 'a valid capability is missing' },
  forbidden: { httpStatus: 403, retry: false, meaning: 'the capabilities do not allow this' },
  not_found: { httpStatus: 404, retry: false, meaning: 'what was named does not exist, or not for this caller' },
  conflict: { httpStatus: 409, retry: false, meaning: 'it contradicts what was done before' },
  refused: { httpStatus: 422, retry: false, meaning: 'understood and allowed, but the rules say no' },
  expired: { httpStatus: 401, retry: false, meaning: 'it was valid once; get a new one' },
  rate_limited: { httpStatus: 429, retry: true, meaning: 'too many attempts; wait and retry' },
  unavailable: { httpStatus: 503, retry: true, meaning: 'the server is busy or stopping; retry with the same request id' },
  internal: { httpStatus: 500, retry: false, meaning: "the server's own error; report it with the request id" },
} as const;

export type FaultKind = keyof typeof KINDS;

export interface FaultSpec {
  /** Stable, for programs: `bank.insufficient_funds`. */
  readonly code: string;
  /** Stable, for protocols that carry numbers only; never used again for another meaning. */
  readonly fault: number;
  readonly kind: FaultKind;
  /** One sentence for docs/errors.md: when it happens and what to do. */
  readonly doc: string;
}

/** A failure that callers may see. Everything else that is thrown reaches them as `internal`. */
export class Fault extends Error {
  readonly spec: FaultSpec;
  constructor(spec: FaultSpec, message: string) {
    super(message);
    this.name = 'Fault';
    this.spec = spec;
  }
  /** What a protocol sends: the code first, so that clients which only get a string can match on it. */
  get faultString(): string {
    return `${this.spec.code}: ${this.message}`;
  }
}

export interface FaultType extends FaultSpec {
  /** Makes the fault; the message says what was wrong, with which value, and what would be right. */
  (message: string): Fault;
}

/** Whether it is a fault of this type. */
export function isFault(error: unknown, type: FaultType): error is Fault {
  return error instanceof Fault && error.spec.code === type.code;
}

/** Every fault that was ever declared in this process, by code: docs/errors.md is checked against it. */
const declared = new Map<string, FaultType>();

/** Declares a fault once, at module level. A number or code that is taken already stops the start. */
export function defineFault(spec: FaultSpec): FaultType {
  for (const other of declared.values()) {
    if (other.code === spec.code || other.fault === spec.fault) {
      throw new Error(`fault ${spec.code} (${spec.fault}) clashes with ${other.code} (${other.fault})`);
    }
  }
  const frozen = Object.freeze({ ...spec });
  const type = Object.assign((message: string) => new Fault(frozen, message), frozen);
  declared.set(spec.code, type);
  return type;
}

export function declaredFaults(): readonly FaultType[] {
  return [...declared.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** Faults of the protocols themselves; their numbers are the ones that XML-RPC and JSON-RPC share. */
export const parseError = defineFault({
  code: 'parse_error',
  fault: -32700,
  kind: 'invalid',
  doc: 'The body is not well-formed XML or JSON, or breaks a limit of the protocol (depth, members, size of a value).',
});
export const invalidRequest = defineFault({
  code: 'invalid_request',
  fault: -32600,
  kind: 'invalid',
  doc: 'The body is well-formed but is not a call of the protocol.',
});
export const methodNotFound = defineFault({
  code: 'method_not_found',
  fault: -32601,
  kind: 'not_found',
  doc: 'No procedure has this name; `system.listMethods` lists them.',
});
export const invalidParams = defineFault({
  code: 'invalid_params',
  fault: -32602,
  kind: 'invalid',
  doc: 'A parameter is missing, superfluous, or not of the documented type; nothing was run. The text names it and says what it takes.',
});
export const internal = defineFault({
  code: 'internal',
  fault: -32603,
  kind: 'internal',
  doc: "The server's own error. The text carries the request id under which the log has the cause.",
});
export const notRepresentable = defineFault({
  code: 'not_representable',
  fault: 1003,
  kind: 'refused',
  doc: 'The call was done, but its result holds a value that the protocol can not carry, such as a nil in plain XML-RPC. The text says how to ask for it.',
});
export const busy = defineFault({
  code: 'busy',
  fault: 1002,
  kind: 'unavailable',
  doc: 'The server has more work than it may queue, or its database does not answer. Retry, with the same request id.',
});
export const rateLimited = defineFault({
  code: 'rate_limited',
  fault: 1001,
  kind: 'rate_limited',
  doc: 'Too many attempts from this source or on this account. The text says how many seconds to wait.',
});
export const replyTooLarge = defineFault({
  code: 'reply_too_large',
  fault: 1004,
  kind: 'refused',
  doc: 'The calls before it in the same request have filled the reply (1 MiB). This call was not run; send it in another request.',
});
