import { ownerKey, unknownAvatar } from '@scrip/avatars';
import { type Chain, type Guarded, guardedBy, mustAllow } from '@scrip/capability';
import type { AvatarKey, Decimal, OwnerKey } from '@scrip/kernel';
import type { Bank } from '../bank.ts';
import { payeeOf, payerOf } from '../payments/authority.ts';
import type { Payee } from '../payments/payees.ts';
import { RIGHTS } from '../rights.ts';

export interface SplitAccess {
  readonly principal: AvatarKey;
  readonly payer: OwnerKey;
  readonly chain: Chain;
  /** In the order of the call. */
  readonly payees: readonly Payee[];
  readonly fee: Payee | undefined;
}

interface SplitCall {
  readonly amount: Decimal;
  readonly from_akey: string;
  readonly from_account_name: string;
  readonly payees: readonly { readonly akey: string; readonly account_name: string }[];
  readonly fee_akey: string;
}

/** As `payAccess`, for several payees at once: limits of a capability are kept for each of them, and for all together. */
export function splitAccess(bank: Bank): Guarded<SplitCall, SplitAccess> {
  return guardedBy(RIGHTS.pay, [unknownAvatar], async (input: SplitCall, given) => {
    const { principal, payer, limits, chain } = await payerOf(bank, given, input);
    const named = [...input.payees, ...(input.fee_akey ? [{ akey: input.fee_akey, account_name: '' }] : [])];
    const payees: Payee[] = [];
    for (const { akey, account_name } of named) {
      const key = await ownerKey(bank.avatars, akey);
      mustAllow(limits, input.amount, key);
      payees.push(await payeeOf(bank, given, key, account_name));
    }
    const fee = input.fee_akey ? payees.pop() : undefined;
    return { principal, payer, chain, payees, fee };
  });
}
