import { ceiling, type Database, enumOf, int4, lockOwner, pagedList, timestamptz, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import { accessFull } from './errors.ts';

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

const CHANGE = 'UPDATE vend_access SET kind = $3, discount = $4 WHERE merchant = $1 AND akey = $2';

const ADD = 'INSERT INTO vend_access (merchant, akey, kind, discount) VALUES ($1, $2, $3, $4)';

const CEILING = ceiling({
  name: 'vend-access-of-merchant',
  things: 'avatars on the lists',
  count: 'SELECT count(*)::int AS n FROM vend_access WHERE merchant = $1',
  params: [uuid],
  full: accessFull,
});

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

  /** `most` is how many entries a merchant may have, which is decided by one call at a time. Raises vend.access_full. */
  set(merchant: Uuid, { akey, kind, discount }: Omit<Entry, 'createdAt'>, most: number): Promise<void> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, 'vend access', merchant);
      if ((await client.query(CHANGE, [merchant, akey, kind, discount])).rowCount === 1) return;
      await CEILING.mustHaveRoom(client, most, merchant, merchant);
      await client.query(ADD, [merchant, akey, kind, discount]);
    });
  }

  async remove(merchant: Uuid, akey: Uuid): Promise<void> {
    await this.#database.pool.query('DELETE FROM vend_access WHERE merchant = $1 AND akey = $2', [merchant, akey]);
  }
}
