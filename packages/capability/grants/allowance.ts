import { type Decimal, decimalOf, isMore, nameKey, type OwnerKey } from '@scrip/kernel';
import { forbidden } from '../errors.ts';
import type { Principal } from '../rights/holders.ts';
import type { Limits } from './limits.ts';

/** The limits that a principal has to keep: those of a grant, and of the login that it is used beside. */
export function limitsOf({ login, via }: Principal): readonly Limits[] {
  return via === 'own' ? [login.limits] : [login.limits, via.limits];
}

export function reaches(limits: readonly Limits[], account: string): boolean {
  const wanted = nameKey(account);
  return limits.every(({ accounts }) => !accounts || accounts.some((name) => nameKey(name) === wanted));
}

/** Raises auth.forbidden where the limits leave the account out. */
export function mustReach(limits: readonly Limits[], account: string): void {
  if (!reaches(limits, account)) throw forbidden(`the capability does not reach the account ${JSON.stringify(account)}`);
}

/** Whether one payment of so many major units may go to this owner; raises auth.forbidden. Totals are the ledger's to count. */
export function mustAllow(limits: readonly Limits[], amount: Decimal, payee: OwnerKey): void {
  for (const { payees, maxEach } of limits) {
    if (payees && !payees.includes(payee)) throw forbidden(`the capability does not allow payments to ${payee}`);
    const most = maxEach === undefined ? undefined : decimalOf(maxEach);
    if (most !== undefined && isMore(amount, most)) throw forbidden(`the capability allows ${most} at a time; ${amount} were asked for`);
  }
}
