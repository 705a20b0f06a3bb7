import { apportion, type Uuid } from '@scrip/kernel';
import type { Ratio } from './rules.ts';

/**
 * Who shares, in the order of joining, and with which weight: a share is weight / sum of the weights. Weights are whole
 * and at least one is above zero, so a share is an exact fraction and taking a member out changes nothing among the others.
 */
export type Shares = ReadonlyMap<Uuid, bigint>;

/**
 * Weights together stay at most this. Beyond, which takes some thirty different percentages of four digits on top of each
 * other, they are brought back to it by largest remainder: a relative error of 10^-100, in a percentage shown to 10^-6.
 */
export const MAX_SUM = 10n ** 100n;
/** What is shown of a percentage. */
const DECIMALS = 6;
const SHOWN = 10 ** DECIMALS;

/**
 * The shares once `akey` has this ratio of the whole and the others, in the proportions they have, the rest. A new member
 * is the last one. A member who is alone has everything. Where the others have nothing, they get the rest in equal parts.
 */
export function give(shares: Shares, akey: Uuid, ratio: Ratio): Shares {
  const others = spread(without(shares, akey));
  if (others.size === 0) return new Map([[akey, 1n]]);
  const { part, whole } = ratio;
  const own = total(others) * part;
  const result = new Map<Uuid, bigint>();
  for (const member of shares.keys()) result.set(member, (others.get(member) ?? 0n) * (whole - part));
  return reduce(result.set(akey, own));
}

/** The shares of the others, in the proportions they have; in equal parts where they have nothing. */
export function take(shares: Shares, akey: Uuid): Shares {
  return reduce(spread(without(shares, akey)));
}

/** Percentages as they are shown, to the sixth decimal and rounded so that they sum to exactly 100. */
export function percentages(shares: Shares): Map<Uuid, number> {
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

function without(shares: Shares, akey: Uuid): Map<Uuid, bigint> {
  const rest = new Map(shares);
  rest.delete(akey);
  return rest;
}

/** The same, or equal parts where nobody has any. */
function spread(shares: Map<Uuid, bigint>): Map<Uuid, bigint> {
  if (total(shares) > 0n) return shares;
  return new Map([...shares.keys()].map((akey) => [akey, 1n]));
}

/** The same shares in the smallest whole weights, and within MAX_SUM. */
function reduce(shares: Map<Uuid, bigint>): Shares {
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
