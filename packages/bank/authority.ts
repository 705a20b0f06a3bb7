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
  type Right,
  reaches,
} from '@scrip/capability';
import type { AvatarKey, Decimal, OwnerKey } from '@scrip/kernel';
import type { Bank } from './bank.ts';
import type { Owned } from './rights.ts';

export interface AccountAccess {
  /** The avatar that calls. */
  readonly principal: AvatarKey;
  readonly owner: OwnerKey;
  readonly chain: Chain;
  /** Whether the capability that opened the door reaches this account too. */
  mayReach(accountName: string): boolean;
}

interface AccountCall {
  readonly akey: string;
  readonly account_name?: string;
  readonly from_account_name?: string;
  readonly to_account_name?: string;
  readonly amount?: Decimal;
}

/** The owner of the accounts (an avatar, or a group by its officers), or the holder of a grant beside their own login. */
export function accountAccess(bank: Bank, right: Right<Owned>): Guarded<AccountCall, AccountAccess> {
  return guardedBy(right, [unknownAvatar], async (input: AccountCall, given) => {
    anyLogin(given);
    const owner = await ownerKey(bank.avatars, input.akey);
    const principal = await demand(right, given, { owner, groups: bank.groups });
    const limits = limitsOf(principal);
    const accounts = [input.account_name, input.from_account_name, input.to_account_name];
    for (const account of accounts) if (account !== undefined) mustReach(limits, account);
    if (input.amount !== undefined) mustAllow(limits, input.amount, owner);
    return { principal: principal.akey, owner, chain: chainOf(principal), mayReach: (account) => reaches(limits, account) };
  });
}
