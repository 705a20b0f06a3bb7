import type { Recorder, Request } from './history.ts';
import type { Violation } from './violation.ts';

export interface Counts {
  /** Requests by what came of them in the end. */
  readonly acknowledged: number;
  readonly refused: number;
  /** What the acknowledged ones were, by operation. */
  readonly operations: ReadonlyMap<string, number>;
  readonly attempts: number;
  readonly unknown: number;
}

/** What came of a run. */
export interface Verdict extends Counts {
  readonly violations: readonly Violation[];
  readonly history: Recorder;
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<string, number>;
  readonly kills: Readonly<Record<'server' | 'PostgreSQL' | 'backend', number>>;
  /** Faults that can not be done here, with the reason. */
  readonly skipped: ReadonlyMap<string, string>;
  readonly measured: ReadonlyMap<string, readonly number[]>;
  /** The last lines of each server's log. */
  readonly logs: readonly (readonly string[])[];
  readonly duration_ms: number;
}

export function countRequests(requests: readonly Request[]): Counts {
  let [acknowledged, refused, attempts, unknown] = [0, 0, 0, 0];
  const operations = new Map<string, number>();
  for (const request of requests) {
    attempts += request.attempts.length;
    const outcomes = request.attempts.map((attempt) => attempt.outcome?.kind ?? 'unknown');
    unknown += outcomes.filter((outcome) => outcome === 'unknown').length;
    if (outcomes.includes('acknowledged')) {
      acknowledged += 1;
      operations.set(request.operation, (operations.get(request.operation) ?? 0) + 1);
    } else if (outcomes.includes('refused')) refused += 1;
  }
  return { acknowledged, refused, operations, attempts, unknown };
}
