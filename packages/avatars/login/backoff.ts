import type { Clock } from '@scrip/kernel';
import { rateLimited } from '@scrip/rpc';

const MAX_WAIT_s = 60;
/** After this long without a failure the count starts again. */
const FORGET_ms = 15 * 60_000;
const MAX_KEYS = 50_000;
/** How many of the oldest keys are looked at where room is needed. */
const MAX_LOOKED_AT = 100;
const MAX_WAITING = 50;

interface Entry {
  failures: number;
  failedAt_ms: number;
  /** Attempts that have not ended: those in flight, those that wait, and those that were just woken. */
  open: number;
  inFlight: number;
  /** Attempts that wait to see how those in flight end. */
  waiting: (() => void)[];
}

/**
 * Lets attempts through until some have failed, then one at a time with a growing wait between them: 1 s, 2 s, 4 s, up to a
 * minute. It never closes for good, and a success opens it again. Attempts count from the moment they begin, so that fifty
 * at once are not fifty free ones; attempts that may yet turn out right are waited for rather than refused.
 *
 * Its memory is bounded, and nobody's wait ends early for it: keys that have to wait are kept. Where there is room for no more,
 * new keys are counted together by their buckets.
 */
export class Backoff {
  readonly #clock: Clock;
  readonly #bucketOf: (key: string) => string;
  /** Only keys with failures, or with attempts that have not ended. */
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock, bucketOf: (key: string) => string) {
    this.#clock = clock;
    this.#bucketOf = bucketOf;
  }

  /**
   * Runs `check`, whose undefined means that the attempt failed; raises rate_limited instead where it is too early. `free` is
   * the number of failures before waiting begins.
   */
  async run<T>(wanted: string, free: number, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const [key, entry] = this.#enter(wanted);
    entry.open++;
    try {
      while (entry.inFlight > 0 && entry.failures + entry.inFlight >= free) {
        if (entry.waiting.length >= MAX_WAITING) throw tooMany(1);
        await new Promise<void>((resolve) => entry.waiting.push(resolve));
      }
      const wait_ms = nextAt_ms(entry, free) - this.#clock.now();
      if (wait_ms > 0) throw tooMany(Math.ceil(wait_ms / 1000));
      return await this.#count(entry, check);
    } finally {
      entry.open--;
      if (entry.failures === 0 && entry.open === 0) this.#entries.delete(key);
    }
  }

  async #count<T>(entry: Entry, check: () => Promise<T | undefined>): Promise<T | undefined> {
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

  /** The entry of the key, or of its bucket where there is no room. A map keeps the order of insertion: the one used last stands last. */
  #enter(wanted: string): [key: string, entry: Entry] {
    const now_ms = this.#clock.now();
    const key = this.#entries.has(wanted) || this.#hasRoom(now_ms) ? wanted : `bucket ${this.#bucketOf(wanted)}`;
    const known = this.#entries.get(key);
    const entry = known && !isForgotten(known, now_ms) ? known : { failures: 0, failedAt_ms: 0, open: 0, inFlight: 0, waiting: [] };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return [key, entry];
  }

  /** Whether one more key may be kept. Makes room by one that was tried long ago and that nobody waits for. */
  #hasRoom(now_ms: number): boolean {
    if (this.#entries.size < MAX_KEYS) return true;
    let looked = 0;
    for (const [key, entry] of this.#entries) {
      if (entry.open === 0 && entry.failedAt_ms + MAX_WAIT_s * 1000 <= now_ms) return this.#entries.delete(key);
      if (++looked >= MAX_LOOKED_AT) return false;
    }
    return false;
  }
}

function isForgotten(entry: Entry, now_ms: number): boolean {
  return entry.open === 0 && entry.failedAt_ms + FORGET_ms < now_ms;
}

function nextAt_ms({ failures, failedAt_ms }: Entry, free: number): number {
  if (failures < free) return failedAt_ms;
  return failedAt_ms + Math.min(2 ** (failures - free), MAX_WAIT_s) * 1000;
}

/** The same words whatever was too much, so that they tell nothing about the account. */
export function tooMany(wait_s: number) {
  return rateLimited(`too many failed logins; wait ${wait_s} s`);
}
