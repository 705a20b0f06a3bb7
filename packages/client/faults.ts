import type { FaultCode, ProcedureFaults } from './api.ts';

/** What the client finds by itself, beside the faults that the server tells. */
export type ClientCode = 'client.connection' | 'client.timeout' | 'client.aborted' | 'client.bad_answer';

export interface FaultDetails {
  readonly code: FaultCode | ClientCode;
  readonly fault?: number;
  readonly message: string;
  readonly mayBeDone?: boolean;
  readonly cause?: unknown;
}

/** What a call fails with. `code` and `fault` are those of the server's docs/errors.md. */
export class ScripFault extends Error {
  /** The stable word, such as `bank.insufficient_funds`. A newer server may send words that these types don't know. */
  readonly code: FaultCode | ClientCode;
  /** The stable number; 0 for what the client found by itself. */
  readonly fault: number;
  /** The procedure that was called. */
  readonly method: string;
  /** Whether the server may have done what was asked for: the call was sent, and nobody told what became of it. */
  readonly mayBeDone: boolean;
  /** Under which id the call was sent. The same call under the same id again is done once in all. */
  readonly requestId: string | undefined;

  constructor({ code, fault = 0, message, mayBeDone = false, cause }: FaultDetails, method: string, requestId?: string) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ScripFault';
    this.code = code;
    this.fault = fault;
    this.method = method;
    this.mayBeDone = mayBeDone;
    this.requestId = requestId;
  }
}

/**
 * Whether an error is a fault of one of these codes; without codes, any fault. With a procedure's name as its type argument only
 * codes of that procedure are taken: `isFault<'bank.pay'>(error, 'bank.insufficient_funds')`.
 */
export function isFault<P extends keyof ProcedureFaults = keyof ProcedureFaults>(
  error: unknown,
  ...codes: readonly (ProcedureFaults[P] | ClientCode)[]
): error is ScripFault {
  return error instanceof ScripFault && (codes.length === 0 || (codes as readonly string[]).includes(error.code));
}
