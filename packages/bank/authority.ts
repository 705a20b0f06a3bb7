import { unknownAvatar } from '@scrip/avatars';
import {
  AUTH_FAULTS,
  anyLogin,
  type CapabilityKind,
  findPrincipal,
  forbidden,
  type Limits,
  ownerOrGrant,
  type Principal,
  presented,
} from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { Authority } from '@scrip/rpc';
import type { Bank } from './bank.ts';

export interface AccountAccess {
  /** The avatar that calls. */
  readonly principal: Uuid;
  readonly owner: Uuid;
  /** Whether the capability that opened the door reaches this account too. */
  mayReach(accountName: string): boolean;
}

export interface PayAccess {
  readonly principal: Uuid;
  readonly payer: Uuid;
  readonly payee: Uuid;
  /** Whether the caller may have the payee's account that was named, rather than `working`. */
  readonly mayChooseTarget: boolean;
}

interface AccountCall {
  readonly capabilities: readonly string[];
  readonly akey: string;
  readonly account_name?: string;
  readonly from_account_name?: string;
  readonly to_account_name?: string;
  readonly amount?: number;
}

interface PayCall {
  readonly capabilities: readonly string[];
  readonly amount: number;
  readonly from_akey: string;
  readonly from_account_name: string;
  readonly to_akey: string;
  readonly to_account_name: string;
}

/** A grant that reaches all accounts, in the words of a procedure's help. */
function needs(kinds: readonly CapabilityKind[]): string {
  return `a login capability of the owner, or one of the caller beside a ${kinds.join(' or ')} grant from the owner`;
}

/** The owner of the accounts, or the holder of one of these grants beside their own login. */
export function accountAccess(bank: Bank, kinds: readonly CapabilityKind[]): Authority<AccountCall, AccountAccess> {
  return {
    kind: 'guarded',
    needs: needs(kinds),
    faults: [...AUTH_FAULTS, unknownAvatar],
    async decide(input, call) {
      const given = await presented(bank.capabilities, call, input.capabilities);
      anyLogin(given);
      const owner = await bank.avatarKey(input.akey);
      const principal = ownerOrGrant(given, owner, kinds);
      const limits = limitsOf(principal);
      const accounts = [input.account_name, input.from_account_name, input.to_account_name];
      for (const account of accounts) if (account !== undefined) mustReach(limits, account);
      if (input.amount !== undefined) mustAllow(limits, input.amount, owner);
      return { principal: principal.akey, owner, mayReach: (account) => reaches(limits, account) };
    },
  };
}

/** The payer, or the holder of a full grant from the payer beside their own login. */
export function payAccess(bank: Bank): Authority<PayCall, PayAccess> {
  return {
    kind: 'guarded',
    needs: needs(['bank.full']),
    faults: [...AUTH_FAULTS, unknownAvatar],
    async decide(input, call) {
      const given = await presented(bank.capabilities, call, input.capabilities);
      anyLogin(given);
      const payer = await bank.avatarKey(input.from_akey);
      const principal = ownerOrGrant(given, payer, ['bank.full']);
      const limits = limitsOf(principal);
      mustReach(limits, input.from_account_name);
      const payee = await bank.avatarKey(input.to_akey);
      mustAllow(limits, input.amount, payee);
      const atPayee = findPrincipal(given, payee, ['bank.full']);
      return {
        principal: principal.akey,
        payer,
        payee,
        mayChooseTarget: atPayee !== undefined && reaches(limitsOf(atPayee), input.to_account_name),
      };
    },
  };
}

/** A grant is limited by itself and by the login that it is used beside. */
function limitsOf({ login, via }: Principal): readonly Limits[] {
  return via === 'own' ? [login.limits] : [login.limits, via.limits];
}

function reaches(limits: readonly Limits[], account: string): boolean {
  const wanted = account.toLowerCase();
  return limits.every(({ accounts }) => !accounts || accounts.some((name) => name.toLowerCase() === wanted));
}

function mustReach(limits: readonly Limits[], account: string): void {
  if (!reaches(limits, account)) throw forbidden(`the capability does not reach the account ${JSON.stringify(account)}`);
}

function mustAllow(limits: readonly Limits[], amount: number, payee: Uuid): void {
  for (const { payees, maxEach, total } of limits) {
    if (payees && !payees.includes(payee)) throw forbidden(`the capability does not allow payments to ${payee}`);
    if (maxEach !== undefined && amount > maxEach) throw forbidden(`the capability allows ${maxEach} at a time; ${amount} were asked for`);
    // Until the ledger counts totals down, a capability that has one can move nothing: less is safe, more is not.
    if (total !== undefined) throw forbidden('the capability has a spending total, which payments do not take yet');
  }
}
