import { ownerKey, unknownAvatar } from '@scrip/avatars';
import {
  anyLogin,
  demand,
  type Guarded,
  guarded,
  guardedBy,
  type Held,
  limitsOf,
  mustReach,
  operatorWith,
  present,
} from '@scrip/capability';
import type { OwnerKey } from '@scrip/kernel';
import type { Bank } from '../bank.ts';
import { type Owned, type Part, RIGHTS } from '../rights.ts';

interface SettingsCall {
  /** Empty: the avatar who calls. */
  readonly akey: string;
}

interface DetailsCall {
  readonly akey: string;
  readonly account_name: string;
}

export type OwnerAccess = Owned & { readonly principal: Held<Part> };

/** For what may change about accounts. */
export function ownerAccess(bank: Bank): Guarded<SettingsCall, OwnerAccess> {
  return guarded(RIGHTS.settings, {
    faults: [unknownAvatar],
    others: 'forbidden',
    seek: async ({ akey }: SettingsCall, given) =>
      present({ owner: akey === '' ? anyLogin(given).sub : await ownerKey(bank.avatars, akey), groups: bank.groups }),
  });
}

/** Whoever may read the account, and operators. */
export function detailsAccess(bank: Bank): Guarded<DetailsCall, { readonly owner: OwnerKey }> {
  return guardedBy(RIGHTS.details, [unknownAvatar], async ({ akey, account_name }: DetailsCall, given) => {
    if (!operatorWith('read', given)) anyLogin(given);
    const owner = await ownerKey(bank.avatars, akey);
    mustReach(limitsOf(await demand(RIGHTS.details, given, { owner, groups: bank.groups })), account_name);
    return { owner };
  });
}
