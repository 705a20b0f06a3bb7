import type { Avatars } from '@scrip/avatars';
import { writeRiders } from '@scrip/database';
import { newId, type Uuid } from '@scrip/kernel';
import type { Estate } from '../estate/estate.ts';
import { findBanned, mustBeAdmitted, mustNotBeBanned } from './access.ts';
import type { Change, Changes, Place } from './changes.ts';
import { accessDenied, noFreeExtension } from './errors.ts';
import { timeOf, transferredNotices } from './notices.ts';
import { mustNotExceed, mustStillHave, type Standing, timesAfter } from './rules.ts';
import { type ListedLease, type Store, tenancyOf } from './store.ts';

export interface Extension {
  readonly leaseId: Uuid;
  readonly secs: number;
  readonly paidUntil: Date;
}

/** What becomes of a lease without money: who has it, who may pay for it, and its free extension. */
export class Tenants {
  readonly #avatars: Avatars;
  readonly #estate: Estate;
  readonly #changes: Changes;
  readonly #store: Store;

  constructor(of: { avatars: Avatars; estate: Estate; changes: Changes; store: Store }) {
    this.#avatars = of.avatars;
    this.#estate = of.estate;
    this.#changes = of.changes;
    this.#store = of.store;
  }

  /** The one extension of each lease that costs nothing (lease.extendFree). */
  extendFree(place: Place, standing: Standing): Promise<Extension> {
    return this.#changes.make(place, async ({ location, unit: seen }): Promise<Change<Extension>> => {
      const { graceSecs: secs } = location;
      const banned = await findBanned(this.#estate.people, location, [standing.akey, seen.lease?.lessee]);
      return async (client, { unit, now }) => {
        const { id: leaseId, lessee, paidUntil: before, graceUsed } = mustStillHave(standing, unit.lease, now);
        mustNotBeBanned(banned);
        if (secs === 0) throw noFreeExtension('the location gives no free extension');
        if (graceUsed) throw noFreeExtension('the lease has had its free extension');
        mustNotExceed(location, secs, before, now);
        const times = timesAfter(before, secs, location, now);
        const { paidUntil } = times;
        await this.#store.prolong(client, unit.id, times, true);
        await this.#store.addPurchase(client, {
          journalId: newId(),
          leaseId,
          secs,
          amount: 0n,
          refundTo: lessee,
          refundPercent: location.refundPercent,
        });
        const what = { leaseId, durationSecs: secs, paidUntil, detail: `free extension, paid until ${timeOf(paidUntil)}` };
        await this.#estate.log(client, { locationId: location.id, type: 'extend', unit, akey: lessee, actor: standing.akey, ...what });
        return { leaseId, secs, paidUntil };
      };
    });
  }

  /** Names another avatar who may extend the lease and pay for that, or nobody any more (lease.setPayer). */
  setPayer(place: Place, standing: Standing, payer: Uuid | null): Promise<void> {
    return this.#changes.make(
      place,
      async ({ location }): Promise<Change<void>> =>
        async (client, { unit, now }) => {
          const lease = mustStillHave(standing, unit.lease, now);
          if (lease.payer === payer) return;
          if (payer === location.owner) throw accessDenied(`${payer} owns the location and would pay themselves; somebody else can pay`);
          await this.#store.setPayer(client, unit.id, payer);
          // One of the two is somebody, or nothing would change.
          const about = (payer ?? lease.payer) as Uuid;
          const detail = payer ? 'may extend the lease and pay for it' : 'may not pay for the lease any more';
          const what = { leaseId: lease.id, akey: about, actor: standing.akey, detail };
          await this.#estate.log(client, { locationId: location.id, type: 'payer', unit, ...what });
        },
    );
  }

  /** Gives a lease to somebody else, with what the lessee is refunded of it; the alternate payer is forgotten (lease.transfer). */
  transfer(place: Place, standing: Standing, to: Uuid): Promise<void> {
    return this.#changes.make(place, async ({ location }): Promise<Change<void>> => {
      const admission = await this.#estate.people.admission(location, to);
      const names = await this.#avatars.names([standing.akey, to]);
      return async (client, { unit, now }) => {
        const lease = mustStillHave(standing, unit.lease, now);
        if (to === lease.lessee) return;
        if (to === location.owner) throw accessDenied(`${to} owns the location; lease.terminate gives them the unit back`);
        mustBeAdmitted(to, admission);
        await this.#store.setLessee(client, unit.id, lease, to);
        const tenancy = tenancyOf(location, unit, { id: lease.id, lessee: to });
        await writeRiders(client, transferredNotices(tenancy, names, lease.lessee, lease.paidUntil));
        const detail = `from ${names.get(lease.lessee) ?? lease.lessee}`;
        const what = { leaseId: lease.id, paidUntil: lease.paidUntil, detail };
        await this.#estate.log(client, { locationId: location.id, type: 'transfer', unit, akey: to, actor: standing.akey, ...what });
      };
    });
  }

  /** What an avatar leases or may pay for, the soonest to end first (lease.myLeases). */
  list(akey: Uuid, offset: number, limit: number): Promise<ListedLease[]> {
    return this.#store.listed(akey, offset, limit);
  }
}
