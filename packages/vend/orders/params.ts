import { keyOrNameParam } from '@scrip/avatars';
import { minorToMajor, type Uuid } from '@scrip/kernel';
import { idParam, invalidParams, type Param, param, t } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import type { Order } from './model.ts';

export { capabilities, product, requestId } from '../credit/params.ts';

// What the procedures of orders and deliveries share.

export { ownMerchant as merchant } from '../credit/params.ts';

export const collectionName: Param<string> = param(
  t.string({ max: 255 }),
  'One collection of theirs; empty: all of them, which officers of a manager group may not.',
  '',
);
export const recipient = keyOrNameParam('Key or name of the avatar that it is a gift for; empty: the caller.', '');
export const vendorId: Param<string> = param(t.string({ max: 36 }), 'Key in-world of the vendor that sells it; empty: none.', '');
export const affiliate = keyOrNameParam(
  "Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does.",
  '',
);

/** Who sells it, as operations take it. Raises general.unknown_avatar. */
export async function sellerOf({ avatars }: Vend, named: { readonly vendor_id: string; readonly affiliate: string }) {
  if (named.vendor_id !== '' && named.affiliate !== '')
    throw invalidParams('vendor_id and affiliate both came; the owner of the vendor is the affiliate');
  return { vendorId: named.vendor_id, affiliate: named.affiliate === '' ? undefined : (await avatars.get(named.affiliate)).akey };
}

export const orderId = idParam('The order.');
export const deliveryId = idParam('The delivery, as vend.pullDeliveries gave it.');

const MEMBERS = {
  order_id: t.string(),
  time: t.dateTime(),
  state: t.string(),
  prod_id: t.int(),
  product_name: t.string(),
  merchant_akey: t.string(),
  merchant_name: t.string(),
  buyer_akey: t.string(),
  buyer_name: t.string(),
  recipient_akey: t.string(),
  recipient_name: t.string(),
  affiliate_akey: t.string(),
  price: t.double(),
  credit_used: t.double(),
  currency: t.string(),
  transaction_id: t.string(),
  delivered: t.optional(t.dateTime()),
  refunded: t.optional(t.dateTime()),
  refund_transaction_id: t.string(),
};

export const ORDER = t.struct(MEMBERS);
export const ORDERS = t.array(ORDER);
export const ORDER_WITH_DELIVERIES = t.struct({
  ...MEMBERS,
  deliveries: t.array(
    t.struct({
      delivery_id: t.string(),
      time: t.dateTime(),
      state: t.string(),
      attempts: t.int(),
      note: t.string(),
      finished: t.optional(t.dateTime()),
    }),
  ),
});

export const ORDER_DOC =
  'state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC.';

/** Orders as they are listed: what products and avatars are called now. */
export async function shown({ avatars, bank }: Vend, orders: readonly Order[]) {
  const names = await avatars.names(orders.flatMap(({ merchant, buyer, recipient }) => [merchant, buyer, recipient]));
  const nameOf = (akey: Uuid) => names.get(akey) ?? '';
  return Promise.all(
    orders.map(async (order) => {
      const currency = await bank.currencies.get(order.currency);
      return {
        order_id: order.id,
        time: order.createdAt,
        state: order.state,
        prod_id: order.productId,
        product_name: order.productName,
        merchant_akey: order.merchant,
        merchant_name: nameOf(order.merchant),
        buyer_akey: order.buyer,
        buyer_name: nameOf(order.buyer),
        recipient_akey: order.recipient,
        recipient_name: nameOf(order.recipient),
        affiliate_akey: order.affiliate ?? '',
        price: minorToMajor(order.amount, currency),
        credit_used: minorToMajor(order.creditUsed, currency),
        currency: currency.code,
        transaction_id: transactionOf(order),
        ...(order.deliveredAt && { delivered: order.deliveredAt }),
        ...(order.refundedAt && { refunded: order.refundedAt }),
        refund_transaction_id: order.refundJournal ?? '',
      };
    }),
  );
}

/** An order is named after its payment; empty where nothing was paid. */
export function transactionOf({ id, amount }: Pick<Order, 'id' | 'amount'>): string {
  return amount > 0n ? id : '';
}
