import { type Chain, capabilityRevoked } from '@scrip/capability';
import type { Rider } from '@scrip/database';
import { type Currency, formatMinor, MAX_MINOR, majorToMinor, type Uuid } from '@scrip/kernel';
import type { Fault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Account } from '../accounts/accounts.ts';
import { accountClosed, accountFrozen, unknownAccount } from '../accounts/errors.ts';
import { holdExceeded, holdExpired, holdSettled, unknownHold } from '../holds/errors.ts';
import type { Batcher } from '../ledger/batcher.ts';
import type { Journal, Outcome, Refusal, Spending } from '../ledger/model.ts';
import { postWithin } from '../ledger/store.ts';
import { refundExceeded } from '../refunds/errors.ts';
import { invalidSplit } from '../splits/errors.ts';
import {
  conflictOf,
  currencyMismatch,
  grantExhausted,
  insufficientFunds,
  invalidAmount,
  limitExceeded,
  overCeiling,
  requestConflict,
  sameAccount,
} from './errors.ts';

/** The faults that any posting can end in. */
export const POSTING_FAULTS = [
  invalidAmount,
  invalidSplit,
  sameAccount,
  unknownAccount,
  requestConflict,
  currencyMismatch,
  accountClosed,
  accountFrozen,
  insufficientFunds,
  overCeiling,
  limitExceeded,
  grantExhausted,
  capabilityRevoked,
] as const;

/** Who asks, and under which id: what makes a retry the same request. An empty request id is never a retry. */
export interface Origin {
  readonly principal: Uuid;
  readonly requestId: string;
  /** The capabilities that the money is moved on, where they are more than the owner's own whole login. */
  readonly chain?: Chain;
}

const COMMENT_LENGTH = 64;
/** Spending totals count in millionths of a major unit. */
const GRANT_SCALE = 6;

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
  return chain && chain.length > 0 ? { spends: { amount: amount * 10n ** BigInt(GRANT_SCALE - scale), chain } } : {};
}

/** A journal that only needs to be posted. Nothing is locked yet, so it may wait, and be posted more than once. */
export interface Prepared {
  readonly journal: Journal;
  /** Rows that are written with it. */
  readonly riders: readonly Rider[];
  readonly requestId: string;
  /** Those of the journal, for naming them in faults; the first one's currency is the journal's. */
  readonly accounts: readonly Account[];
}

/** Posts what was prepared, and turns refusals into faults. */
export class Poster {
  readonly #batcher: Batcher;

  constructor(batcher: Batcher) {
    this.#batcher = batcher;
  }

  /** Through the batched path. Returns whether it was in the books before. */
  async post(prepared: Prepared): Promise<{ replay: boolean }> {
    return answer(prepared, await this.#batcher.submit(prepared));
  }

  /** In the caller's transaction, whose rows stand or fall with the money; the caller commits. */
  async postWithin(client: PoolClient, prepared: Prepared): Promise<{ replay: boolean }> {
    const [outcome] = await postWithin(client, [prepared]);
    return answer(prepared, outcome as Outcome);
  }
}

function answer({ requestId, accounts }: Prepared, outcome: Outcome): { replay: boolean } {
  if (outcome.accepted) return { replay: outcome.replay };
  throw faultOf(outcome.refusal, requestId, accounts);
}

/** A refusal of the ledger as the fault that its caller gets. `accounts` are those of the journal, by which they are named. */
function faultOf(refusal: Refusal, requestId: string, accounts: readonly Account[]): Fault {
  const accountOf = (id: Uuid) => accounts.find((account) => account.id === id);
  const nameOf = (id: Uuid) => accountOf(id)?.name ?? "the bank's own account";
  const scale = accounts[0]?.currency.scale ?? 0;
  const money = (minor: bigint) => formatMinor(minor, scale);
  const counted = (millionths: bigint) => String(Number(millionths) / 10 ** GRANT_SCALE);
  switch (refusal.why) {
    case 'request_conflict':
      return conflictOf(requestId);
    case 'grant_revoked':
      return capabilityRevoked('the capability was revoked');
    case 'grant_exhausted':
      return grantExhausted(`${counted(refusal.left)} is left of the capability's spending total, ${counted(refusal.needed)} needed`);
    case 'unknown_hold':
      return unknownHold('there is no such hold');
    case 'hold_settled':
      return holdSettled(`the hold was ${refusal.state} before`);
    case 'hold_expired':
      return holdExpired('the hold has expired');
    case 'hold_not_expired':
      return holdSettled('the hold has not expired yet');
    case 'hold_exceeded':
      return holdExceeded(`${money(refusal.held)} is held; no more than that can be posted`);
    case 'refund_exceeded':
      return refundExceeded(`${money(refusal.left)} is left to be refunded, ${money(refusal.needed)} were asked for`);
    case 'invalid_amount':
      return invalidAmount(`the amount is ${money(refusal.amount)}; more than zero is needed, and no more than an account can hold`);
    case 'same_account':
      return sameAccount('the money would go back to the account that it comes from');
    case 'unknown_account':
      return unknownAccount(`${nameOf(refusal.account)} is not there`);
    case 'currency_mismatch':
      return currencyMismatch(`one account is in ${refusal.debit}, the other in ${refusal.credit}`);
    case 'account_closed':
      return accountClosed(`${nameOf(refusal.account)} is closed`);
    case 'account_frozen':
      return accountFrozen(`${nameOf(refusal.account)} is frozen`);
    case 'insufficient_funds':
      return insufficientFunds(`${nameOf(refusal.account)} holds ${money(refusal.available)}, ${money(refusal.needed)} needed`);
    case 'over_ceiling':
      return overCeiling(`${nameOf(refusal.account)} has room for ${money(refusal.room)}, ${money(refusal.needed)} were to come in`);
    case 'limit_exceeded':
      return limitExceeded(`${nameOf(refusal.account)} would leave the range in which balances are exact`);
  }
}
