import { invalidAmount } from '@scrip/bank';
import { type Decimal, ZERO } from '@scrip/kernel';
import { type Procedure, param, procedure, publicAuthority, requestConflict, requestIdParam, t } from '@scrip/rpc';
import { hookFailed, invalidExpiry, notAnAvatar, tooMany, vetoed } from '../errors.ts';
import { OPENED_BY_SECRET, USER_FAULTS } from '../faults.ts';
import type { Gifts } from '../gifts.ts';
import { custom, expiry, ofUser } from '../words.ts';
import { MAX_KEPT } from './store.ts';

/** Playblazer, gifts: Request for gifts from friends. */
export const request = (gifts: Gifts): Procedure =>
  procedure({
    name: 'gifts.request',
    summary: 'Asks all friends of a user for a gift.',
    notes: [
      "Friends who are avatars are notified (kind `gift_request`). With an amount, or a product, whoever accepts gives that: gifts.give. The operator's",
      `module may refuse (gifts.vetoed). Expired requests stay in lists, and are forgotten after a week; at most ${MAX_KEPT} of one user are kept.`,
    ].join('\n'),
    params: {
      ...ofUser,
      expiry,
      custom,
      amount: param<Decimal>(
        t.amount({ min: 0 }),
        "Money that each friend who accepts gives, in major units of the currency of the user's `working`; 0: none.",
        ZERO,
      ),
      prod_id: param(t.int({ min: 0 }), 'A product of the vendors here that each friend who accepts buys for the user; 0: none.', 0),
      request_id: requestIdParam('made'),
    },
    result: t.string(),
    resultDoc: 'The id of the gift request: 32 hexadecimal digits.',
    faults: [...USER_FAULTS, invalidExpiry, invalidAmount, notAnAvatar, tooMany, vetoed, hookFailed, requestConflict],
    authority: publicAuthority(OPENED_BY_SECRET),
    async handler({ secret_key, ...asked }) {
      const { app_id, mode, user_id: userId, expiry, custom: extra, amount, prod_id: productId } = asked;
      const named = { app: await gifts.apps.calling(app_id, secret_key), mode, userId };
      const user = await gifts.users.get(named);
      const make = (keep: Parameters<typeof gifts.requests.make>[1]) =>
        gifts.requests.make({ named, user, expiry, extra, amount, productId }, keep);
      return String(await gifts.creations.once('gifts.request', { ...asked, capabilities: [] }, user.id, make));
    },
  });
