import type { Random } from '../../faults/random.ts';
import { SqlError } from './failure.ts';
import type { Timeline } from './timeline.ts';

/** As PostgreSQL's deadlock_timeout. */
const DEADLOCK_MS = 1_000;

export interface Owner {
  readonly name: string;
  lockTimeout_ms: number;
}

interface Waiter {
  readonly owner: Owner;
  readonly key: string;
  granted(): void;
  failed(error: SqlError): void;
}

/** Who has locked which row. Those who wait for it get their turn in an order that chance decides. */
export class Locks {
  readonly #timeline: Timeline;
  readonly #random: Random;
  readonly #held = new Map<string, Owner>();
  readonly #waiting = new Map<Owner, Waiter>();

  constructor(timeline: Timeline, random: Random) {
    this.#timeline = timeline;
    this.#random = random;
  }

  /** Whether it is the owner's now; false where another has it. */
  take(owner: Owner, key: string): boolean {
    const holder = this.#held.get(key);
    if (holder && holder !== owner) return false;
    this.#held.set(key, owner);
    return true;
  }

  /** Calls one of the two, now or later; neither where the owner is gone before. */
  wait(owner: Owner, key: string, granted: () => void, failed: (error: SqlError) => void) {
    if (this.take(owner, key)) return granted();
    const waiter: Waiter = { owner, key, granted, failed };
    this.#waiting.set(owner, waiter);
    this.#timeline.meet('a wait for a lock');
    this.#timeline.note(`${owner.name} waits for ${key} of ${this.#held.get(key)?.name}`);
    const giveUp = (delay_ms: number, error: () => SqlError | undefined) =>
      this.#timeline.after(delay_ms, () => {
        const reason = this.#waiting.get(owner) === waiter ? error() : undefined;
        if (!reason) return;
        this.#waiting.delete(owner);
        waiter.failed(reason);
      });
    giveUp(owner.lockTimeout_ms, () => new SqlError('55P03', 'canceling statement due to lock timeout'));
    giveUp(DEADLOCK_MS, () => (this.#isCircle(owner) ? new SqlError('40P01', 'deadlock detected') : undefined));
  }

  /** Everything that it holds; it does not wait any more either. */
  release(owner: Owner): void {
    this.#waiting.delete(owner);
    const free = new Set<string>();
    for (const [key, holder] of this.#held) if (holder === owner) free.add(key);
    for (const key of free) this.#held.delete(key);
    for (const waiter of this.#random.shuffled([...this.#waiting.values()].filter((one) => free.has(one.key)))) {
      if (!this.take(waiter.owner, waiter.key)) continue;
      this.#waiting.delete(waiter.owner);
      this.#timeline.after(0.01, waiter.granted);
    }
  }

  #isCircle(start: Owner): boolean {
    let owner: Owner | undefined = start;
    for (let steps = 0; owner && steps < 100; steps++) {
      const key: string | undefined = this.#waiting.get(owner)?.key;
      owner = key === undefined ? undefined : this.#held.get(key);
      if (owner === start) return true;
    }
    return false;
  }
}
