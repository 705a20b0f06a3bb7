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

/** How many cards of one buyer wait to be redeemed is decided by one purchase at a time; so is whether a request was made before. */
const LOCK_BUYER = `SELECT pg_advisory_xact_lock(hashtextextended('gift cards of ' || $1, 0))`;

const WAITING = {
  name: 'vend-gift-cards-waiting',
  text: 'SELECT count(*) AS waiting FROM vend_gift_card WHERE buyer = $1 AND redeemed_by IS NULL',
};

const ADD = `INSERT INTO vend_gift_card (id, code_hash, code_sealed, merchant, buyer, amount) VALUES ($1, $2, $3, $4, $5, $6)
  RETURNING ${COLUMNS}`;

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
  waiting(buyer: Uuid): Promise<bigint> {
    return waiting(this.#database.pool, buyer);
  }

  /** A buyer's, newest first. */
  list(buyer: Uuid, page: Page): Promise<GiftCard[]> {
    return LIST.read(this.#database.pool, [buyer], page);
  }

  /**
   * The card, and what `pay` does, as one transaction. Where the card was bought before, `pay` runs too (it knows whether it is
   * the same request) and the card is what it was. Undefined, with nothing paid, where the buyer has `most` that wait to be redeemed.
   */
  buy(card: NewCard, most: number, pay: (client: PoolClient) => Promise<unknown>): Promise<GiftCard | undefined> {
    return this.#database.transaction(async (client) => {
      const { id, codeHash, codeSealed, merchant, buyer, amount } = card;
      await client.query(LOCK_BUYER, [buyer]);
      const [known] = (await client.query<GiftCard>({ ...FIND, values: [id] })).rows;
      if (!known && (await waiting(client, buyer)) >= most) return undefined;
      await pay(client);
      return known ?? (await client.query<GiftCard>(ADD, [id, codeHash, codeSealed, merchant, buyer, amount])).rows[0];
    });
  }

  /** The card as it was before; with what `pay` does it is redeemed, in one transaction, if it was not. */
  redeem(id: Uuid, by: Uuid, pay: (client: PoolClient) => Promise<unknown>): Promise<GiftCard> {
    return this.#database.transaction(async (client) => {
      const [card] = (await client.query<GiftCard>(LOCK, [id])).rows;
      if (!card) throw new Error(`gift card ${id} was found and is gone`);
      if (card.redeemedBy !== null) return card;
      await pay(client);
      await client.query(REDEEM, [id, by]);
      return card;
    });
  }
}

async function waiting(on: Pick<PoolClient, 'query'>, buyer: Uuid): Promise<bigint> {
  return (await on.query<{ waiting: bigint }>({ ...WAITING, values: [buyer] })).rows[0]?.waiting ?? 0n;
}
