import { type Decimal, toScale } from '@scrip/kernel';

/** Spending on a capability is counted in millionths of a major unit: no currency has more than six decimals. */
const DECIMALS = 6;

/** An amount of a currency with so many decimals (0 for whole major units), as spending is counted. */
export function millionthsOf(amount: bigint, scale: number): bigint {
  return amount * 10n ** BigInt(DECIMALS - scale);
}

/** A number of major units, as spending is counted; undefined where it has more decimals than that. */
export function inMillionths(amount: Decimal): bigint | undefined {
  return toScale(amount, DECIMALS);
}

/** Counted spending in major units: for people, and for results. */
export function majorOf(millionths: bigint): number {
  return Number(millionths) / 10 ** DECIMALS;
}
