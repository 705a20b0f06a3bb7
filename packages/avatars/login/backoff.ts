import type { Clock } from '@scrip/kernel';
import { rateLimited } from '@scrip/rpc';

/** Failures before waiting begins; a person who tries a few old passwords never notices. */
const FREE_FAILURES = 10;
const MAX_WAIT_s = 60;
/** After this long without a failure the count starts again. */
const FORGET_ms = 15 * 60_000;
const MAX_KEYS = 50_000;
const MAX_WAITING = 50;

interface Entry {
  failures: number;
  failedAt_ms: number;
  inFlight: number;
  /** Attempts that wait to see how those in flight end. */
  waiting: (() => void)[];
}

/**
 * Lets attempts through until ten have failed, then one at a time with a growing wait between them: 1 s, 2 s, 4 s, up to a
 * minute. It never closes for good, and a success opens it again. Attempts count from the moment they begin, so that fifty
 * at once are not fifty free ones; attempts that may yet turn out right are waited for rather than refused.
 */
export class Backoff {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs `check`, whose undefined means that the attempt failed; raises rate_limited instead where it is too early. */
  async run<T>(key: string, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const entry = this.#entry(key);
    while (entry.inFlight > 0 && entry.failures + entry.inFlight >= FREE_FAILURES) {
      if (entry.waiting.length >= MAX_WAITING) throw tooMany(1);
      await new Promise<void>((resolve) => entry.waiting.push(resolve));
    }
    const wait_ms = this.#nextAt_ms(entry) - this.#clock.now();
    if (wait_ms > 0) throw tooMany(Math.ceil(wait_ms / 1000));
    entry.inFlight++;
    try {
      const result = await check();
      if (result === undefined) {
        entry.failures++;
        entry.failedAt_ms = this.#clock.now();
      } else {
        entry.failures = 0;
      }
      return result;
    } finally {
      entry.inFlight--;
      for (const wake of entry.waiting.splice(0)) wake();
    }
  }

  #nextAt_ms({ failures, failedAt_ms }: Entry): number {
    if (failures < FREE_FAILURES) return failedAt_ms;
    return failedAt_ms + Math.min(2 ** (failures - FREE_FAILURES), MAX_WAIT_s) * 1000;
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (entry && entry.inFlight === 0 && entry.failedAt_ms + FORGET_ms < this.#clock.now()) entry = undefined;
    entry ??= { failures: 0, failedAt_ms: Number.NEGATIVE_INFINITY, inFlight: 0, waiting: [] };
    // A map keeps the order of insertion: what was used longest ago stands first, and goes first.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > MAX_KEYS) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    return entry;
  }
}

/** The same words whatever was too much, so that they tell nothing about the account. */
export function tooMany(wait_s: number) {
  return rateLimited(`too many failed logins; wait ${wait_s} s`);
}
