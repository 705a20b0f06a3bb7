import { loginAuthority } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import { capabilities } from '../params.ts';
import type { Vend } from '../vend.ts';

const CARD = t.struct({
  card_id: t.string(),
  merchant_akey: t.string(),
  merchant_name: t.string(),
  amount: t.double(),
  currency: t.string(),
  bought: t.dateTime(),
  redeemed: t.boolean(),
  code: t.string(),
});

export const myGiftCards = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.myGiftCards',
    summary: 'Lists the gift cards that the avatar who is logged in has bought, newest first.',
    notes: 'Times are UTC.',
    params: { capabilities, after: afterKey('card_id'), limit: pageLimit(100) },
    result: t.array(CARD),
    resultDoc: 'Cards: the code is there while nobody has redeemed the card, and empty afterwards.',
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    async handler(page, { akey }) {
      const cards = await vend.giftCards.boughtBy(akey, pageOf(page));
      const names = await vend.avatars.names(cards.map(({ merchant }) => merchant));
      return cards.map((card) => ({
        card_id: card.id,
        merchant_akey: card.merchant,
        merchant_name: names.get(card.merchant) ?? '',
        amount: minorToMajor(card.amount, card.account.currency),
        currency: card.account.currency.code,
        bought: card.createdAt,
        redeemed: card.redeemedBy !== null,
        code: card.redeemedBy === null ? vend.giftCards.codeOf(card) : '',
      }));
    },
  });
