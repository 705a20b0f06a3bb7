import { loginAuthority } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { capabilities } from '../params.ts';
import type { Vend } from '../vend.ts';
import { unknownGiftCard } from './errors.ts';
import { code } from './params.ts';

export const giftCard = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.giftCard',
    summary: 'Tells what a gift card is worth, to somebody who has its code.',
    params: { capabilities, code },
    result: t.struct({
      merchant_akey: t.string(),
      merchant_name: t.string(),
      amount: t.double(),
      currency: t.string(),
      redeemed: t.boolean(),
    }),
    resultDoc: 'The merchant whose products it pays for, its amount in major units, and whether somebody has redeemed it.',
    isRepeatable: true,
    faults: [unknownGiftCard],
    authority: loginAuthority,
    async handler({ code }) {
      const { merchant, amount, account, redeemedBy } = await vend.giftCards.get(code);
      return {
        merchant_akey: merchant,
        merchant_name: (await vend.avatars.find(merchant))?.name ?? '',
        amount: minorToMajor(amount, account.currency),
        currency: account.currency.code,
        redeemed: redeemedBy !== null,
      };
    },
  });
