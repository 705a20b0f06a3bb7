import {
  bool,
  type Database,
  enumOf,
  int4,
  int8,
  nullable,
  pagedList,
  type Queryable,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import { type AvatarKey, isUuid, type JournalId, type Page } from '@scrip/kernel';
import type { Order, OrderFilter } from './model.ts';
import { ORDER_STATES, type OrderState } from './states.ts';

const STATE = enumOf('vend_order_state', ORDER_STATES);

const ORDER = {
  id: uuid,
  requestHash: uuid,
  productId: int4,
  productName: text,
  collectionId: uuid,
  merchant: uuid,
  buyer: uuid,
  recipient: uuid,
  vendorId: nullable(uuid),
  affiliate: nullable(uuid),
  currency: text,
  amount: int8,
  creditUsed: int8,
  accountName: text,
  state: STATE,
  createdAt: timestamptz,
  deliveredAt: nullable(timestamptz),
  refundedAt: nullable(timestamptz),
  refundJournal: nullable(uuid),
};

const COLUMNS = `o.id, o.request_hash AS "requestHash", o.product_id AS "productId", p.name AS "productName", o.collection_id AS "collectionId",
  o.merchant, o.buyer, o.recipient, o.vendor_id AS "vendorId", o.affiliate, o.currency, o.amount, o.credit_used AS "creditUsed",
  o.account_name AS "accountName", o.state, o.created_at AS "createdAt", o.delivered_at AS "deliveredAt", o.refunded_at AS "refundedAt",
  o.refund_journal AS "refundJournal"`;
const ORDERS = `SELECT ${COLUMNS} FROM vend_order o JOIN vend_product p ON p.id = o.product_id`;

const FIND = statement({ name: 'vend-order', text: `${ORDERS} WHERE o.id = $1`, params: [uuid], row: ORDER });

const LOCK = statement({
  name: 'vend-order-lock',
  text: `${ORDERS} WHERE o.id = $1 FOR NO KEY UPDATE OF o`,
  params: [uuid],
  row: ORDER,
});

const SET_STATE = statement({
  name: 'vend-order-set-state',
  text: `UPDATE vend_order SET state = $2::vend_order_state,
           delivered_at = CASE $2::vend_order_state WHEN 'delivered' THEN coalesce(delivered_at, clock_timestamp()) ELSE delivered_at END
         WHERE id = $1`,
  params: [uuid, STATE],
});

const HAS_BOUGHT = statement({
  name: 'vend-has-bought',
  text: `SELECT EXISTS (SELECT FROM vend_order WHERE product_id = $1 AND buyer = $2 AND state <> 'refunded')
             OR EXISTS (SELECT FROM vend_order WHERE recipient = $2 AND product_id = $1 AND state <> 'refunded') AS has`,
  params: [int4, uuid],
  row: { has: bool },
});

const listBy = (column: OrderFilter['by']) =>
  pagedList({
    name: `vend-orders-by-${column}`,
    params: [uuid],
    row: ORDER,
    after: uuid,
    order: ['o.created_at DESC', 'o.id'],
    place: (after) => `vend_order o WHERE o.${column} = $1 AND o.id = ${after}`,
    text: ({ behind, order, slice }) => `${ORDERS} WHERE o.${column} = $1 AND ${behind} ${order} ${slice}`,
    isEmptyBehindUnknown: true,
  });
const LISTS = {
  buyer: listBy('buyer'),
  recipient: listBy('recipient'),
  merchant: listBy('merchant'),
  collection_id: listBy('collection_id'),
};

/** Looks up what was bought. */
export class Orders {
  readonly #pool: Database['pool'];

  constructor({ pool }: Database) {
    this.#pool = pool;
  }

  /** What is no id is the id of no order. */
  async find(id: string): Promise<Order | undefined> {
    return isUuid(id) ? FIND.first(this.#pool, id) : undefined;
  }

  /** Newest first; none behind an order that is not in the same list. */
  list({ by, key }: OrderFilter, page: Page): Promise<Order[]> {
    return LISTS[by].read(this.#pool, [key], page);
  }

  /** Whether somebody bought a product, for themselves or not, or was given it; what was refunded does not count. */
  async hasBought(productId: number, akey: AvatarKey): Promise<boolean> {
    return (await HAS_BOUGHT.first(this.#pool, productId, akey))?.has === true;
  }
}

/**
 * Whoever changes an order or its deliveries holds this: refunds, acknowledgements and redeliveries of one order queue here. Orders
 * stay for ever, so one that was found is there.
 */
export async function lockOrder(client: Queryable, id: JournalId): Promise<Order> {
  const order = await LOCK.first(client, id);
  if (!order) throw new Error(`order ${id} was found and is gone`);
  return order;
}

/** When an order was delivered first stays as it is. */
export async function setOrderState(client: Queryable, id: JournalId, state: OrderState): Promise<void> {
  await SET_STATE.run(client, id, state);
}
