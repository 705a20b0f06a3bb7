import { Changed, type Deal, type Deals, firstAnswerTo } from '@scrip/bank';
import type { Principal } from '@scrip/capability';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import type { Fault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Premises } from '../model.ts';
import type { LockedUnit, UnitStore } from '../units/store.ts';
import type { Units } from '../units/units.ts';
import { leaseChanged } from './errors.ts';
import type { Answer, LeaseStore } from './store.ts';

/** What makes a retry the same request; with an empty id nothing is one. */
export interface Request {
  readonly principal: Principal;
  readonly requestId: string;
  readonly requestHash: Uuid;
}

/** Part of a transaction in which the unit is locked, and is what it was when the change was prepared. */
export type Change<T> = (client: PoolClient, locked: LockedUnit) => Promise<T>;

/** Finds out, before the transaction, what a change of these premises comes to. */
export type Attempt<T> = (premises: Premises) => Promise<Change<T>>;

/** Requests of one id for different units meet at the log, where the first of them stands. */
const MEETS_AT = 'lease_log_journal_id_key';

export interface ChangesOptions {
  readonly deals: Deals;
  readonly units: Units;
  readonly unitStore: UnitStore;
  readonly leases: LeaseStore;
}

/** Changes leases: one unit at a time, one change after the other. */
export class Changes {
  readonly #deals: Deals;
  readonly #units: Units;
  readonly #unitStore: UnitStore;
  readonly #leases: LeaseStore;

  constructor({ deals, units, unitStore, leases }: ChangesOptions) {
    this.#deals = deals;
    this.#units = units;
    this.#unitStore = unitStore;
    this.#leases = leases;
  }

  /**
   * An attempt is made for one price and one set of terms, and begins anew where they are others under the lock. `about` are those
   * of whom the change wants to know whether the location lists them. Raises lease.lease_changed where that never ends, and what the
   * attempt raises.
   */
  make<T>(premises: Premises, attempt: Attempt<T>, about: readonly AvatarKey[] = []): Promise<T> {
    return this.#deals.settle(this.#dealFor(premises, attempt, about));
  }

  /**
   * As `make`, for a request that may be retried: a retry gets the first answer, whatever has become of the lease since. `isStale`
   * tells which refusals of the payment come of an attempt that is out of date. Raises bank.request_conflict where the id was used
   * for another request.
   */
  answer(
    premises: Premises,
    { principal, ...request }: Request,
    attempt: Attempt<Answer>,
    { about = [], isStale = () => false }: { readonly about?: readonly AvatarKey[]; readonly isStale?: (refusal: Fault) => boolean } = {},
  ): Promise<Answer> {
    const firstAnswer = firstAnswerTo({ principal: principal.akey, ...request }, (id) => this.#leases.answer(id));
    const deal = this.#dealFor(premises, attempt, about);
    return this.#deals.settle({ ...deal, firstAnswer, meetsAt: MEETS_AT, isStale: async (refusal) => isStale(refusal) });
  }

  #dealFor<T>(premises: Premises, attempt: Attempt<T>, about: readonly AvatarKey[]): Deal<Change<T>, LockedUnit | undefined, T> {
    const { location, unit } = premises;
    let seen = premises;
    return {
      plan: async (count) => {
        if (count > 1) seen = await this.#units.get(location.owner, location.name, unit.name);
        return attempt(seen);
      },
      lock: (client) => this.#unitStore.lock(client, seen.unit.id, about),
      book: async (client, change, locked) => {
        if (locked?.unit.revision !== seen.unit.revision) throw new Changed();
        return change(client, locked);
      },
      changesAllTheTime: () => leaseChanged(`${JSON.stringify(unit.name)} changes all the time; ask again`),
    };
  }
}
