import { type Procedure, param, procedure, publicAuthority, t } from '@scrip/rpc';
import { tooMany } from '../errors.ts';
import { OPENED_BY_SECRET, USER_FAULTS } from '../faults.ts';
import type { Gifts } from '../gifts.ts';
import { ofUser } from '../words.ts';
import { MAX_FRIENDS } from './store.ts';

export const setFriends = (gifts: Gifts): Procedure =>
  procedure({
    name: 'gifts.setFriends',
    summary: 'Says who the friends of a user are, in place of those before.',
    notes: 'They are friends of the user and the user is theirs. Whoever is left out is no friend any more, on both sides.',
    params: {
      ...ofUser,
      friends: param(
        t.array(t.string({ max: 255 }), { max: MAX_FRIENDS }),
        `Ids of users of the app, of the same mode; at most ${MAX_FRIENDS}.`,
      ),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [...USER_FAULTS, tooMany],
    authority: publicAuthority(OPENED_BY_SECRET),
    async handler({ app_id, secret_key, mode, user_id: userId, friends }) {
      const app = await gifts.apps.calling(app_id, secret_key);
      await gifts.users.setFriends({ app, mode, userId }, friends);
      return 1;
    },
  });
