import { type Database, enumOf, int4, int8, lockOwner, nullable, pagedList, text, timestamptz, uuid } from '@scrip/database';
import { newId, type Page, type Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { productColumns } from '../catalogue/columns.ts';
import type { Product } from '../model.ts';
import type { Delivery, NewOrder, Order, Pulled, Whose } from './model.ts';
import { type DeliveryState, ORDER_STATES, type OrderState } from './rules.ts';

const COLUMNS = `o.id, o.request_hash AS "requestHash", o.product_id AS "productId", p.name AS "productName", o.collection_id AS "collectionId",
  o.merchant, o.buyer, o.recipient, o.vendor_id AS "vendorId", o.affiliate, o.currency, o.amount, o.credit_used AS "creditUsed",
  o.account_name AS "accountName", o.state, o.created_at AS "createdAt", o.delivered_at AS "deliveredAt", o.refunded_at AS "refundedAt",
  o.refund_journal AS "refundJournal"`;
const ORDERS = `SELECT ${COLUMNS} FROM vend_order o JOIN vend_product p ON p.id = o.product_id`;

const FIND = { name: 'vend-order', text: `${ORDERS} WHERE o.id = $1` };
/** Whoever changes an order or its deliveries holds this: refunds, acknowledgements and redeliveries of one order queue here. */
const LOCK = { name: 'vend-order-lock', text: `${ORDERS} WHERE o.id = $1 FOR NO KEY UPDATE OF o` };

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
  state: enumOf('vend_order_state', ORDER_STATES),
  createdAt: timestamptz,
  deliveredAt: nullable(timestamptz),
  refundedAt: nullable(timestamptz),
  refundJournal: nullable(uuid),
};
const listBy = (column: Whose['of']) =>
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

const HAS_BOUGHT = {
  name: 'vend-has-bought',
  text: `SELECT EXISTS (SELECT FROM vend_order WHERE product_id = $1 AND buyer = $2 AND state <> 'refunded')
             OR EXISTS (SELECT FROM vend_order WHERE recipient = $2 AND product_id = $1 AND state <> 'refunded') AS has`,
};

const DELIVERY_COLUMNS = `d.id, d.order_id AS "orderId", o.product_id AS "productId", d.state, d.attempts, d.note, d.created_at AS "createdAt",
  d.finished_at AS "finishedAt"`;
const DELIVERIES = `SELECT ${DELIVERY_COLUMNS} FROM vend_delivery d JOIN vend_order o ON o.id = d.order_id`;
const DELIVERY = { name: 'vend-delivery', text: `${DELIVERIES} WHERE d.id = $1` };
const DELIVERIES_OF = { name: 'vend-deliveries-of', text: `${DELIVERIES} WHERE d.order_id = $1 ORDER BY d.created_at DESC LIMIT $2::int` };

/** Where somebody is changing the product, this waits and looks again. */
const CLAIM = {
  name: 'vend-claim',
  text: `UPDATE vend_product SET sales = sales + 1, quantity = quantity - 1
         WHERE id = $1 AND removed_at IS NULL AND (quantity IS NULL OR quantity > 0)`,
};

/** In a statement of its own: one that waited for the product would see its partners as they were before. */
const PRODUCT = { name: 'vend-claimed', text: `SELECT ${productColumns} FROM vend_product p WHERE p.id = $1` };

const IS_LIMITED = `SELECT quantity IS NOT NULL AS limited FROM vend_product WHERE id = $1`;

const PUT_BACK = `UPDATE vend_product SET sales = greatest(sales - 1, 0), quantity = CASE WHEN quantity < 2147483647 THEN quantity + 1 ELSE quantity END WHERE id = $1`;

/** Under the buyer's lock, so that the orders which wait are all of them. */
const ADD = {
  name: 'vend-order-add',
  text: `WITH added AS (
           INSERT INTO vend_order (id, request_hash, product_id, collection_id, merchant, buyer, recipient, vendor_id, affiliate, currency, amount,
             credit_used, account_name, state)
           SELECT $1::uuid, $2::uuid, $3::int, $4::uuid, $5::uuid, $6::uuid, $7::uuid, $8::uuid, $9::uuid, $10::text, $11::bigint, $12::bigint,
             $13::text, 'queued'
           WHERE (SELECT count(*) FROM vend_order WHERE product_id = $3::int AND buyer = $6::uuid AND state = 'queued') < $15::bigint
           ON CONFLICT (id) DO NOTHING RETURNING id, merchant
         )
         INSERT INTO vend_delivery (id, order_id, merchant, state, note) SELECT $14::uuid, id, merchant, 'queued', '' FROM added`,
};

const ADD_DELIVERY = `INSERT INTO vend_delivery (id, order_id, merchant, state, note) VALUES ($1, $2, $3, 'queued', '')`;
const QUEUED = `SELECT id FROM vend_delivery WHERE order_id = $1 AND state = 'queued'`;

/**
 * Those that wait longest, passed over where another script is taking them. The clock is asked in a subquery, once, so that the
 * index is not read past it; unqualified, since tests put their own in front.
 */
const PULL = {
  name: 'vend-pull',
  text: `WITH due AS MATERIALIZED (
           SELECT d.id, d.visible_at AS since, o.product_id, o.recipient, p.name FROM vend_delivery d
             JOIN vend_order o ON o.id = d.order_id JOIN vend_product p ON p.id = o.product_id
           WHERE d.merchant = $1 AND d.state = 'queued' AND d.visible_at <= (SELECT clock_timestamp())
             AND ($2::uuid IS NULL OR o.collection_id = $2)
           ORDER BY d.visible_at, d.id LIMIT $3::int FOR UPDATE OF d SKIP LOCKED
         ), taken AS (
           UPDATE vend_delivery d SET attempts = attempts + 1, visible_at = clock_timestamp() + make_interval(secs => $4::int)
           FROM due WHERE d.id = due.id
           RETURNING d.id, d.order_id, d.attempts, due.product_id, due.name, due.recipient, due.since
         )
         SELECT id, order_id AS "orderId", product_id AS "productId", name AS "productName", recipient, attempts FROM taken ORDER BY since, id`,
};

const SETTLE_DELIVERY = `UPDATE vend_delivery SET state = $2, note = $3, finished_at = coalesce(finished_at, clock_timestamp()) WHERE id = $1`;

const MOVE = `UPDATE vend_order SET state = $2::vend_order_state,
    delivered_at = CASE $2::vend_order_state WHEN 'delivered' THEN coalesce(delivered_at, clock_timestamp()) ELSE delivered_at END
  WHERE id = $1`;
const REFUND = `WITH ended AS (
    UPDATE vend_delivery SET state = 'failed', note = $3, finished_at = clock_timestamp() WHERE order_id = $1 AND state = 'queued'
  )
  UPDATE vend_order SET state = 'refunded', refunded_at = clock_timestamp(), refund_journal = $2 WHERE id = $1`;

/** Orders and deliveries over one connection, or the pool. */
export class Rows {
  readonly #on: Pick<Database['pool'], 'query'>;

  constructor(on: Pick<Database['pool'], 'query'>) {
    this.#on = on;
  }

  async find(id: Uuid): Promise<Order | undefined> {
    return (await this.#on.query<Order>({ ...FIND, values: [id] })).rows[0];
  }

  async lock(id: Uuid): Promise<Order> {
    const [order] = (await this.#on.query<Order>({ ...LOCK, values: [id] })).rows;
    if (!order) throw new Error(`order ${id} was found and is gone`);
    return order;
  }

  /** Newest first; none behind an order that is not in the same list. */
  list({ of, key }: Whose, page: Page): Promise<Order[]> {
    return LISTS[of].read(this.#on, [key], page);
  }

  /** For themselves or for somebody else, or was given it; what was refunded does not count. */
  async hasBought(productId: number, akey: Uuid): Promise<boolean> {
    return (await this.#on.query<{ has: boolean }>({ ...HAS_BOUGHT, values: [productId, akey] })).rows[0]?.has === true;
  }

  async delivery(id: Uuid): Promise<Delivery | undefined> {
    return (await this.#on.query<Delivery>({ ...DELIVERY, values: [id] })).rows[0];
  }

  /** Newest first. */
  async deliveriesOf(orderId: Uuid, limit: number): Promise<Delivery[]> {
    return (await this.#on.query<Delivery>({ ...DELIVERIES_OF, values: [orderId, limit] })).rows;
  }

  /** One buyer's purchases queue here: how many of them wait to be delivered is decided by one at a time. */
  lockBuyer(akey: Uuid): Promise<void> {
    return lockOwner(this.#on, 'vend orders', akey);
  }

  /**
   * Counts a sale and takes one off the quantity; the product stays as it is returned until the transaction ends. Undefined where
   * none is left, or the product was removed.
   */
  async claim(productId: number): Promise<Product | undefined> {
    if ((await this.#on.query({ ...CLAIM, values: [productId] })).rowCount !== 1) return undefined;
    return (await this.#on.query<Product>({ ...PRODUCT, values: [productId] })).rows[0];
  }

  async isLimited(productId: number): Promise<boolean> {
    return (await this.#on.query<{ limited: boolean }>(IS_LIMITED, [productId])).rows[0]?.limited === true;
  }

  async putBack(productId: number): Promise<void> {
    await this.#on.query(PUT_BACK, [productId]);
  }

  /** The order and its first delivery. False where the order is there already, or the buyer has `most` of the product that wait to be delivered. */
  async add(order: NewOrder, most: number): Promise<boolean> {
    const { id, requestHash, productId, collectionId, merchant, buyer, recipient, vendorId, affiliate, currency } = order;
    const keys = [id, requestHash, productId, collectionId, merchant, buyer, recipient, vendorId, affiliate];
    const cost = [currency, order.amount, order.creditUsed, order.accountName];
    return (await this.#on.query({ ...ADD, values: [...keys, ...cost, newId(), most] })).rowCount === 1;
  }

  /** The delivery that waits, which is a new one if none does. Under the order's lock there is never a second one. */
  async queueDelivery({ id, merchant }: Order): Promise<Uuid> {
    const [waiting] = (await this.#on.query<{ id: Uuid }>(QUEUED, [id])).rows;
    if (waiting) return waiting.id;
    const delivery = newId();
    await this.#on.query(ADD_DELIVERY, [delivery, id, merchant]);
    return delivery;
  }

  /** The longest waiting first; hidden from other scripts for so long. Of all collections where none is given. */
  async pull(merchant: Uuid, collectionId: Uuid | undefined, limit: number, holdSecs: number): Promise<Pulled[]> {
    return (await this.#on.query<Pulled>({ ...PULL, values: [merchant, collectionId ?? null, limit, holdSecs] })).rows;
  }

  async settleDelivery(id: Uuid, state: DeliveryState, note: string): Promise<void> {
    await this.#on.query(SETTLE_DELIVERY, [id, state, note]);
  }

  async move(orderId: Uuid, state: OrderState): Promise<void> {
    await this.#on.query(MOVE, [orderId, state]);
  }

  /** What of the order waits to be delivered is not delivered any more, for the reason that `note` gives. */
  async refund(orderId: Uuid, journal: Uuid | null, note: string): Promise<void> {
    await this.#on.query(REFUND, [orderId, journal, note]);
  }
}

/** The only place where orders touch the database. */
export class Store extends Rows {
  readonly #database: Database;

  constructor(database: Database) {
    super(database.pool);
    this.#database = database;
  }

  /** The rows in a transaction of the caller's. */
  within(client: PoolClient): Rows {
    return new Rows(client);
  }

  /** A transaction without a payment; those with one are deals. */
  transaction<T>(work: (rows: Rows, client: PoolClient) => Promise<T>): Promise<T> {
    return this.#database.transaction((client) => work(new Rows(client), client));
  }
}
