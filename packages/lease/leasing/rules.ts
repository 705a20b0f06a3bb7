import type { Held } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { PresentLease, Terms, Unit } from '../model.ts';
import type { Part } from '../rights.ts';
import { leaseChanged, notLeased, termTooLong, termTooShort } from './errors.ts';

/** What moves where time is added to a lease. */
export type Times = Pick<PresentLease, 'paidUntil' | 'endsAt' | 'remindAt'>;

/** Time that was bought, or given free for an amount of zero. */
export interface Purchase {
  readonly secs: number;
  /** Minor units that the payer is short of by it. */
  readonly amount: bigint;
  readonly refundTo: Uuid;
  /** What lessees were promised of it when it was bought. */
  readonly refundPercent: number;
}

export interface Refund {
  readonly to: Uuid;
  /** Minor units, above zero. */
  readonly amount: bigint;
}

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
  readonly akey: Uuid;
  readonly as: Part;
  /** Undefined where the unit was vacant. */
  readonly leaseId: Uuid | undefined;
}

/** The part that a caller was found to have, of a unit as it was found. */
export function standingOf({ principal: { akey, as }, unit }: { principal: Held<Part>; unit: Pick<Unit, 'lease'> }): Standing {
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

/** Whole seconds that are paid and not used yet. */
export function unusedSecs(paidUntil: Date, now: Date): number {
  return Math.max(0, Math.floor((paidUntil.getTime() - now.getTime()) / 1_000));
}

/**
 * Who gets how much back of so many unused seconds: those that were bought last are the ones that were not used, each at
 * what it cost, `percentOf` it of that, rounded down for each purchase. Payees are in the order of their newest purchases.
 */
export function refundsOf(newestFirst: readonly Purchase[], unused: number, percentOf: (purchase: Purchase) => number): Refund[] {
  const amounts = new Map<Uuid, bigint>();
  let left = unused;
  for (const purchase of newestFirst) {
    const { secs, amount, refundTo } = purchase;
    if (left <= 0) break;
    const back = (amount * BigInt(Math.min(secs, left)) * BigInt(percentOf(purchase))) / (BigInt(secs) * 100n);
    if (back > 0n) amounts.set(refundTo, (amounts.get(refundTo) ?? 0n) + back);
    left -= secs;
  }
  return [...amounts].map(([to, amount]) => ({ to, amount }));
}

function plus(date: Date, secs: number): Date {
  return new Date(date.getTime() + secs * 1_000);
}
