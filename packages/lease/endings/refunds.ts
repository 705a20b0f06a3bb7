import type { Due } from '@scrip/bank';
import type { AvatarKey, JournalId } from '@scrip/kernel';

/** Time that was bought, or given free for an amount of zero. */
export interface Purchase {
  /** The payment; an id of its own where nothing was paid. */
  readonly journalId: JournalId;
  readonly secs: number;
  /** Minor units that the payer was short of by it. */
  readonly amount: bigint;
  readonly refundTo: AvatarKey;
  /** What lessees were promised of it when it was bought. */
  readonly refundPercent: number;
}

/** Whole seconds that are paid and not used yet. */
export function unusedSecs(paidUntil: Date, now: Date): number {
  return Math.max(0, Math.floor((paidUntil.getTime() - now.getTime()) / 1_000));
}

/**
 * How much of which purchase goes back for so many unused seconds, and to whom: those that were bought last are the ones that were
 * not used, and `percentOf` a purchase is paid back of its. The bank rounds down for each purchase, so whoever buys in small pieces
 * and ends the lease gains nothing by that.
 */
export function duesOf(newestFirst: readonly Purchase[], unused: number, percentOf: (purchase: Purchase) => number): Due[] {
  const dues: Due[] = [];
  let left = unused;
  for (const purchase of newestFirst) {
    const { journalId, secs, amount, refundTo } = purchase;
    if (left <= 0) break;
    const part = BigInt(Math.min(secs, left)) * BigInt(percentOf(purchase));
    if (amount > 0n && part > 0n) dues.push({ original: journalId, fraction: { part, whole: BigInt(secs) * 100n }, to: refundTo });
    left -= secs;
  }
  return dues;
}
