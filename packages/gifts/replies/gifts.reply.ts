import { type Procedure, param, procedure, publicAuthority, t, word } from '@scrip/rpc';
import { alreadyAnswered, carriesSomething, hookFailed, invalidRequest, requestExpired, vetoed } from '../errors.ts';
import { OPENED_BY_SECRET, USER_FAULTS } from '../faults.ts';
import type { Gifts } from '../gifts.ts';
import { custom, giftRequestId, ofUser } from '../words.ts';

/** Playblazer, gifts: Reply to gift request / send a gift to friend. */
export const reply = (gifts: Gifts): Procedure =>
  procedure({
    name: 'gifts.reply',
    summary: "Accepts or denies a friend's request for a gift.",
    notes: [
      'Each friend answers once: the same answer again is taken for a retry, another one is refused. Who asked is notified (kind `gift_reply`) where they',
      'are an avatar, and finds it in gifts.answers. To accept what asks for money or a product takes more than the app: gifts.give.',
    ].join('\n'),
    params: {
      ...ofUser,
      gift_request_id: giftRequestId,
      resp: param(word('accept', 'deny'), '`accept` or `deny`.', 'accept'),
      custom,
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [...USER_FAULTS, invalidRequest, requestExpired, alreadyAnswered, carriesSomething, vetoed, hookFailed],
    authority: publicAuthority(OPENED_BY_SECRET),
    async handler({ app_id, secret_key, mode, user_id: userId, gift_request_id: requestId, resp, custom: extra }) {
      const app = await gifts.apps.calling(app_id, secret_key);
      const user = await gifts.users.get({ app, mode, userId });
      await gifts.replies.reply({ mode, userId }, { user, requestId, accepted: resp === 'accept', extra });
      return 1;
    },
  });
