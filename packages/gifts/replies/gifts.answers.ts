import { type Procedure, pageLimit, pageOffset, procedure, publicAuthority, t } from '@scrip/rpc';
import { OPENED_BY_SECRET, USER_FAULTS } from '../faults.ts';
import type { Gifts } from '../gifts.ts';
import { wireId } from '../requests/model.ts';
import { SHOWN_USER, shownUser } from '../users/shown.ts';
import { ofUser } from '../words.ts';

const ANSWER = t.struct({ request_id: t.string(), user: SHOWN_USER, resp: t.string(), extra: t.any(), time: t.dateTime() });

export const answers = (gifts: Gifts): Procedure =>
  procedure({
    name: 'gifts.answers',
    summary: 'Lists how the friends of a user answered what the user had asked for, the newest answer first.',
    params: { ...ofUser, offset: pageOffset(), limit: pageLimit(1_000) },
    result: t.array(ANSWER),
    resultDoc: 'Answers: user is the friend, resp is `accept` or `deny`, extra has the attributes of the reply. Times in UTC.',
    isRepeatable: true,
    faults: USER_FAULTS,
    authority: publicAuthority(OPENED_BY_SECRET),
    async handler({ app_id, secret_key, mode, user_id: userId, offset, limit }) {
      const app = await gifts.apps.calling(app_id, secret_key);
      const { id } = await gifts.users.get({ app, mode, userId });
      const answers = await gifts.replyStore.list(id, offset, limit);
      return answers.map(({ request, user, accepted, extra, createdAt }) => ({
        request_id: wireId(request),
        user: shownUser(user),
        resp: accepted ? 'accept' : 'deny',
        extra,
        time: createdAt,
      }));
    },
  });
