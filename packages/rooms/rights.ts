import { type Avatars, unknownAvatar } from '@scrip/avatars';
import { anyLogin, avatarOf, type Guarded, guarded, present, right } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';

/** Whose room it is. */
interface RoomOf {
  readonly akey: AvatarKey;
  readonly performer: number;
}

const PERFORMER = avatarOf<RoomOf, 'owner'>({ words: 'the performer', as: 'owner', key: ({ akey }) => akey });

/** Who may do what with rooms. */
const RIGHTS = {
  see: right<RoomOf, 'owner'>`a login capability without limits of ${PERFORMER}`,
} as const;

/** For the performer alone: who is in a room is nobody else's business. */
export function performerAuthority(avatars: Avatars): Guarded<{ readonly performer: string }, RoomOf> {
  return guarded(RIGHTS.see, {
    faults: [unknownAvatar],
    others: 'forbidden',
    seek: async ({ performer }: { readonly performer: string }, given) => {
      const { akey, userId } = await avatars.get(performer === '' ? anyLogin(given).sub : performer);
      return present({ akey, performer: userId });
    },
  });
}
