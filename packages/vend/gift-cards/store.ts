import { bytea, type Database, int4, int8, lockOwner, nullable, pagedList, statement, timestamptz, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';

export interface GiftCard {
  /** Also the transaction that paid for it. */
  readonly id: Uuid;
  readonly codeSealed: Buffer;
  readonly merchant: Uuid;
  readonly buyer: Uuid;
  /** Minor units. */
  readonly amount: bigint;
  readonly createdAt: Date;
  readonly redeemedBy: Uuid | null;
  readonly redeemedAt: Date | null;
}

export type NewCard = Pick<GiftCard, 'id' | 'codeSealed' | 'merchant' | 'buyer' | 'amount'> & { readonly codeHash: Buffer };

const COLUMNS = `id, code_sealed AS "codeSealed", merchant, buyer, amount, created_at AS "createdAt",
  redeemed_by AS "redeemedBy", redeemed_at AS "redeemedAt"`;

const CARD = {
  id: uuid,
  codeSealed: bytea,
  merchant: uuid,
  buyer: uuid,
  amount: int8,
  createdAt: timestamptz,
  redeemedBy: nullable(uuid),
  redeemedAt: nullable(timestamptz),
};

const FIND = statement({
  name: 'vend-gift-card',
  text: `SELECT ${COLUMNS} FROM vend_gift_card WHERE id = $1`,
  params: [uuid],
  row: CARD,
});

const FIND_BY_CODE = statement({
  name: 'vend-gift-card-by-code',
  text: `SELECT ${COLUMNS} FROM vend_gift_card WHERE code_hash = $1`,
  params: [bytea],
  row: CARD,
});

/** Whoever redeems it waits here for whoever is redeeming it. */
const LOCK = statement({
  name: 'vend-gift-card-lock',
  text: `SELECT ${COLUMNS} FROM vend_gift_card WHERE id = $1 FOR NO KEY UPDATE`,
  params: [uuid],
  row: CARD,
});

const REDEEM = statement({
  name: 'vend-gift-card-redeem',
  text: 'UPDATE vend_gift_card SET redeemed_by = $2, redeemed_at = now() WHERE id = $1',
  params: [uuid, uuid],
});

const WAITING = statement({
  name: 'vend-gift-cards-waiting',
  text: 'SELECT count(*)::int AS waiting FROM vend_gift_card WHERE buyer = $1 AND redeemed_by IS NULL',
  params: [uuid],
  row: { waiting: int4 },
});

const ADD = statement({
  name: 'vend-gift-card-add',
  text: `INSERT INTO vend_gift_card (id, code_hash, code_sealed, merchant, buyer, amount)
         SELECT $1::uuid, $2::bytea, $3::bytea, $4::uuid, $5::uuid, $6::bigint
         WHERE (SELECT count(*) FROM vend_gift_card WHERE buyer = $5::uuid AND redeemed_by IS NULL) < $7::int
         ON CONFLICT (id) DO NOTHING RETURNING ${COLUMNS}`,
  params: [uuid, bytea, bytea, uuid, uuid, int8, int4],
  row: CARD,
});

const LIST = pagedList({
  name: 'vend-gift-cards',
  params: [uuid],
  row: CARD,
  after: uuid,
  order: ['created_at DESC', 'id DESC'],
  place: (after) => `vend_gift_card WHERE buyer = $1 AND id = ${after}`,
  text: ({ behind, order, slice }) => `SELECT ${COLUMNS} FROM vend_gift_card WHERE buyer = $1 AND ${behind} ${order} ${slice}`,
  isEmptyBehindUnknown: true,
});

/** A transaction of the caller's. */
type Within = Pick<PoolClient, 'query'>;

/** The only place where gift cards touch the database; their money is the bank's business. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(id: Uuid): Promise<GiftCard | undefined> {
    return FIND.first(this.#database.pool, id);
  }

  findByCode(codeHash: Buffer): Promise<GiftCard | undefined> {
    return FIND_BY_CODE.first(this.#database.pool, codeHash);
  }

  /** How many of a buyer's nobody has redeemed. */
  async waiting(buyer: Uuid): Promise<number> {
    return (await WAITING.first(this.#database.pool, buyer))?.waiting ?? 0;
  }

  /** A buyer's, newest first. */
  list(buyer: Uuid, page: Page): Promise<GiftCard[]> {
    return LIST.read(this.#database.pool, [buyer], page);
  }

  /** How many cards of one buyer wait to be redeemed is decided by one purchase at a time. */
  lockBuyer(client: Within, buyer: Uuid): Promise<void> {
    return lockOwner(client, 'gift cards', buyer);
  }

  /** Undefined where the card was bought before, or the buyer has `most` that wait to be redeemed. */
  add(client: Within, { id, codeHash, codeSealed, merchant, buyer, amount }: NewCard, most: number): Promise<GiftCard | undefined> {
    return ADD.first(client, id, codeHash, codeSealed, merchant, buyer, amount, most);
  }

  async lock(client: Within, id: Uuid): Promise<GiftCard> {
    const card = await LOCK.first(client, id);
    if (!card) throw new Error(`gift card ${id} was found and is gone`);
    return card;
  }

  async redeem(client: Within, id: Uuid, by: Uuid): Promise<void> {
    await REDEEM.run(client, id, by);
  }
}
