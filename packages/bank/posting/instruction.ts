import { type Chain, millionthsOf } from '@scrip/capability';
import { type Currency, formatMinor, MAX_MINOR, majorToMinor, type OwnerKey } from '@scrip/kernel';
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

/** Whole major units, as a caller named them, in minor units; raises bank.invalid_amount. */
export function toMinor(amount: number, currency: Currency): bigint {
  const minor = majorToMinor(amount, currency);
  if (minor <= 0n) throw invalidAmount(`the amount is ${amount}; a whole number above zero is needed`);
  if (minor > MAX_MINOR) throw invalidAmount(`the amount is ${amount}; at most ${formatMinor(MAX_MINOR, currency.scale)} can be moved`);
  return minor;
}

/** What the ledger counts on the origin's capabilities when so many minor units leave an account. */
export function spendingOf({ chain }: Pick<Origin, 'chain'>, amount: bigint, { scale }: Currency): { spends?: Spending } {
  return chain ? { spends: { amount: millionthsOf(amount, scale), chain: chain.recorded, unrecorded: chain.unrecorded } } : {};
}
