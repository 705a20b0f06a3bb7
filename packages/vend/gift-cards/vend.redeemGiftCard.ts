import { POSTING_FAULTS } from '@scrip/bank';
import { loginAuthority } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { banned } from '../access/errors.ts';
import { ownCredit } from '../credit/errors.ts';
import { capabilities } from '../params.ts';
import type { Vend } from '../vend.ts';
import { giftCardRedeemed, unknownGiftCard } from './errors.ts';
import { code } from './params.ts';

export const redeemGiftCard = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.redeemGiftCard',
    summary: 'Turns a gift card into store credit of the avatar who is logged in, at the merchant that it is for.',
    notes: [
      'It is credited once, to whoever is first. The same avatar may repeat the call and gets the same answer. A banned avatar can not',
      'redeem it, since their credit would buy nothing; the card stays good for somebody else.',
    ].join('\n'),
    params: { capabilities, code },
    result: t.struct({
      merchant_akey: t.string(),
      merchant_name: t.string(),
      amount: t.double(),
      balance: t.double(),
      currency: t.string(),
    }),
    resultDoc:
      'The merchant, what was credited, and the credit there as it was with this card, in major units; what is held of it is still in it.',
    faults: [...POSTING_FAULTS, unknownGiftCard, giftCardRedeemed, ownCredit, banned],
    authority: loginAuthority,
    async handler({ code }, { akey }) {
      const { merchant, credit, amount, balance } = await vend.redemptions.redeem(await vend.giftCards.get(code), akey);
      return {
        merchant_akey: merchant,
        merchant_name: (await vend.avatars.find(merchant))?.name ?? '',
        amount: minorToMajor(amount, credit.currency),
        balance: minorToMajor(balance, credit.currency),
        currency: credit.currency.code,
      };
    },
  });
