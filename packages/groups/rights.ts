import { avatarOf, avatarWho, type Holder, right } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import type { Groups } from './groups.ts';
import { GROUPS } from './kinds.ts';
import type { Group } from './model.ts';

/** What rights here are about: all that somebody has created, or one group. */
export interface Created {
  readonly creator: AvatarKey;
  readonly group?: Group;
  /** Whom a call is about beside the group, where it names a member. */
  readonly member?: () => Promise<AvatarKey | undefined>;
  /** Where to ask who is in a group. */
  readonly groups: Groups;
}

/** Whoever acts as an officer may be put out of office before the change has its turn; the others may not. */
export type Part = 'creator' | 'officer' | 'leaver';

const LOGIN = 'a login capability without limits';

const CREATOR = avatarOf<Created, Part>({ words: 'the creator', as: 'creator', key: ({ creator }) => creator });
/** As good as its grantor's login here, and nowhere else: it opens what they have created, not what they are in. */
const CAPABILITY: Holder<Created, Part> = {
  words: 'groups capability',
  names: ['groups'],
  by: 'grant',
  find({ bearers }, { creator }) {
    const login = bearers.find(({ kind, grantor }) => kind === GROUPS.name && grantor === creator);
    return login && { akey: creator, login, via: 'own', as: 'creator' };
  },
};
const OFFICER = avatarWho<Created, Part>({
  words: 'an officer of the group',
  as: 'officer',
  is: async ({ groups, group }, akey) => !!group && groups.isOfficer(group.gkey, akey),
});
const LEAVER = avatarWho<Created, Part>({
  words: 'the member',
  as: 'leaver',
  names: ['member'],
  is: async ({ groups, group, member }, akey) => !!group && akey === (await member?.()) && groups.isMember(group.gkey, akey),
});

const may = right<Created, Part>;
const own = may`${LOGIN} of ${CREATOR}, or a ${CAPABILITY} from the creator`;

/** Who may do what with groups. */
export const RIGHTS = {
  /** To dissolve one, and all that somebody may do with what they have created. */
  own,
  manage: may`${own}, or such a login capability of ${OFFICER}`,
  leave: may`${own}, or such a login capability of ${OFFICER} or of ${LEAVER}`,
} as const;
