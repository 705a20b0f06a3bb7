import type { Held } from '@scrip/capability';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import type { PresentLease, Terms, Unit } from '../model.ts';
import type { Part } from '../rights.ts';
import { leaseChanged, notLeased, termTooLong, termTooShort } from './errors.ts';

/** What moves where time is added to a lease. */
export type Times = Pick<PresentLease, 'paidUntil' | 'endsAt' | 'remindAt'>;

/** The times after so many seconds more; `from` is where they begin: now, or where the lease is paid until. */
export function timesAfter(from: Date, secs: number, { overdueSecs, reminders }: Terms, now: Date): Times {
  const paidUntil = plus(from, secs);
  const endsAt = plus(paidUntil, overdueSecs);
  return { paidUntil, endsAt, remindAt: nextReminder({ paidUntil, endsAt }, reminders, now) };
}

/**
 * When the lessee is next told something, after a moment: so many seconds before the end of what is paid, and when the lease
 * becomes overdue. A lease that can't be overdue expires instead, which is told then.
 */
export function nextReminder({ paidUntil, endsAt }: Omit<Times, 'remindAt'>, reminders: readonly number[], after: Date): Date | null {
  const times = reminders.map((secs) => plus(paidUntil, -secs));
  if (endsAt > paidUntil) times.push(paidUntil);
  const next = Math.min(...times.filter((time) => time > after).map((time) => time.getTime()));
  return Number.isFinite(next) ? new Date(next) : null;
}

/** The lease that somebody has at this moment. One that is over is none, whether or not the job has ended it yet. */
export function runningLease(lease: PresentLease | null, now: Date): PresentLease | undefined {
  return lease && lease.endsAt > now ? lease : undefined;
}

/** Who wants to change a lease, and in what part: as they were found to have it before the lease was locked. */
export interface Standing {
  readonly akey: AvatarKey;
  readonly as: Part;
  /** Undefined where the unit was vacant. */
  readonly leaseId: Uuid | undefined;
}

/** The part that a caller was found to have, of a unit as it was found. */
export function standingOf({
  principal: { akey, as },
  unit,
}: {
  readonly principal: Held<Part>;
  readonly unit: Pick<Unit, 'lease'>;
}): Standing {
  return { akey, as, leaseId: unit.lease?.id };
}

/** The lease, if it is still the one that somebody has this part in. Raises lease.not_leased and lease.lease_changed. */
export function mustStillHave({ akey, as, leaseId }: Standing, present: PresentLease | null, now: Date): PresentLease {
  const lease = runningLease(present, now);
  if (!lease || leaseId === undefined) throw notLeased('nobody leases the unit');
  const isTheirs = as === 'lessee' ? lease.lessee === akey : as !== 'payer' || lease.payer === akey;
  if (lease.id === leaseId && isTheirs) return lease;
  throw leaseChanged('the lease has passed on meanwhile');
}

/** How many seconds can be bought now for a lease that is paid until `from`. */
export function mostSecs({ maxSecs }: Pick<Terms, 'maxSecs'>, from: Date, now: Date): number {
  return Math.max(0, maxSecs + Math.floor((now.getTime() - from.getTime()) / 1_000));
}

/** Whether so many seconds can be bought now. Raises lease.term_too_short and lease.term_too_long. */
export function mustBeSold(terms: Terms, secs: number, from: Date, now: Date): void {
  const most = mostSecs(terms, from, now);
  if (most < terms.minSecs) {
    throw termTooLong(
      `${most} more seconds can be had now, and at least ${terms.minSecs} are sold at once; leases are paid ${terms.maxSecs} seconds ahead at most`,
    );
  }
  if (secs < terms.minSecs) throw termTooShort(`${secs} seconds are too few; at least ${terms.minSecs} are sold at once`);
  mustNotExceed(terms, secs, from, now);
}

/** Whether so many seconds can be added now, bought or not. Raises lease.term_too_long. */
export function mustNotExceed(terms: Terms, secs: number, from: Date, now: Date): void {
  const most = mostSecs(terms, from, now);
  if (secs <= most) return;
  throw termTooLong(
    `${secs} more seconds are too many; ${most} can be had now, since leases are paid ${terms.maxSecs} seconds ahead at most`,
  );
}

function plus(date: Date, secs: number): Date {
  return new Date(date.getTime() + secs * 1_000);
}
