import { unknownAvatar } from '@scrip/avatars';
import { AUTH_FAULTS, anyLogin, forbidden, type Guarded, unlimitedLogins } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { actingFor, findOfficer, limitsOf, mustReach } from './authority.ts';
import type { Bank } from './bank.ts';

interface SettingsCall {
  /** Empty: the avatar who calls. */
  readonly akey: string;
  readonly account_name: string;
}

export interface OwnerAccess {
  /** The avatar that calls. */
  readonly principal: Uuid;
  readonly owner: Uuid;
}

/** The owner of an account, or an officer of the group that owns it. What is limited, or granted, moves money but changes no account. */
export function ownerAccess(bank: Bank): Guarded<SettingsCall, OwnerAccess> {
  return {
    kind: 'guarded',
    needs: 'a login capability without limits: of the owner, or of an officer where a group owns the account',
    faults: [...AUTH_FAULTS, unknownAvatar],
    async decide(input, given) {
      const logins = unlimitedLogins(given);
      const owner = input.akey === '' ? logins[0].sub : await bank.ownerKey(input.akey);
      if (logins.some((login) => login.sub === owner)) return { principal: owner, owner };
      const officer = await findOfficer(bank, { ...given, logins }, owner);
      if (!officer) throw given.fault ?? forbidden(`${owner} is not logged in, and no officer of a group with that key is`);
      return { principal: officer.akey, owner };
    },
  };
}

/** Whoever may read the account, and operators. */
export function detailsAccess(bank: Bank): Guarded<SettingsCall, { readonly owner: Uuid }> {
  return {
    kind: 'guarded',
    needs:
      "a login capability of the owner (of an officer, where a group owns it), one of the caller beside a bank.read or bank.full grant, or an operator's capability",
    faults: [...AUTH_FAULTS, unknownAvatar],
    async decide(input, given) {
      if (given.operator) return { owner: await bank.ownerKey(input.akey) };
      anyLogin(given);
      const owner = await bank.ownerKey(input.akey);
      mustReach(limitsOf(await actingFor(bank, given, owner, ['bank.read', 'bank.full'])), input.account_name);
      return { owner };
    },
  };
}
