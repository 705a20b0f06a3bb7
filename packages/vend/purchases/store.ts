import { type Database, enumOf, int4, int8, lockOwner, nullable, type Queryable, statement, text, uuid } from '@scrip/database';
import { type AvatarKey, newId } from '@scrip/kernel';
import { ACCESS_KINDS, type Standing, standingOf } from '../access/store.ts';
import { OFFER, offerColumns, PRODUCT, productColumns, readOffer } from '../catalogue/columns.ts';
import type { Offer, Product } from '../model.ts';
import type { NewOrder } from '../orders/model.ts';

/** A product, and how its merchant stands to somebody, in one statement: every purchase and every quote begins with it. */
const OFFER_TO = statement({
  name: 'vend-offer-to',
  text: `SELECT ${offerColumns}, a.kind AS access, a.discount FROM vend_product p JOIN vend_collection c ON c.id = p.collection_id
         LEFT JOIN vend_access a ON a.merchant = p.merchant AND a.akey = $2 WHERE p.id = $1`,
  params: [int4, uuid],
  row: { ...OFFER, access: nullable(enumOf('vend_access_kind', ACCESS_KINDS)), discount: nullable(int4) },
});

/** Where somebody is changing the product, this waits and looks again. */
const COUNT_SALE = statement({
  name: 'vend-product-count-sale',
  text: `UPDATE vend_product SET sales = sales + 1, quantity = quantity - 1
         WHERE id = $1 AND removed_at IS NULL AND (quantity IS NULL OR quantity > 0)`,
  params: [int4],
});

/** In a statement of its own: one that waited for the product would see its partners as they were before. */
const COUNTED = statement({
  name: 'vend-product-counted',
  text: `SELECT ${productColumns} FROM vend_product p WHERE p.id = $1`,
  params: [int4],
  row: PRODUCT,
});

/** Under the buyer's lock, so that the orders which wait are all of them: counted in the statement that adds one. */
const ADD_ORDER = statement({
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
  params: [uuid, uuid, int4, uuid, uuid, uuid, uuid, nullable(uuid), nullable(uuid), text, int8, int8, text, uuid, int8],
});

/** A product as it stands to somebody who would buy it. */
export interface OfferToBuyer extends Offer {
  readonly standing: Standing;
}

/** Looks up what is bought, and for whom. */
export class Offers {
  readonly #pool: Database['pool'];

  constructor({ pool }: Database) {
    this.#pool = pool;
  }

  /** Removed products too, which is what `removedAt` tells. */
  async find(productId: number, buyer: AvatarKey): Promise<OfferToBuyer | undefined> {
    const found = await OFFER_TO.first(this.#pool, productId, buyer);
    if (!found) return undefined;
    const { access: kind, discount, ...offer } = found;
    return { ...readOffer(offer), standing: standingOf(kind === null || discount === null ? null : { kind, discount }) };
  }
}

/** One buyer's purchases queue here: how many of them wait to be delivered is decided by one at a time. */
export function lockBuyer(client: Queryable, akey: AvatarKey): Promise<void> {
  return lockOwner(client, 'vend orders', akey);
}

/** The order and its first delivery. False where the order is there already, or the buyer has `most` of the product that wait to be delivered. */
export async function addOrder(client: Queryable, order: NewOrder, most: number): Promise<boolean> {
  const { id, requestHash, productId, collectionId, merchant, buyer, recipient, vendorId, affiliate } = order;
  const { currency, amount, creditUsed, accountName } = order;
  const added = await ADD_ORDER.run(
    client,
    ...([id, requestHash, productId, collectionId, merchant, buyer, recipient, vendorId, affiliate] as const),
    ...([currency, amount, creditUsed, accountName, newId(), most] as const),
  );
  return added === 1;
}

/**
 * Counts a sale and takes one off the quantity; the product stays as it is returned until the transaction ends. Undefined where
 * none is left, or the product was removed.
 */
export async function countSale(client: Queryable, productId: number): Promise<Product | undefined> {
  return (await COUNT_SALE.run(client, productId)) === 1 ? COUNTED.first(client, productId) : undefined;
}
