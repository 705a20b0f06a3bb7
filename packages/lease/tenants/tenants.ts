import type { Avatars } from '@scrip/avatars';
import { writeRiders } from '@scrip/database';
import { type AvatarKey, newId, type Uuid } from '@scrip/kernel';
import { admissionOf, mustBeAdmitted, mustNotBeBanned } from '../access/admission.ts';
import { accessDenied } from '../access/errors.ts';
import type { Access } from '../access/store.ts';
import type { Change, Changes } from '../leasing/changes.ts';
import { timeOf, transferredNotices } from '../leasing/notices.ts';
import { mustNotExceed, mustStillHave, type Standing, timesAfter } from '../leasing/rules.ts';
import type { LeaseStore } from '../leasing/store.ts';
import { tenancyOf } from '../leasing/tenancy.ts';
import type { Premises } from '../model.ts';
import { noFreeExtension } from './errors.ts';
import { setLessee, setPayer } from './store.ts';

export interface Extension {
  readonly leaseId: Uuid;
  readonly secs: number;
  readonly paidUntil: Date;
}

/** What becomes of a lease without money: who has it, who may pay for it, and its free extension. */
export class Tenants {
  readonly #avatars: Avatars;
  readonly #access: Access;
  readonly #changes: Changes;
  readonly #leases: LeaseStore;

  constructor(avatars: Avatars, access: Access, changes: Changes, leases: LeaseStore) {
    this.#avatars = avatars;
    this.#access = access;
    this.#changes = changes;
    this.#leases = leases;
  }

  /** The one extension of each lease that costs nothing (lease.extendFree). */
  extendFree(premises: Premises, standing: Standing): Promise<Extension> {
    const { akey: actor } = standing;
    const attempt = async ({ location }: Premises): Promise<Change<Extension>> => {
      const { id: locationId, graceSecs: secs, refundPercent } = location;
      return async (client, { unit, now, listed }) => {
        const before = mustStillHave(standing, unit.lease, now);
        mustNotBeBanned(listed);
        if (secs === 0) throw noFreeExtension('the location gives no free extension');
        if (before.graceUsed) throw noFreeExtension('the lease has had its free extension');
        mustNotExceed(location, secs, before.paidUntil, now);
        const lease = { ...before, ...timesAfter(before.paidUntil, secs, location, now), graceUsed: true };
        const { id: leaseId, lessee, paidUntil } = lease;
        const added = { journalId: newId(), secs, amount: 0n, refundTo: lessee, refundPercent };
        const about = { locationId, type: 'extend', unit, leaseId, akey: lessee, actor, durationSecs: secs, paidUntil } as const;
        await this.#leases.addTime(client, unit.id, lease, added, { ...about, detail: `free extension, paid until ${timeOf(paidUntil)}` });
        return { leaseId, secs, paidUntil };
      };
    };
    return this.#changes.make(premises, attempt, [actor]);
  }

  /** Names another avatar who may extend the lease and pay for that, or nobody any more (lease.setPayer). */
  setPayer(premises: Premises, standing: Standing, payer: AvatarKey | null): Promise<void> {
    return this.#changes.make(
      premises,
      async ({ location }): Promise<Change<void>> =>
        async (client, { unit, now }) => {
          const lease = mustStillHave(standing, unit.lease, now);
          const akey = payer ?? lease.payer;
          if (akey === null || lease.payer === payer) return;
          if (payer === location.owner) throw accessDenied(`${payer} owns the location and would pay themselves; somebody else can pay`);
          const detail = payer ? 'may extend the lease and pay for it' : 'may not pay for the lease any more';
          const about = { locationId: location.id, type: 'payer', unit, leaseId: lease.id, akey, actor: standing.akey } as const;
          await setPayer(client, unit.id, payer, { ...about, detail });
        },
    );
  }

  /** Gives a lease to somebody else, with what the lessee is refunded of it; the alternate payer is forgotten (lease.transfer). */
  transfer(premises: Premises, standing: Standing, to: AvatarKey): Promise<void> {
    const { akey: actor } = standing;
    const attempt = async ({ location }: Premises): Promise<Change<void>> => {
      const membership = await this.#access.membership(location, to);
      const names = await this.#avatars.names([actor, to]);
      return async (client, { unit, now, listed }) => {
        const { id: leaseId, lessee, paidUntil } = mustStillHave(standing, unit.lease, now);
        if (to === lessee) return;
        if (to === location.owner) throw accessDenied(`${to} owns the location; lease.terminate gives them the unit back`);
        mustBeAdmitted(to, admissionOf(listed, to, membership));
        const detail = `from ${names.get(lessee) ?? lessee}`;
        const about = { locationId: location.id, type: 'transfer', unit, leaseId, akey: to, actor, paidUntil } as const;
        await setLessee(client, unit.id, { id: leaseId, lessee }, to, { ...about, detail });
        const tenancy = tenancyOf(location, unit, { id: leaseId, lessee: to });
        await writeRiders(client, transferredNotices(tenancy, names, lessee, paidUntil));
      };
    };
    return this.#changes.make(premises, attempt, [to]);
  }
}
