import { ceiling, type Database, lockOwner, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { collectionColumns } from '../catalogue/columns.ts';
import { tooManyCollections } from '../errors.ts';
import type { Collection } from '../model.ts';

/** What the merchant says of a collection. */
export type Settings = Pick<
  Collection,
  'name' | 'public' | 'description' | 'tags' | 'imageUrlPart' | 'textureKey' | 'commission' | 'affiliateGroup' | 'managerGroup'
>;

/** What one merchant calls collections, and how many there are, is decided by one call at a time. */
const LOCKED = 'collections';

const NAMED = 'SELECT id FROM vend_collection WHERE creator = $1 AND name_key = $2';

const INSERT = `INSERT INTO vend_collection
    (id, creator, name, name_key, public, description, tags, image_url_part, texture_key, commission, affiliate_group, manager_group)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const CEILING = ceiling({
  name: 'vend-collections-of-merchant',
  things: 'collections',
  count: 'SELECT count(*)::int AS n FROM vend_collection WHERE creator = $1 AND name_key IS NOT NULL',
  params: [uuid],
  full: tooManyCollections,
});

/** Products that are added or change their shares wait here, and see the commission that holds then. */
const LOCK = `SELECT ${collectionColumns} FROM vend_collection c WHERE c.id = $1 AND c.name_key IS NOT NULL FOR NO KEY UPDATE`;

const MOST_SHARED = 'SELECT max(shared) AS most FROM vend_product WHERE collection_id = $1 AND removed_at IS NULL';

const UPDATE = `UPDATE vend_collection SET name = $2, name_key = $3, public = $4, description = $5, tags = $6, image_url_part = $7,
    texture_key = $8, commission = $9, affiliate_group = $10, manager_group = $11
  WHERE id = $1`;

const REMOVE = 'UPDATE vend_collection SET name_key = NULL, removed_at = clock_timestamp() WHERE id = $1';

/** Changes collections. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** `most` is how many collections one merchant may have. Raises vend.too_many_collections. */
  create(id: Uuid, merchant: Uuid, settings: Settings, nameKey: string, most: number): Promise<'done' | 'taken'> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, merchant);
      if ((await client.query(NAMED, [merchant, nameKey])).rows.length > 0) return 'taken';
      await CEILING.mustHaveRoom(client, most, merchant, merchant);
      await client.query(INSERT, [id, merchant, ...columnsOf(settings, nameKey)]);
      return 'done';
    });
  }

  /**
   * `decide` sees the collection as it is and, where a commission is to be compared with it, the most that the creator and
   * the partners of a product in it share: a read of the whole collection. It may run several times.
   */
  update(
    { id, merchant }: Collection,
    withShares: boolean,
    decide: (current: Collection, mostShared: number) => { readonly settings: Settings; readonly nameKey: string },
  ): Promise<'done' | 'taken' | 'gone'> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, merchant);
      const [current] = (await client.query<Collection>(LOCK, [id])).rows;
      if (!current) return 'gone';
      const shared = withShares ? (await client.query<{ most: number | null }>(MOST_SHARED, [id])).rows[0]?.most : null;
      const { settings, nameKey } = decide(current, shared ?? 0);
      const { rows } = await client.query<{ id: Uuid }>(NAMED, [merchant, nameKey]);
      if (rows.some((other) => other.id !== id)) return 'taken';
      await client.query(UPDATE, [id, ...columnsOf(settings, nameKey)]);
      return 'done';
    });
  }

  remove(id: Uuid): Promise<'done' | 'used' | 'gone'> {
    return this.#database.transaction(async (client) => {
      const [current] = (await client.query<Collection>(LOCK, [id])).rows;
      if (!current) return 'gone';
      if (current.size > 0) return 'used';
      await client.query(REMOVE, [id]);
      return 'done';
    });
  }
}

/** In the order of the statements above. */
function columnsOf(settings: Settings, nameKey: string): unknown[] {
  const { name, description, tags, imageUrlPart, textureKey, commission, affiliateGroup, managerGroup } = settings;
  return [name, nameKey, settings.public, description, tags, imageUrlPart, textureKey, commission, affiliateGroup, managerGroup];
}
