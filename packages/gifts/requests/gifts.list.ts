import { type Procedure, pageLimit, pageOffset, param, procedure, publicAuthority, t, word } from '@scrip/rpc';
import { OPENED_BY_SECRET, USER_FAULTS } from '../faults.ts';
import type { Gifts } from '../gifts.ts';
import { SHOWN_USER, shownUser } from '../users/shown.ts';
import { ofUser } from '../words.ts';
import { wireId } from './model.ts';
import { shownContents, shownTime, TIME } from './shown.ts';

const SORT = word('asc', 'desc');

const REQUEST = t.struct({
  extra: t.any(),
  expiry_time: TIME,
  id: t.string(),
  user: SHOWN_USER,
  amount: t.optional(t.double()),
  currency: t.optional(t.string()),
  prod_id: t.optional(t.int()),
});

/** Playblazer, gifts: List gift requests. */
export const list = (gifts: Gifts): Procedure =>
  procedure({
    name: 'gifts.list',
    summary: 'Lists what the friends of a user ask for and the user has not answered, expired requests too.',
    params: {
      ...ofUser,
      start: pageOffset(),
      limit: pageLimit(1_000),
      sort: param<'asc' | 'desc'>(SORT, 'By the time at which they expire: `asc` or `desc`.', 'asc'),
    },
    result: t.array(REQUEST),
    resultDoc:
      'Requests: extra has the attributes that the app gave, user is who asks. amount (major units) and currency, or prod_id, are there where the gift is money or a product. Times in UTC.',
    isRepeatable: true,
    faults: USER_FAULTS,
    authority: publicAuthority(OPENED_BY_SECRET),
    async handler({ app_id, secret_key, mode, user_id: userId, start, limit, sort }) {
      const app = await gifts.apps.calling(app_id, secret_key);
      const { id } = await gifts.users.get({ app, mode, userId });
      const received = await gifts.requestStore.received(id, sort, start, limit);
      return Promise.all(
        received.map(async (request) => ({
          extra: request.extra,
          expiry_time: shownTime(request.expiresAt),
          id: wireId(request.id),
          user: shownUser(request.user),
          ...(await shownContents(gifts.bank, request)),
        })),
      );
    },
  });
