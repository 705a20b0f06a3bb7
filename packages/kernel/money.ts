/** A currency and its fixed scale: the number of decimal places of a major unit. */
export interface Currency {
  readonly code: string;
  /** 0 to 6. A currency of scale 2 counts in hundredths. */
  readonly scale: number;
}

/**
 * The most that one account may hold and one transfer may move, in minor units: the largest whole number that a double
 * still carries exactly, because the documented balance is a double.
 */
export const MAX_MINOR = 9_007_199_254_740_991n;

/** Minor units to the double that documented results carry. Exact for scale 0, nearest otherwise. */
export function minorToMajor(minor: bigint, currency: Currency): number {
  return Number(minor) / 10 ** currency.scale;
}

/** Minor units as people write them: `-1234n` at scale 2 is `-12.34`. */
export function formatMinor(minor: bigint, scale: number): string {
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/**
 * Shares `total` (minor units, not negative) by whole weights, so that every unit is accounted for: each share is its exact
 * part rounded down, and what is left over goes by one unit each to those with the largest remainders, the earlier one
 * where two are equal (Hamilton's method). No weight may be negative, and not all of them zero.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  const shares = weights.map((weight) => (total * weight) / sum);
  let left = total - shares.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    shares[index] = (shares[index] as bigint) + 1n;
    left -= 1n;
  }
  return shares;
}
