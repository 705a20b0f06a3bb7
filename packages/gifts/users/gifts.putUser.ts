import { unknownAvatar } from '@scrip/avatars';
import { type Procedure, param, procedure, publicAuthority, t } from '@scrip/rpc';
import { idTaken, tooMany } from '../errors.ts';
import { APP_FAULTS, OPENED_BY_SECRET } from '../faults.ts';
import type { Gifts } from '../gifts.ts';
import { ofUser } from '../words.ts';

const NAME = t.optional(t.string({ max: 127 }));
const ID = t.optional(t.string({ max: 255 }));

const PROFILE = t.struct({
  first_name: NAME,
  last_name: NAME,
  lang: t.optional(t.string({ max: 35 })),
  email: ID,
  fbid: ID,
  twitterid: ID,
  googleid: ID,
  deviceid: ID,
  username: ID,
  avatar: ID,
});

export const putUser = (gifts: Gifts): Procedure =>
  procedure({
    name: 'gifts.putUser',
    summary: 'Adds a user to an app, or gives one another profile.',
    notes: [
      'A user may go by several ids, one for each mode; the profile tells the others. What the profile leaves out is not known any more, but the id by',
      'which the user is named. Who is an `avatar` here, by key or name, is notified of requests and replies, and can ask for money and products.',
    ].join('\n'),
    params: {
      ...ofUser,
      profile: param(
        PROFILE,
        'first_name and last_name; lang, such as `it`; and the ids email, fbid, twitterid, googleid, deviceid, username, avatar. All may be left out.',
      ),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [...APP_FAULTS, idTaken, tooMany, unknownAvatar],
    authority: publicAuthority(OPENED_BY_SECRET),
    async handler({ app_id, secret_key, mode, user_id: userId, profile }) {
      const app = await gifts.apps.calling(app_id, secret_key);
      const { first_name: firstName = '', last_name: lastName = '', lang = '', ...ids } = profile;
      await gifts.users.put({ app, mode, userId }, { firstName, lastName, lang }, ids);
      return 1;
    },
  });
