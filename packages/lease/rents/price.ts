import type { Discount } from '../model.ts';

/** What time at a unit costs. */
export interface Tariff {
  /** Minor units for each period, without discount. */
  readonly rate: bigint;
  readonly periodSecs: number;
  /** In rising order of their seconds. */
  readonly discounts: readonly Discount[];
}

export interface Quote {
  readonly secs: number;
  /** Minor units. */
  readonly amount: bigint;
  readonly discountPercent: number;
}

/** Rounded up to the minor unit, of which the shortest time costs one. */
export function quoteOf(tariff: Tariff, secs: number): Quote {
  const discountPercent = tariff.discounts.findLast((discount) => discount.secs <= secs)?.percent ?? 0;
  return { secs, discountPercent, amount: costOf(tariff, secs, discountPercent) };
}

/**
 * The most seconds, up to `mostSecs`, that cost no more than so many minor units; 0 where not even one does. With a
 * discount more time may cost less, so that the stretch of each discount is looked at for itself, the longest first.
 */
export function secsFor(tariff: Tariff, amount: bigint, mostSecs: number): number {
  const stretches = [{ secs: 1, percent: 0 }, ...tariff.discounts];
  let last = mostSecs;
  for (const { secs: first, percent } of stretches.toReversed()) {
    if (first <= last) {
      const secs = Math.min(last, affordable(tariff, amount, percent));
      if (secs >= first) return secs;
    }
    last = Math.min(last, first - 1);
  }
  return 0;
}

function costOf({ rate, periodSecs }: Tariff, secs: number, percent: number): bigint {
  const [part, whole] = [rate * BigInt(secs) * BigInt(100 - percent), 100n * BigInt(periodSecs)];
  const cost = (part + whole - 1n) / whole;
  return cost > 1n ? cost : 1n;
}

/** Without a bound where the discount is all of the price, since everything costs one minor unit then. */
function affordable({ rate, periodSecs }: Tariff, amount: bigint, percent: number): number {
  if (amount < 1n) return 0;
  const each = rate * BigInt(100 - percent);
  return each === 0n ? Number.POSITIVE_INFINITY : Number((amount * 100n * BigInt(periodSecs)) / each);
}
