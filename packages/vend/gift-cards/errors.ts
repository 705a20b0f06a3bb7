import { defineFault } from '@scrip/rpc';

export const unknownGiftCard = defineFault({
  code: 'vend.unknown_gift_card',
  fault: 1551,
  kind: 'not_found',
  doc: 'No gift card has this code. Upper and lower case, dashes and spaces do not matter.',
});
export const giftCardRedeemed = defineFault({
  code: 'vend.gift_card_redeemed',
  fault: 1552,
  kind: 'refused',
  doc: 'Another avatar has redeemed the gift card; it is worth nothing any more.',
});
export const sellsNothing = defineFault({
  code: 'vend.sells_nothing',
  fault: 1553,
  kind: 'refused',
  doc: 'The avatar has no collection of products, so that a gift card of theirs would buy nothing.',
});
export const tooManyGiftCards = defineFault({
  code: 'vend.too_many_gift_cards',
  fault: 1554,
  kind: 'refused',
  doc: 'The avatar has bought as many gift cards that wait to be redeemed as one may have.',
});
