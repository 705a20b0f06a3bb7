import { ownerKey, unknownAvatar } from '@scrip/avatars';
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
  reaches,
} from '@scrip/capability';
import type { AvatarKey, Decimal, OwnerKey } from '@scrip/kernel';
import type { Bank } from '../bank.ts';
import { RIGHTS } from '../rights.ts';
import { isUsual, type Payee } from './payees.ts';

export interface PayAccess {
  readonly principal: AvatarKey;
  readonly payer: OwnerKey;
  readonly chain: Chain;
  readonly payee: Payee;
}

interface PayCall {
  readonly amount: Decimal;
  readonly from_akey: string;
  readonly from_account_name: string;
  readonly to_akey: string;
  readonly to_account_name: string;
}

/** The payer, or the holder of a full grant from the payer beside their own login. */
export function payAccess(bank: Bank): Guarded<PayCall, PayAccess> {
  return guardedBy(RIGHTS.pay, [unknownAvatar], async (input: PayCall, given) => {
    const { principal, payer, limits, chain } = await payerOf(bank, given, input);
    const payee = await ownerKey(bank.avatars, input.to_akey);
    mustAllow(limits, input.amount, payee);
    return { principal, payer, chain, payee: await payeeOf(bank, given, payee, input.to_account_name) };
  });
}

/** Who pays, and how far the caller may go with their money. */
export async function payerOf(bank: Bank, given: Presented, input: { from_akey: string; from_account_name: string }) {
  anyLogin(given);
  const payer = await ownerKey(bank.avatars, input.from_akey);
  const principal = await demand(RIGHTS.pay, given, { owner: payer, groups: bank.groups });
  const limits = limitsOf(principal);
  mustReach(limits, input.from_account_name);
  return { principal: principal.akey, payer, limits, chain: chainOf(principal) };
}

/** Who is paid, and whether the caller may choose the account. */
export async function payeeOf(bank: Bank, given: Presented, key: OwnerKey, account: string): Promise<Payee> {
  if (isUsual(account)) return { key, account, mayChoose: false };
  const atPayee = await RIGHTS.pay.find(given, { owner: key, groups: bank.groups });
  return { key, account, mayChoose: atPayee !== undefined && reaches(limitsOf(atPayee), account) };
}
