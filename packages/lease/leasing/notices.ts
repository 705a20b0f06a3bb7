import { notificationRider } from '@scrip/avatars';
import type { BackPlan } from '@scrip/bank';
import type { Rider } from '@scrip/database';
import type { AvatarKey, JournalId, OwnerKey, Uuid } from '@scrip/kernel';
import type { DueLease } from '../due/store.ts';
import type { Tenancy } from './tenancy.ts';

/** What avatars are called; one that nobody has registered goes by its key. */
export type Names = ReadonlyMap<OwnerKey, string>;

/** What everybody is told who has a part in it, but for the one who did it and so knows. */
export function rentedNotices(tenancy: Tenancy, names: Names, paidUntil: Date, price: string): Rider[] {
  const { owner, lessee } = tenancy;
  return [notice(owner, tenancy, `${nameOf(names, lessee)} rents ${placeOf(tenancy)} until ${timeOf(paidUntil)} for ${price}`)];
}

/** `refund` is empty where nothing goes back. */
export function terminatedNotices(tenancy: Tenancy, names: Names, actor: AvatarKey, refund: string): Rider[] {
  const { owner, lessee } = tenancy;
  const back = refund === '' ? '' : `; ${refund} went back`;
  const what = (whose: string) => `${nameOf(names, actor)} ended ${whose} lease of ${placeOf(tenancy)}${back}`;
  return [
    ...(actor === lessee ? [] : [notice(lessee, tenancy, what('your'))]),
    ...(actor === owner ? [] : [notice(owner, tenancy, what(actor === lessee ? 'the' : `${nameOf(names, lessee)}'s`))]),
  ];
}

/** What everybody is told who gets something back, or gives it: the owner and who did it know of it. */
export function refundNotices(
  tenancy: Tenancy,
  { receivers, sides }: Pick<BackPlan, 'receivers' | 'sides'>,
  moneyOf: (minor: bigint) => string,
  journalId: JournalId,
  actor: AvatarKey,
): Rider[] {
  const place = placeOf(tenancy);
  const told: readonly Uuid[] = [tenancy.owner, actor];
  return [
    ...[...receivers].map(([akey, amount]: readonly [Uuid, bigint]) =>
      notificationRider(akey, 'payment', `${moneyOf(amount)} came back to you of what was paid for ${place}`, journalId),
    ),
    ...sides
      .filter(({ owner }) => !told.includes(owner))
      .map(({ owner, amount }: { readonly owner: Uuid; readonly amount: bigint }) =>
        notificationRider(owner, 'lease', `${moneyOf(amount)} of what you got for ${place} went back: the lease was ended`, journalId),
      ),
  ];
}

/** `tenancy` is that of the new lessee. */
export function transferredNotices(tenancy: Tenancy, names: Names, former: AvatarKey, paidUntil: Date): Rider[] {
  const { owner, lessee } = tenancy;
  const from = nameOf(names, former);
  return [
    notice(lessee, tenancy, `${from} made you the lessee of ${placeOf(tenancy)}, which is paid until ${timeOf(paidUntil)}`),
    notice(owner, tenancy, `${from} gave the lease of ${placeOf(tenancy)} to ${nameOf(names, lessee)}`),
  ];
}

export function expiredNotices(tenancy: Tenancy, names: Names): Rider[] {
  const { owner, lessee } = tenancy;
  return [
    notice(lessee, tenancy, `Your lease of ${placeOf(tenancy)} has expired`),
    notice(owner, tenancy, `${nameOf(names, lessee)}'s lease of ${placeOf(tenancy)} has expired`),
  ];
}

/** What is to be said now, however many reminders were missed. Nothing of a lease that is over, which expires at once. */
export function reminderNotices(lease: DueLease): Rider[] {
  const { lessee, paidUntil, endsAt, now } = lease;
  if (endsAt <= now) return [];
  const what = `Your lease of ${placeOf(lease)}`;
  if (paidUntil > now) return [notice(lessee, lease, `${what} is paid until ${timeOf(paidUntil)}`)];
  return [notice(lessee, lease, `${what} is overdue since ${timeOf(paidUntil)}; it expires at ${timeOf(endsAt)} unless it is extended`)];
}

/** To the minute, as people read it. */
export function timeOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function notice(akey: AvatarKey, { leaseId }: Tenancy, text: string): Rider {
  return notificationRider(akey, 'lease', text, leaseId);
}

function placeOf({ unitName, locationName }: Tenancy): string {
  return `${unitName} at ${locationName}`;
}

function nameOf(names: Names, akey: AvatarKey): string {
  return names.get(akey) ?? akey;
}
