import { type Database, pagedList, type Rider, riderStatement, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';

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

const OF_HOLDER = pagedList({
  name: 'vend-credit-of-holder',
  params: [uuid],
  row: ROW,
  order: ['merchant'],
  after: uuid,
  text: ({ behind, order, slice }) => `SELECT merchant, holder FROM vend_credit WHERE holder = $1 AND ${behind} ${order} ${slice}`,
});

const OF_MERCHANT = pagedList({
  name: 'vend-credit-of-merchant',
  params: [uuid],
  row: ROW,
  order: ['holder'],
  after: uuid,
  text: ({ behind, order, slice }) => `SELECT merchant, holder FROM vend_credit WHERE merchant = $1 AND ${behind} ${order} ${slice}`,
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

  /** In the order of the merchants' keys. */
  ofHolder(holder: Uuid, page: Page): Promise<Row[]> {
    return OF_HOLDER.read(this.#database.pool, [holder], page);
  }

  /** In the order of the holders' keys. */
  ofMerchant(merchant: Uuid, page: Page): Promise<Row[]> {
    return OF_MERCHANT.read(this.#database.pool, [merchant], page);
  }
}
