import { Changed, type Deal, type Deals, firstAnswerTo } from '@scrip/bank';
import type { Principal } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { Estate } from '../estate.ts';
import type { Location, Unit } from '../model.ts';
import type { LockedUnit } from '../units/store.ts';
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

/** Part of a transaction in which the unit is locked, and is what it was when the change was prepared. */
export type Change<T> = (client: PoolClient, locked: LockedUnit) => Promise<T>;

/** Finds out, before the transaction, what a change of this place comes to. */
export type Attempt<T> = (place: Place) => Promise<Change<T>>;

/** Requests of one id for different units meet at the log, where the first of them stands. */
const MEETS_AT = 'lease_log_journal_id_key';

/** Changes leases: one unit at a time, one change after the other. */
export class Changes {
  readonly #deals: Deals;
  readonly #estate: Estate;
  readonly #store: Store;

  constructor(deals: Deals, estate: Estate, store: Store) {
    this.#deals = deals;
    this.#estate = estate;
    this.#store = store;
  }

  /**
   * An attempt is made for one price and one set of terms, and begins anew where they are others under the lock. `about` are those
   * of whom the change wants to know whether the location lists them. Raises lease.lease_changed where that never ends, and what the
   * attempt raises.
   */
  make<T>(place: Place, attempt: Attempt<T>, about: readonly Uuid[] = []): Promise<T> {
    return this.#deals.settle(this.#dealOf(place, attempt, about));
  }

  /**
   * As `make`, for a request that may be retried: a retry gets the first answer, whatever has become of the lease since.
   * Raises bank.request_conflict where the id was used for another request.
   */
  answer(place: Place, { principal, ...request }: Request, attempt: Attempt<Answer>, about: readonly Uuid[] = []): Promise<Answer> {
    const firstAnswer = firstAnswerTo({ principal: principal.akey, ...request }, (id) => this.firstAnswer(id));
    return this.#deals.settle({ ...this.#dealOf(place, attempt, about), firstAnswer, meetsAt: MEETS_AT });
  }

  /** What was answered to the request whose payment has, or would have, this id. */
  firstAnswer(journalId: Uuid): Promise<Answer | undefined> {
    return this.#store.answer(journalId);
  }

  #dealOf<T>(place: Place, attempt: Attempt<T>, about: readonly Uuid[]): Deal<Change<T>, LockedUnit | undefined, T> {
    let seen = place;
    return {
      plan: async (count) => {
        if (count > 1) seen = await this.#estate.unitWithLocation(place.location.owner, place.location.name, place.unit.name);
        return attempt(seen);
      },
      lock: (client) => this.#estate.units.lock(client, seen.unit.id, about),
      book: async (client, change, locked) => {
        if (locked?.unit.revision !== seen.unit.revision) throw new Changed();
        return change(client, locked);
      },
      changesAllTheTime: () => leaseChanged(`${JSON.stringify(place.unit.name)} changes all the time; ask again`),
    };
  }
}
