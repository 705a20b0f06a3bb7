import { type Database, enumOf, int4, pagedList, timestamptz, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';

/** How a merchant treats somebody. */
const ACCESS_KINDS = ['ban', 'vip'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export interface Entry {
  readonly akey: Uuid;
  readonly kind: AccessKind;
  /** Hundredths of a percent off every price. */
  readonly discount: number;
  readonly createdAt: Date;
}

const FIND = { name: 'vend-access-find', text: 'SELECT kind, discount FROM vend_access WHERE merchant = $1 AND akey = $2' };

const LIST = pagedList({
  name: 'vend-access-list',
  params: [uuid],
  row: { akey: uuid, kind: enumOf('vend_access_kind', ACCESS_KINDS), discount: int4, createdAt: timestamptz },
  after: uuid,
  order: ['akey'],
  text: ({ behind, order, slice }) =>
    `SELECT akey, kind, discount, created_at AS "createdAt" FROM vend_access WHERE merchant = $1 AND ${behind} ${order} ${slice}`,
});

/** How many entries a merchant has is decided by one call at a time. */
const LOCK_MERCHANT = `SELECT pg_advisory_xact_lock(hashtextextended('vend access of ' || $1, 0))`;

const CHANGE = 'UPDATE vend_access SET kind = $3, discount = $4 WHERE merchant = $1 AND akey = $2';

const ADD_IF_ROOM = `INSERT INTO vend_access (merchant, akey, kind, discount)
  SELECT $1::uuid, $2::uuid, $3, $4::int WHERE (SELECT count(*) FROM vend_access WHERE merchant = $1::uuid) < $5::int`;

/** The only place where the lists of bans and VIPs touch the database. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(merchant: Uuid, akey: Uuid): Promise<Pick<Entry, 'kind' | 'discount'> | undefined> {
    return (await this.#database.pool.query<Pick<Entry, 'kind' | 'discount'>>({ ...FIND, values: [merchant, akey] })).rows[0];
  }

  /** In the order of their keys. */
  list(merchant: Uuid, page: Page): Promise<Entry[]> {
    return LIST.read(this.#database.pool, [merchant], page);
  }

  /** False where the merchant has `most` entries and this would be one more. */
  set(merchant: Uuid, { akey, kind, discount }: Omit<Entry, 'createdAt'>, most: number): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      await client.query(LOCK_MERCHANT, [merchant]);
      if ((await client.query(CHANGE, [merchant, akey, kind, discount])).rowCount === 1) return true;
      return (await client.query(ADD_IF_ROOM, [merchant, akey, kind, discount, most])).rowCount === 1;
    });
  }

  async remove(merchant: Uuid, akey: Uuid): Promise<void> {
    await this.#database.pool.query('DELETE FROM vend_access WHERE merchant = $1 AND akey = $2', [merchant, akey]);
  }
}
