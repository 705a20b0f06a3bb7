import { type Draw, deriveId, drawn, formatMinor, mostOf, portionsOf, type Uuid, wholeOf } from '@scrip/kernel';
import type { Leg } from '../transactions/model.ts';
import { refundExceeded } from './errors.ts';
import type { Due, Fraction } from './model.ts';

/** A leg of an original, and how much of it goes back. */
export interface Owed {
  readonly due: Due;
  readonly leg: Leg;
  readonly amount: bigint;
  /** The most that any draw could make of it. */
  readonly most: bigint;
}

/** How much is left of a transfer, in minor units. */
export function leftOf({ amount, refunded }: Leg): bigint {
  return amount - refunded;
}

/**
 * How much of each transfer goes back, in proportion to what is left of it. The odd unit is drawn, so nobody gains by many small
 * refunds; what has been paid back so far decides which draw it is, so a preview and its refund draw the same. Raises
 * bank.refund_exceeded.
 */
export function owedOf(due: Due, legs: readonly Leg[], drawOf: (id: Uuid) => Draw): Owed[] {
  const left = legs.map(leftOf);
  const sum = left.reduce((a, b) => a + b, 0n);
  const asked = due.fraction ? least(fractionOf(due.fraction, legs), sum) : (due.amount ?? sum);
  if (sum === 0n && due.fraction) return [];
  if (sum === 0n) throw refundExceeded('nothing is left to be refunded');
  if (asked > sum) {
    const { scale } = (legs[0] as Leg).from.currency;
    const [has, needs] = [sum, asked].map((minor) => formatMinor(minor, scale));
    throw refundExceeded(`${has} is left to be refunded, ${needs} were asked for`);
  }
  const refunded = legs.reduce((all, leg) => all + leg.refunded, 0n);
  const draw = drawOf(deriveId('refund draw', due.original, String(refunded)));
  const portions = portionsOf(wholeOf(asked), left);
  return legs.flatMap((leg, index) => {
    const portion = portions[index];
    return portion ? [{ due, leg, amount: drawn(portion, draw), most: mostOf(portion) }] : [];
  });
}

/** What is on its way in-world counts as paid. */
function fractionOf({ part, whole }: Fraction, legs: readonly Leg[]): bigint {
  return (legs.reduce((sum, { amount }) => sum + amount, 0n) * part) / whole;
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
