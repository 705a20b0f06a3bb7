import { unknownAvatar } from '@scrip/avatars';
import {
  anyLogin,
  type Chain,
  chainOf,
  demand,
  type Guarded,
  guardedBy,
  limitsOf,
  mustAllow,
  mustReach,
  type Presented,
  type Right,
  reaches,
} from '@scrip/capability';
import type { AvatarKey, OwnerKey } from '@scrip/kernel';
import type { Bank } from './bank.ts';
import { isUsual, type Payee } from './payments/payees.ts';
import { type Owned, RIGHTS } from './rights.ts';

export interface AccountAccess {
  /** The avatar that calls. */
  readonly principal: AvatarKey;
  readonly owner: OwnerKey;
  readonly chain: Chain;
  /** Whether the capability that opened the door reaches this account too. */
  mayReach(accountName: string): boolean;
}

export interface PayAccess {
  readonly principal: AvatarKey;
  readonly payer: OwnerKey;
  readonly chain: Chain;
  readonly payee: Payee;
}

export interface SplitAccess {
  readonly principal: AvatarKey;
  readonly payer: OwnerKey;
  readonly chain: Chain;
  /** In the order of the call. */
  readonly payees: readonly Payee[];
  readonly fee: Payee | undefined;
}

interface AccountCall {
  readonly akey: string;
  readonly account_name?: string;
  readonly from_account_name?: string;
  readonly to_account_name?: string;
  readonly amount?: number;
}

interface PayCall {
  readonly amount: number;
  readonly from_akey: string;
  readonly from_account_name: string;
  readonly to_akey: string;
  readonly to_account_name: string;
}

interface SplitCall {
  readonly amount: number;
  readonly from_akey: string;
  readonly from_account_name: string;
  readonly payees: readonly { readonly akey: string; readonly account_name: string }[];
  readonly fee_akey: string;
}

/** The owner of the accounts (an avatar, or a group by its officers), or the holder of a grant beside their own login. */
export function accountAccess(bank: Bank, right: Right<Owned>): Guarded<AccountCall, AccountAccess> {
  return guardedBy(right, [unknownAvatar], async (input: AccountCall, given) => {
    anyLogin(given);
    const owner = await bank.ownerKey(input.akey);
    const principal = await demand(right, given, { owner, groups: bank.groups });
    const limits = limitsOf(principal);
    const accounts = [input.account_name, input.from_account_name, input.to_account_name];
    for (const account of accounts) if (account !== undefined) mustReach(limits, account);
    if (input.amount !== undefined) mustAllow(limits, input.amount, owner);
    return { principal: principal.akey, owner, chain: chainOf(principal), mayReach: (account) => reaches(limits, account) };
  });
}

/** The payer, or the holder of a full grant from the payer beside their own login. */
export function payAccess(bank: Bank): Guarded<PayCall, PayAccess> {
  return guardedBy(RIGHTS.pay, [unknownAvatar], async (input: PayCall, given) => {
    const { principal, payer, limits, chain } = await payerOf(bank, given, input);
    const payee = await bank.ownerKey(input.to_akey);
    mustAllow(limits, input.amount, payee);
    return { principal, payer, chain, payee: await payeeOf(bank, given, payee, input.to_account_name) };
  });
}

/** As `payAccess`, for several payees at once: limits of a capability are kept for each of them, and for all together. */
export function splitAccess(bank: Bank): Guarded<SplitCall, SplitAccess> {
  return guardedBy(RIGHTS.pay, [unknownAvatar], async (input: SplitCall, given) => {
    const { principal, payer, limits, chain } = await payerOf(bank, given, input);
    const named = [...input.payees, ...(input.fee_akey ? [{ akey: input.fee_akey, account_name: '' }] : [])];
    const payees: Payee[] = [];
    for (const { akey, account_name } of named) {
      const key = await bank.ownerKey(akey);
      mustAllow(limits, input.amount, key);
      payees.push(await payeeOf(bank, given, key, account_name));
    }
    const fee = input.fee_akey ? payees.pop() : undefined;
    return { principal, payer, chain, payees, fee };
  });
}

async function payerOf(bank: Bank, given: Presented, input: { from_akey: string; from_account_name: string }) {
  anyLogin(given);
  const payer = await bank.ownerKey(input.from_akey);
  const principal = await demand(RIGHTS.pay, given, { owner: payer, groups: bank.groups });
  const limits = limitsOf(principal);
  mustReach(limits, input.from_account_name);
  return { principal: principal.akey, payer, limits, chain: chainOf(principal) };
}

async function payeeOf(bank: Bank, given: Presented, key: OwnerKey, account: string): Promise<Payee> {
  if (isUsual(account)) return { key, account, mayChoose: false };
  const atPayee = await RIGHTS.pay.find(given, { owner: key, groups: bank.groups });
  return { key, account, mayChoose: atPayee !== undefined && reaches(limitsOf(atPayee), account) };
}
