import { unknownAvatar } from '@scrip/avatars';
import { type Procedure, param, procedure, t, word } from '@scrip/rpc';
import { merchantAuthority } from '../authority.ts';
import { invalidShares } from '../catalogue/errors.ts';
import { shareOf } from '../catalogue/rules.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { accessFull, ownAccess } from './errors.ts';
import { MAX_RULES } from './store.ts';

export const setAccess = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.setAccess',
    summary: 'Bans an avatar from what a merchant sells, or makes it a VIP who pays less.',
    notes: [
      'A banned avatar can neither buy from the merchant, nor be bought for, nor buy or redeem gift cards there; what was bought before',
      'is theirs and is delivered. A VIP gets the discount off every price of the merchant. An avatar is on one of the lists at most:',
      `the last call counts. A merchant can have ${MAX_RULES} avatars on both lists together.`,
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      merchant: params.ownMerchant,
      akey: params.avatar('Key or name of the avatar.'),
      kind: param(word('ban', 'vip', 'none'), '`ban`, `vip`, or `none` for neither.'),
      discount_percent: param(t.double(), 'What a VIP gets off every price: 0 to 100 with at most two decimals. 0 for the others.', 0),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar, invalidShares, ownAccess, accessFull],
    authority: merchantAuthority(vend, RIGHTS.own),
    async handler(input, { merchant }) {
      const { akey } = await vend.avatars.get(input.akey);
      const discount = shareOf(input.discount_percent, 'the discount');
      if (discount > 0 && input.kind !== 'vip')
        throw invalidShares(`a discount of ${input.discount_percent} % is for a vip, not for ${input.kind}`);
      await vend.access.set(merchant, akey, input.kind, discount);
      return 1;
    },
  });
