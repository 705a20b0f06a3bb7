import { type AvatarKey, type Currency, minorToMajor, type OwnerKey } from '@scrip/kernel';
import { t } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import type { Order } from './model.ts';

export const ORDER_MEMBERS = {
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

export const ORDERS = t.array(t.struct(ORDER_MEMBERS));
export const ORDER_DOC =
  'state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC.';

type Names = ReadonlyMap<OwnerKey, string>;

/** Orders as they are listed: what products and avatars are called now. */
export async function shownOrders({ avatars, bank }: Vend, orders: readonly Order[]) {
  const names = await avatars.names(orders.flatMap(({ merchant, buyer, recipient }) => [merchant, buyer, recipient]));
  return Promise.all(orders.map(async (order) => shown(order, await bank.currencies.get(order.currency), names)));
}

/** As one of a list. */
export async function shownOrder({ avatars, bank }: Vend, order: Order) {
  const names = await avatars.names([order.merchant, order.buyer, order.recipient]);
  return shown(order, await bank.currencies.get(order.currency), names);
}

function shown(order: Order, currency: Currency, names: Names) {
  const nameOf = (akey: AvatarKey) => names.get(akey) ?? '';
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
}

/** An order is named after its payment; empty where nothing was paid. */
export function transactionOf({ id, amount }: Pick<Order, 'id' | 'amount'>): string {
  return amount > 0n ? id : '';
}
