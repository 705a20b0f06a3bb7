import { type Chain, millionthsOf } from '@scrip/capability';
import { type Currency, type Decimal, formatMinor, MAX_MINOR, type OwnerKey, toScale } from '@scrip/kernel';
import type { Spending } from '../ledger/model.ts';
import { invalidAmount } from './errors.ts';

/** Who asks, and under which id: what makes a retry the same request. An empty request id is never a retry. */
export interface Origin {
  /** The avatar who calls; the nil key for the bank itself, or the purse that the money is kept in. */
  readonly principal: OwnerKey;
  readonly requestId: string;
  /** The capabilities that the money is moved on; undefined where the bank moves it by itself. */
  readonly chain?: Chain;
}

const COMMENT_LENGTH = 64;

/** The documented limit: a longer comment is cut, not refused. Counted in characters, so that none is cut in half. */
export function cutComment(comment: string): string {
  return comment.length <= COMMENT_LENGTH ? comment : [...comment].slice(0, COMMENT_LENGTH).join('');
}

/** An amount above zero, as a caller named it, in minor units; raises bank.invalid_amount. */
export function toMinor(amount: Decimal, currency: Currency): bigint {
  const minor = toAnyMinor(amount, currency);
  if (minor > 0n) return minor;
  throw invalidAmount(`the amount is ${amount} ${currency.code}; at least ${formatMinor(1n, currency.scale)} is needed`);
}

/** As `toMinor`, for an amount that may be zero or below. */
export function toAnyMinor(amount: Decimal, { code, scale }: Currency): bigint {
  const minor = toScale(amount, scale);
  if (minor === undefined) {
    throw invalidAmount(
      `the amount is ${amount} ${code}; ${code} has ${scale} decimal places, so a multiple of ${formatMinor(1n, scale)} is needed`,
    );
  }
  if (minor > MAX_MINOR) throw invalidAmount(`the amount is ${amount} ${code}; at most ${formatMinor(MAX_MINOR, scale)} can be moved`);
  return minor;
}

/** What the ledger counts on the origin's capabilities when so many minor units leave an account. */
export function spendingOf({ chain }: Pick<Origin, 'chain'>, amount: bigint, { scale }: Currency): { spends?: Spending } {
  return chain ? { spends: { amount: millionthsOf(amount, scale), chain: chain.recorded, unrecorded: chain.unrecorded } } : {};
}
