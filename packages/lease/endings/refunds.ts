import type { AvatarKey } from '@scrip/kernel';

/** Time that was bought, or given free for an amount of zero. */
export interface Purchase {
  readonly secs: number;
  /** Minor units that the payer is short of by it. */
  readonly amount: bigint;
  readonly refundTo: AvatarKey;
  /** What lessees were promised of it when it was bought. */
  readonly refundPercent: number;
}

export interface Refund {
  readonly to: AvatarKey;
  /** Minor units, above zero. */
  readonly amount: bigint;
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
  const amounts = new Map<AvatarKey, bigint>();
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
