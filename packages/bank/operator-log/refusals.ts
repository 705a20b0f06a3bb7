import type { Uuid } from '@scrip/kernel';
import type { OperatorCall, OperatorLogStore } from './store.ts';

/** Refused calls of one operator that get a row each within a minute; the others are summed. */
export const ROWS_A_MINUTE = 60;
const MINUTE_ms = 60_000;
/** Sums that wait at most; they differ in operator, method and outcome, so that there are far fewer. */
const MAX_SUMS = 1_000;

interface Sum {
  /** The last of them, for its source. */
  call: OperatorCall;
  readonly outcome: string;
  readonly since: Date;
  count: number;
}

/**
 * Bounds what refused calls write: an operator may try what it has no right to as often as it likes, and must not fill the
 * disk with it. A sum is a row too, a minute later at most; those of a process that is killed are lost.
 */
export class Refusals {
  readonly #store: Pick<OperatorLogStore, 'write'>;
  /** Milliseconds, on a clock that nobody sets. */
  readonly #now: () => number;
  readonly #windows = new Map<Uuid, { readonly begun_ms: number; rows: number }>();
  readonly #sums = new Map<string, Sum>();

  constructor(store: Pick<OperatorLogStore, 'write'>, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async add(call: OperatorCall, outcome: string): Promise<void> {
    if (this.#hasRoom(call.operatorId)) return this.#store.write(call, outcome);
    const key = `${call.operatorId} ${call.method} ${outcome}`;
    const sum = this.#sums.get(key);
    if (sum) {
      sum.call = call;
      sum.count += 1;
    } else {
      if (this.#sums.size >= MAX_SUMS) await this.flush();
      this.#sums.set(key, { call, outcome, since: new Date(), count: 1 });
    }
  }

  /** Writes the sums down. One that can't be written now is kept for the next time. */
  async flush(): Promise<void> {
    for (const [key, sum] of this.#sums) {
      const { call, outcome, since, count } = sum;
      // Whoever flushes at the same time finds nothing left of it.
      sum.count = 0;
      try {
        const params = JSON.stringify({ refused_calls: count, since: since.toISOString() });
        if (count > 0) await this.#store.write({ ...call, params }, outcome);
      } catch (error) {
        sum.count += count;
        throw error;
      }
      if (sum.count === 0) this.#sums.delete(key);
    }
    for (const [id, { begun_ms }] of this.#windows) if (begun_ms <= this.#now() - MINUTE_ms) this.#windows.delete(id);
  }

  #hasRoom(operator: Uuid): boolean {
    const now_ms = this.#now();
    const known = this.#windows.get(operator);
    const window = known && known.begun_ms > now_ms - MINUTE_ms ? known : { begun_ms: now_ms, rows: 0 };
    this.#windows.set(operator, window);
    window.rows += 1;
    return window.rows <= ROWS_A_MINUTE;
  }
}
