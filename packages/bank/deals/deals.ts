import { type Database, type Rider, writeRiders } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { busy, Fault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Poster, Prepared } from '../posting/poster.ts';
import { type Booked, findBooked } from './store.ts';

/**
 * What is asked for, planned, paid and written as one transaction. `Plan` is what an attempt found out before its transaction,
 * `Locked` what it finds under the lock. A write conflict repeats `lock` and `book` with the same plan.
 */
export interface Deal<Plan, Locked, Result> {
  /**
   * Finds out what is to be paid and written; `attempt` counts from 1. It comes before the transaction, since one that waited for a
   * second connection of the pool could wait for ever. What it raises waits until it is known that this is no retry.
   */
  plan(attempt: number): Promise<Plan>;
  /** Waits for all who are at the same thing, and tells how it is now. */
  lock(client: PoolClient): Promise<Locked>;
  /** Pays and writes. Raises `Changed` where the plan was made for something else than what is there now. */
  book(client: PoolClient, plan: Plan, locked: Locked): Promise<Result>;
  /** What the same request was answered before. Raises bank.request_conflict where its id was used for another one. */
  firstAnswer?(): Promise<Result | undefined>;
  /** The unique constraint at which requests of one id meet where no lock makes them wait for each other. */
  readonly meetsAt?: string;
  /** Whether something that was planned on has gone since, and this refusal came of it: then the deal begins anew. */
  isStale?(refusal: Fault, plan: Plan): Promise<boolean>;
  /** What is raised where every attempt finds something changed; without it that is `busy`. */
  changesAllTheTime?(): Fault;
}

/** The plan of a deal does not fit any more: nothing of the attempt is written, and the deal begins anew. */
export class Changed extends Error {}

/** The payment was in the books before, and so is whatever was written with it. */
export class Repeated extends Error {}

const ATTEMPTS = 5;

/** Everything that is paid for and written down in one transaction, and done once however often it is asked for. */
export class Deals {
  readonly #database: Database;
  readonly #poster: Poster;

  constructor(database: Database, poster: Poster) {
    this.#database = database;
    this.#poster = poster;
  }

  /**
   * Plans, locks, books; begins anew while the world changes between plan and lock, five times in all. Nothing is looked up for a
   * request that comes for the first time: whether it was answered before is asked only where it is refused, or where its payment
   * or its id is known already. The refusal was found under the lock, so an attempt that was first has committed by then.
   */
  async settle<Plan, Locked, Result>(deal: Deal<Plan, Locked, Result>): Promise<Result> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const plan = await orRefusal(deal.plan(attempt));
      try {
        return await this.#database.transaction(async (client) => {
          const locked = await deal.lock(client);
          if (plan instanceof Fault) throw plan;
          return deal.book(client, plan, locked);
        });
      } catch (error) {
        if (error instanceof Changed) continue;
        if (!mayBeRepeated(error, deal)) throw error;
        const first = await deal.firstAnswer?.();
        if (first !== undefined) return first;
        const isStale = error instanceof Fault && !(plan instanceof Fault) && (await deal.isStale?.(error, plan));
        if (!isStale) throw error;
      }
    }
    throw deal.changesAllTheTime?.() ?? busy('what this is about changes all the time; retry in a second');
  }

  /**
   * Posts a deal's payment, if there is one, and writes the rows that go with it. Raises what the payment is refused for. A payment
   * that was booked before ends the attempt: its deal is answered as it was then.
   */
  async pay(client: PoolClient, payment: Prepared | undefined, riders: readonly Rider[] = []): Promise<void> {
    if (!payment) return writeRiders(client, riders);
    const { replay } = await this.#poster.postWithin(client, { ...payment, riders: [...payment.riders, ...riders] });
    if (replay) throw new Repeated(`journal ${payment.journal.id} was booked before`);
  }

  /** The payment of this id, if it is in the books: what those are answered by that keep no other record of their request. */
  booked(journalId: Uuid): Promise<Booked | undefined> {
    return findBooked(this.#database, journalId);
  }
}

/** What `work` gives, or the fault that it raises; other errors are errors. */
export async function orRefusal<T>(work: Promise<T>): Promise<T | Fault> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

function mayBeRepeated(error: unknown, { meetsAt }: { readonly meetsAt?: string }): boolean {
  if (error instanceof Fault || error instanceof Repeated) return true;
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint !== undefined && constraint === meetsAt;
}
