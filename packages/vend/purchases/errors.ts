import { defineFault } from '@scrip/rpc';

export const priceChanged = defineFault({
  code: 'vend.price_changed',
  fault: 1530,
  kind: 'refused',
  doc: 'The product costs more than the max_price of the call, or the merchant is changing it at this moment; nothing was paid. `vend.quote` tells what it costs.',
});
export const soldOut = defineFault({
  code: 'vend.sold_out',
  fault: 1531,
  kind: 'refused',
  doc: 'None of the product is left; nothing was paid.',
});
export const notAnAffiliate = defineFault({
  code: 'vend.not_an_affiliate',
  fault: 1532,
  kind: 'refused',
  doc: 'Who was named as the seller is not in the affiliate group of the collection.',
});
export const wrongVendor = defineFault({
  code: 'vend.wrong_vendor',
  fault: 1533,
  kind: 'refused',
  doc: 'The vendor in-world sells other products than this one.',
});
export const tooManyOrders = defineFault({
  code: 'vend.too_many_orders',
  fault: 1537,
  kind: 'refused',
  doc: "As many orders of this product by this buyer wait to be delivered as may wait; the merchant's scripts have to hand them over first.",
});
