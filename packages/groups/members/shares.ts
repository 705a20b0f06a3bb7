import { type AvatarKey, apportion } from '@scrip/kernel';
import type { Ratio } from './ratios.ts';

/**
 * Who shares, in the order of joining, and with which weight: a share is weight / sum of the weights. Weights are whole
 * and at least one is above zero, so a share is an exact fraction and taking a member out changes nothing among the others.
 */
export type Shares = ReadonlyMap<AvatarKey, bigint>;

/**
 * Weights together stay at most this. Beyond, which takes some forty changes by whole percentages that nobody took back,
 * they are brought back to it by largest remainder: a relative error of 10^-100, in a percentage shown to 10^-6.
 */
export const MAX_SUM = 10n ** 100n;
/** What is shown of a percentage. */
const DECIMALS = 6;
const SHOWN = 10 ** DECIMALS;

/**
 * The shares once each of these has this ratio of what all had before, own share included, and everybody else what they
 * had; that such parts make no whole does not matter to weights. New members come last. Where it would leave nobody
 * anything, those who are not among them get equal parts; a member who is alone has everything.
 */
export function assign(shares: Shares, ratios: ReadonlyMap<AvatarKey, Ratio>): Shares {
  const sum = total(shares);
  // The least that all of them divide: a hundred ratios must not make numbers of thousands of digits.
  let common = 1n;
  for (const { whole } of ratios.values()) common *= whole / gcd(common, whole);
  const result = new Map<AvatarKey, bigint>();
  for (const [akey, weight] of shares) result.set(akey, weight * common);
  for (const [akey, { part, whole }] of ratios) result.set(akey, (sum * part * common) / whole);
  if (total(result) === 0n) {
    for (const akey of result.keys()) result.set(akey, ratios.has(akey) && ratios.size < result.size ? 0n : 1n);
  }
  return reduce(result);
}

/** The shares of the others, in the proportions they have; in equal parts where they have nothing. */
export function take(shares: Shares, akey: AvatarKey): Shares {
  const rest = new Map(shares);
  rest.delete(akey);
  if (total(rest) === 0n) for (const other of rest.keys()) rest.set(other, 1n);
  return reduce(rest);
}

/** Percentages as they are shown, to the sixth decimal and rounded so that they sum to exactly 100. */
export function percentages(shares: Shares): Map<AvatarKey, number> {
  const parts = apportion(BigInt(100 * SHOWN), [...shares.values()]);
  return new Map([...shares.keys()].map((akey, i) => [akey, Number(parts[i]) / SHOWN]));
}

/** One percentage to its sixth decimal, without the look at the others that makes all of them sum to 100. */
export function percentage(weight: bigint, sum: bigint): number {
  return Number((weight * BigInt(200 * SHOWN) + sum) / (2n * sum)) / SHOWN;
}

function total(shares: Shares): bigint {
  let sum = 0n;
  for (const weight of shares.values()) sum += weight;
  return sum;
}

/** The same shares in the smallest whole weights, and within MAX_SUM. */
function reduce(shares: Map<AvatarKey, bigint>): Shares {
  let divisor = 0n;
  for (const weight of shares.values()) divisor = gcd(divisor, weight);
  const smallest = [...shares.values()].map((weight) => (divisor > 1n ? weight / divisor : weight));
  const sum = smallest.reduce((a, b) => a + b, 0n);
  const bounded = sum > MAX_SUM ? apportion(MAX_SUM, smallest) : smallest;
  return new Map([...shares.keys()].map((akey, i) => [akey, bounded[i] as bigint]));
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
