import type { AvatarKey } from '@scrip/kernel';
import { avatarOf, type Holder } from '../rights/holders.ts';
import { right } from '../rights/right.ts';

/** A capability, by who gave it and who has it. */
export interface Sides {
  readonly grantor: string;
  readonly holder: string;
}

const LOGIN = 'a login capability without limits';

const side = (words: string): Holder<Sides> => ({
  words,
  names: ['grantor', 'holder'],
  by: 'login',
  find({ logins }, { grantor, holder }) {
    const login = logins.find(({ sub }) => sub === grantor || sub === holder);
    return login && { akey: login.sub, login, via: 'own', as: login.sub === grantor ? 'grantor' : 'holder' };
  },
});
const OWNER = avatarOf<{ readonly akey: AvatarKey }, 'owner'>({ words: 'the avatar', as: 'owner', key: ({ akey }) => akey });

/** Who may do what with capabilities that were given. */
export const RIGHTS = {
  revoke: right<Sides>`${LOGIN} of ${side('the avatar that granted or holds it')}`,
  /** The same, for who has not kept its text. */
  revokeGrant: right<Sides>`${LOGIN} of ${side('the avatar that gave or holds it')}`,
  list: right<{ readonly akey: AvatarKey }, 'owner'>`${LOGIN} of ${OWNER}`,
} as const;
