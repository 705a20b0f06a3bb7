import { capabilityRevoked, majorOf } from '@scrip/capability';
import { type AccountId, formatMinor } from '@scrip/kernel';
import { conflictOf, type Fault, requestConflict } from '@scrip/rpc';
import { accountClosed, accountFrozen, unknownAccount } from '../accounts/errors.ts';
import { holdExceeded, holdExpired, holdSettled, unknownHold } from '../holds/errors.ts';
import type { Refusal } from '../ledger/model.ts';
import type { Party } from '../payments/sent-to.ts';
import { refundExceeded } from '../refunds/errors.ts';
import { invalidSplit } from '../splits/errors.ts';
import { currencyMismatch, grantExhausted, insufficientFunds, invalidAmount, limitExceeded, overCeiling, sameAccount } from './errors.ts';

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

/** A refusal of the ledger as the fault that its caller gets. `accounts` are those of the journal, by which they are named. */
export function faultOf(refusal: Refusal, requestId: string, accounts: readonly Party[]): Fault {
  const accountOf = (id: AccountId) => accounts.find((account) => account.id === id);
  const nameOf = (id: AccountId) => accountOf(id)?.name ?? "the bank's own account";
  const scale = accounts[0]?.currency.scale ?? 0;
  const money = (minor: bigint) => formatMinor(minor, scale);
  const counted = (millionths: bigint) => String(majorOf(millionths));
  switch (refusal.why) {
    case 'request_conflict':
      return conflictOf(requestId);
    case 'capability_revoked':
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
      return currencyMismatch(`one account is in ${refusal.debit}, the other in ${refusal.credit}${detour(accountOf(refusal.account))}`);
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

/** Why the money would go to an account that nobody named. */
function detour(payee: Party | undefined): string {
  if (payee?.sentTo === undefined) return '';
  return `; the payee has no account ${JSON.stringify(payee.sentTo)} that takes this payment, so it would go to ${payee.name}`;
}
