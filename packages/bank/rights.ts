import { avatarOf, avatarWho, grantHolder, type Holder, type Kind, operatorHolder, operatorWith, right } from '@scrip/capability';
import type { Groups } from '@scrip/groups';
import type { OwnerKey } from '@scrip/kernel';
import { FULL, READ } from './kinds.ts';

/** What rights here are about: whose the money is. */
export interface Owned {
  readonly owner: OwnerKey;
  /** Where to ask who is an officer, where a group owns it. */
  readonly groups: Groups;
}

export type Part = 'owner' | 'officer' | 'operator';

/** The bank keeps limits, so that logins and grants that have some are as good as others as far as they go. */
const withLimits = (name: string) => [name, `${name} within limits`];

const owner = (words: string, names: readonly string[]) =>
  avatarOf<Owned, Part>({ words, as: 'owner', names, key: (thing) => thing.owner });
const officer = (names: readonly string[]) =>
  avatarWho<Owned, Part>({
    words: 'an officer',
    as: 'officer',
    names,
    is: async (thing, akey) => {
      const group = await thing.groups.find(thing.owner);
      return group !== undefined && thing.groups.isOfficer(group.gkey, akey);
    },
  });
const grant = (kinds: readonly Kind[], names?: readonly string[]) =>
  grantHolder<Owned, Part>({ kinds, as: 'owner', ...(names && { names }), grantor: (thing) => thing.owner });

const OFFICER = officer(withLimits('officer'));
const OWNER = owner('the owner', withLimits('owner'));
const PAID = owner('the avatar who was paid', withLimits('owner'));
const PAYEE = owner('the payee', withLimits('payee'));
const PAYER = owner('the payer', withLimits('payer of the hold'));
const READ_GRANT = grant([READ, FULL], [READ.name, ...withLimits(FULL.name)]);
const FULL_GRANT = grant([FULL], withLimits(FULL.name));
const OPERATOR: Holder<Owned, Part> = {
  words: "an operator's capability with the scope `read`",
  names: [operatorHolder('read')],
  by: 'operator',
  find(given) {
    const login = operatorWith('read', given)?.capability;
    return login && { akey: login.sub, login, via: 'own', as: 'operator' };
  },
};

const may = right<Owned, Part>;
const payee = may`a login capability of ${PAYEE} (of ${OFFICER}, where it is a group), or one of the caller beside the payee's ${FULL_GRANT}`;
const payer = may`a login capability of ${PAYER} (of ${OFFICER}, where it is a group), or one of the caller beside the payer's ${grant([FULL], ['bank.full of the payer'])}`;

/** Who may do what with accounts, and with the money in them. */
export const RIGHTS = {
  read: may`a login capability of ${OWNER} (of ${OFFICER}, where a group owns it), or one of the caller beside a ${READ_GRANT} from the owner`,
  details: may`a login capability of ${OWNER} (of ${OFFICER}, where a group owns it), one of the caller beside a ${READ_GRANT}, or ${OPERATOR}`,
  pay: may`a login capability of ${OWNER} (of ${OFFICER}, where a group owns it), or one of the caller beside a ${FULL_GRANT} from the owner`,
  /** To open, to close and to set accounts: what is limited, or granted, moves money but changes no account. */
  settings: may`a login capability without limits: of ${owner('the owner', ['owner'])}, or of ${officer(['officer'])} where a group owns the account`,
  refund: may`a login capability of ${PAID} (of ${OFFICER}, where it was a group), or one of the caller beside a ${FULL_GRANT} from them`,
  /** The parties of a hold. */
  payee,
  payer,
  voidHold: payee,
  postHold: may`${payee}; or ${{ ...payer, needs: 'the same of the payer' }}`,
} as const;
