import { bytea, type Database, int8, nullable, pagedList, timestamptz, uuid } from '@scrip/database';
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

const FIND = { name: 'vend-gift-card', text: `SELECT ${COLUMNS} FROM vend_gift_card WHERE id = $1` };

const FIND_BY_CODE = { name: 'vend-gift-card-by-code', text: `SELECT ${COLUMNS} FROM vend_gift_card WHERE code_hash = $1` };

/** Whoever redeems it waits here for whoever is redeeming it. */
const LOCK = `SELECT ${COLUMNS} FROM vend_gift_card WHERE id = $1 FOR NO KEY UPDATE`;

const REDEEM = 'UPDATE vend_gift_card SET redeemed_by = $2, redeemed_at = now() WHERE id = $1';

/** How many cards of one buyer wait to be redeemed is decided by one purchase at a time. */
const LOCK_BUYER = `SELECT pg_advisory_xact_lock(hashtextextended('gift cards of ' || $1, 0))`;

const WAITING = {
  name: 'vend-gift-cards-waiting',
  text: 'SELECT count(*) AS waiting FROM vend_gift_card WHERE buyer = $1 AND redeemed_by IS NULL',
};

const ADD = `INSERT INTO vend_gift_card (id, code_hash, code_sealed, merchant, buyer, amount)
  SELECT $1::uuid, $2::bytea, $3::bytea, $4::uuid, $5::uuid, $6::bigint
  WHERE (SELECT count(*) FROM vend_gift_card WHERE buyer = $5::uuid AND redeemed_by IS NULL) < $7::bigint
  ON CONFLICT (id) DO NOTHING RETURNING ${COLUMNS}`;

const LIST = pagedList({
  name: 'vend-gift-cards',
  params: [uuid],
  row: {
    id: uuid,
    codeSealed: bytea,
    merchant: uuid,
    buyer: uuid,
    amount: int8,
    createdAt: timestamptz,
    redeemedBy: nullable(uuid),
    redeemedAt: nullable(timestamptz),
  },
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

  async find(id: Uuid): Promise<GiftCard | undefined> {
    return (await this.#database.pool.query<GiftCard>({ ...FIND, values: [id] })).rows[0];
  }

  async findByCode(codeHash: Buffer): Promise<GiftCard | undefined> {
    return (await this.#database.pool.query<GiftCard>({ ...FIND_BY_CODE, values: [codeHash] })).rows[0];
  }

  /** How many of a buyer's nobody has redeemed. */
  async waiting(buyer: Uuid): Promise<bigint> {
    return (await this.#database.pool.query<{ waiting: bigint }>({ ...WAITING, values: [buyer] })).rows[0]?.waiting ?? 0n;
  }

  /** A buyer's, newest first. */
  list(buyer: Uuid, page: Page): Promise<GiftCard[]> {
    return LIST.read(this.#database.pool, [buyer], page);
  }

  async lockBuyer(client: Within, buyer: Uuid): Promise<void> {
    await client.query(LOCK_BUYER, [buyer]);
  }

  /** Undefined where the card was bought before, or the buyer has `most` that wait to be redeemed. */
  async add(client: Within, { id, codeHash, codeSealed, merchant, buyer, amount }: NewCard, most: number): Promise<GiftCard | undefined> {
    return (await client.query<GiftCard>(ADD, [id, codeHash, codeSealed, merchant, buyer, amount, most])).rows[0];
  }

  async lock(client: Within, id: Uuid): Promise<GiftCard> {
    const [card] = (await client.query<GiftCard>(LOCK, [id])).rows;
    if (!card) throw new Error(`gift card ${id} was found and is gone`);
    return card;
  }

  async redeem(client: Within, id: Uuid, by: Uuid): Promise<void> {
    await client.query(REDEEM, [id, by]);
  }
}
