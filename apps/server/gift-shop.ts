import type { Shop } from '@scrip/gifts';
import type { Vend } from '@scrip/vend';

/** Where users of apps buy each other products: gifts and vend don't know each other. */
export function giftShop({ purchases }: Vend): Shop {
  return {
    gift: ({ buyer, ...order }) =>
      purchases.dealOf({ ...order, principal: buyer, buyer, vendorId: '', affiliate: undefined, useCredit: false }),
  };
}
