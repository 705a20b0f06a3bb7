import { journalId, requestConflict } from '@scrip/bank';
import type { Principal } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { Estate } from '../estate/estate.ts';
import type { Within } from '../estate/locations/store.ts';
import type { Location, Unit } from '../model.ts';
import { leaseChanged } from './errors.ts';
import type { Answer, Store } from './store.ts';

/** A unit and its location, as they were when somebody looked. */
export interface Place {
  readonly location: Location;
  readonly unit: Unit;
}

/** What makes a retry the same request; with an empty id nothing is one. */
export interface Request {
  readonly principal: Principal;
  readonly requestId: string;
  readonly requestHash: Uuid;
}

/** What an attempt ends in where the place is not what it was made for any more. */
export const CHANGED = Symbol('changed');

/** Part of a transaction in which the unit is locked: as it is now, by the database's clock. */
export type Change<T> = (client: PoolClient, locked: { readonly unit: Unit; readonly now: Date }) => Promise<T | typeof CHANGED>;

const ATTEMPTS = 5;

/** Changes leases: one unit at a time, one change after the other. */
export class Changes {
  readonly #database: Database;
  readonly #estate: Estate;
  readonly #store: Store;

  constructor(database: Database, estate: Estate, store: Store) {
    this.#database = database;
    this.#estate = estate;
    this.#store = store;
  }

  /**
   * What a payment needs to know is asked before its transaction (one that waited for a second connection could wait for
   * ever), so that an attempt is made for one price and one set of terms, and begins anew where they are others under the
   * lock. Raises lease.lease_changed where that never ends, and what the attempt raises.
   */
  make<T>(place: Place, attempt: (place: Place) => Promise<Change<T>>): Promise<T> {
    return this.#settle(place, attempt, async () => undefined);
  }

  /**
   * As `make`, for a request that may be retried: a retry gets the first answer, whatever has become of the lease since.
   * Raises bank.request_conflict where the id was used for another request.
   */
  answer(place: Place, request: Request, attempt: (place: Place) => Promise<Change<Answer>>): Promise<Answer> {
    return this.#settle(place, attempt, (on) => this.#answered(request, on));
  }

  async #settle<T>(
    place: Place,
    attempt: (place: Place) => Promise<Change<T>>,
    answered: (on?: Within) => Promise<T | undefined>,
  ): Promise<T> {
    let seen = place;
    for (let count = 0; count < ATTEMPTS; count++) {
      const first = await answered();
      if (first) return first;
      if (count > 0) seen = await this.#estate.unitWithLocation(seen.location.owner, seen.location.name, seen.unit.name);
      const change = await attempt(seen);
      const result = await this.#database.transaction(async (client) => {
        const locked = await this.#estate.lockUnit(client, seen.unit.id);
        // The same request at the same time may have been first.
        const meanwhile = await answered(client);
        if (meanwhile) return meanwhile;
        return locked?.unit.revision === seen.unit.revision ? change(client, locked).catch(asConflict) : CHANGED;
      });
      if (result !== CHANGED) return result;
    }
    throw leaseChanged(`${JSON.stringify(place.unit.name)} changes all the time; ask again`);
  }

  /** What a request of this id by this avatar was answered, whatever it asked for; an empty id stands for none. */
  async firstAnswer(akey: Uuid, requestId: string, on?: Within): Promise<Answer | undefined> {
    return requestId === '' ? undefined : this.#store.answer(journalId(akey, requestId), on);
  }

  async #answered({ principal, requestId, requestHash }: Request, on?: Within): Promise<Answer | undefined> {
    const answer = await this.firstAnswer(principal.akey, requestId, on);
    if (answer && answer.requestHash !== requestHash) {
      throw requestConflict(`the request id ${JSON.stringify(requestId)} was used for another request; a retry must repeat it exactly`);
    }
    return answer;
  }
}

/**
 * Two requests under one id for different units do not meet at a lock; the slower one meets the first one's answer. Tried
 * again, as any write conflict is, it finds it.
 */
function asConflict(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505' || constraint !== 'lease_log_journal_id_key') throw error;
  throw Object.assign(new Error('another request under the same id came first', { cause: error }), { code: '40001' });
}
