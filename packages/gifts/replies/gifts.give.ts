import { accountNameParam, POSTING_FAULTS, WORKING } from '@scrip/bank';
import { capabilitiesParam } from '@scrip/capability';
import type { Decimal } from '@scrip/kernel';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { alreadyAnswered, carriesNothing, hookFailed, invalidRequest, notAnAvatar, notForSale, requestExpired, vetoed } from '../errors.ts';
import type { Gifts } from '../gifts.ts';
import { custom, giftRequestId } from '../words.ts';
import { giverAuthority } from './authority.ts';

export const give = (gifts: Gifts): Procedure =>
  procedure({
    name: 'gifts.give',
    summary: "Accepts a friend's request for money or a product, and gives it.",
    notes: [
      'Who calls is the friend: the user of the app who is this avatar. The money goes to `working` of who asked, or the product is bought for them as by',
      'vend.buy. The payment and the answer are one transaction. The same call again gives nothing twice. Denying is for gifts.reply.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      gift_request_id: giftRequestId,
      custom,
      account_name: accountNameParam('The account of the caller that pays.', WORKING),
      max_price: param(
        t.amount({ usual: 'double' }),
        'The most that a product may cost, in major units; -1 (not advised): whatever it costs by then.',
        '-1' as Decimal,
      ),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [
      ...POSTING_FAULTS,
      invalidRequest,
      requestExpired,
      alreadyAnswered,
      carriesNothing,
      notAnAvatar,
      notForSale,
      vetoed,
      hookFailed,
    ],
    authority: giverAuthority,
    async handler({ gift_request_id, custom: extra, account_name: accountName, max_price: maxPrice }, { principal }) {
      await gifts.replies.give(gift_request_id, extra, { principal, accountName, maxPrice });
      return 1;
    },
  });
