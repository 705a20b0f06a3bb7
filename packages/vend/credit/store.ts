import { type Database, int4, nullable, type Rider, riderStatement, statement, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

/** Who has credit at whom. */
export interface Row {
  readonly merchant: Uuid;
  readonly holder: Uuid;
}

const ROW = { merchant: uuid, holder: uuid };

const LISTED = riderStatement({
  name: 'vend-credit-listed',
  text: 'INSERT INTO vend_credit (merchant, holder) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING',
  columns: [uuid, uuid],
});

const OF_HOLDER = statement({
  name: 'vend-credit-of-holder',
  text: `SELECT merchant, holder FROM vend_credit WHERE holder = $1 AND ($2::uuid IS NULL OR merchant > $2) ORDER BY merchant LIMIT $3::int`,
  params: [uuid, nullable(uuid), int4],
  row: ROW,
});

const OF_MERCHANT = statement({
  name: 'vend-credit-of-merchant',
  text: `SELECT merchant, holder FROM vend_credit WHERE merchant = $1 AND ($2::uuid IS NULL OR holder > $2) ORDER BY holder LIMIT $3::int`,
  params: [uuid, nullable(uuid), int4],
  row: ROW,
});

/** Puts somebody on the lists of who has credit at whom, in the transaction of the payment that is the credit. */
export function creditRider(merchant: Uuid, holder: Uuid): Rider {
  return LISTED.row(merchant, holder);
}

/** The only place where store credit touches the database; its money is the bank's business. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In the order of the merchants' keys, those behind `after`. */
  ofHolder(holder: Uuid, after: Uuid | undefined, limit: number): Promise<Row[]> {
    return OF_HOLDER.all(this.#database.pool, holder, after ?? null, limit);
  }

  /** In the order of the holders' keys, those behind `after`. */
  ofMerchant(merchant: Uuid, after: Uuid | undefined, limit: number): Promise<Row[]> {
    return OF_MERCHANT.all(this.#database.pool, merchant, after ?? null, limit);
  }
}
