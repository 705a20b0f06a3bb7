import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { collectionColumns } from '../catalogue/columns.ts';
import type { Collection, Position, Product } from '../model.ts';

/** What the public listing shows of a product. */
export interface ShownProduct
  extends Pick<
    Product,
    | 'id'
    | 'name'
    | 'creator'
    | 'categories'
    | 'tags'
    | 'mature'
    | 'price'
    | 'currency'
    | 'imageUrlPart'
    | 'textureKey'
    | 'votes'
    | 'ratingSum'
  > {
  /** The first 255 characters of the description. */
  readonly shortDescription: string;
}

export interface ShownVendor extends Position {
  /** Null: it sells the whole collection. */
  readonly productId: number | null;
  readonly owner: Uuid;
  readonly matureRegion: boolean;
  /** Whether the owner is the merchant. */
  readonly own: boolean;
}

const NAMES = {
  name: 'vend-collection-names',
  text: 'SELECT name FROM vend_collection WHERE creator = $1 AND name_key IS NOT NULL ORDER BY name_key',
};

/** The ids come from the index alone, however deep the page is. */
const PUBLIC = {
  name: 'vend-public-collections',
  text: `SELECT ${collectionColumns} FROM (
           SELECT id FROM vend_collection WHERE public AND name_key IS NOT NULL ORDER BY name_key, id OFFSET $1::int LIMIT $2::int) AS page
         JOIN vend_collection c USING (id) ORDER BY c.name_key, c.id`,
};

const IDS = {
  name: 'vend-product-ids',
  text: 'SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at IS NULL ORDER BY id',
};

const SHOWN = `p.id, p.name, left(p.description, 255) AS "shortDescription", p.creator, p.categories, p.tags, p.mature, p.price, p.currency,
  p.image_url_part AS "imageUrlPart", p.texture_key AS "textureKey", p.votes, p.rating_sum AS "ratingSum"`;

const PAGE = {
  name: 'vend-listed-products',
  text: `SELECT ${SHOWN} FROM (
           SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at IS NULL ORDER BY id OFFSET $2::int LIMIT $3::int) AS page
         JOIN vend_product p USING (id) ORDER BY p.id`,
};

/** Materialized, or the planner would look at every product of the collection in the order of their ids. */
const CHANGED_PAGE = {
  name: 'vend-changed-products',
  text: `WITH changed AS MATERIALIZED (
           SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at IS NULL AND changed_at >= to_timestamp($4::float8)),
         page AS (SELECT id FROM changed ORDER BY id OFFSET $2::int LIMIT $3::int)
         SELECT ${SHOWN} FROM page JOIN vend_product p USING (id) ORDER BY p.id`,
};

const REMOVED_PAGE = {
  name: 'vend-removed-products',
  text: `SELECT p.id, p.creator FROM (
           SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at >= to_timestamp($4::float8)
           ORDER BY removed_at, id OFFSET $2::int LIMIT $3::int) AS page
         JOIN vend_product p USING (id) ORDER BY p.removed_at, p.id`,
};

const VENDOR = 'product_id AS "productId", owner, region, x, y, z, mature_region AS "matureRegion", own';

/** At most so many of each product and of the collection as a whole, the merchant's first. */
const VENDORS = {
  name: 'vend-listed-vendors',
  text: `SELECT v.* FROM unnest($2::int[]) AS listed (id) CROSS JOIN LATERAL (
           SELECT ${VENDOR} FROM vend_vendor WHERE product_id = listed.id AND (own OR owner = ANY ($3::uuid[]))
           ORDER BY own DESC, created_at, id LIMIT $4::int) AS v
         UNION ALL
         SELECT v.* FROM (
           SELECT ${VENDOR} FROM vend_vendor WHERE collection_id = $1 AND product_id IS NULL AND (own OR owner = ANY ($3::uuid[]))
           ORDER BY own DESC, created_at, id LIMIT $4::int) AS v`,
};

/** Reads what everybody may see, a page at a time. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async names(merchant: Uuid): Promise<string[]> {
    return (await this.#database.pool.query<{ name: string }>({ ...NAMES, values: [merchant] })).rows.map(({ name }) => name);
  }

  async publicCollections(offset: number, limit: number): Promise<Collection[]> {
    return (await this.#database.pool.query<Collection>({ ...PUBLIC, values: [offset, limit] })).rows;
  }

  async productIds(collectionId: Uuid): Promise<number[]> {
    const { rows } = await this.#database.pool.query<[number]>({ ...IDS, values: [collectionId], rowMode: 'array' });
    return rows.map(([id]) => id);
  }

  /** In the order of their ids; of those that changed since (seconds of Unix time), where that is not undefined. */
  async products(collectionId: Uuid, since: number | undefined, offset: number, limit: number): Promise<ShownProduct[]> {
    const page = [collectionId, offset, limit];
    const query = since === undefined ? { ...PAGE, values: page } : { ...CHANGED_PAGE, values: [...page, since] };
    return (await this.#database.pool.query<ShownProduct>(query)).rows;
  }

  /** In the order in which they were removed, since that many seconds of Unix time. */
  async removedProducts(collectionId: Uuid, since: number, offset: number, limit: number): Promise<{ id: number; creator: Uuid }[]> {
    const values = [collectionId, offset, limit, since];
    return (await this.#database.pool.query<{ id: number; creator: Uuid }>({ ...REMOVED_PAGE, values })).rows;
  }

  /** The merchant's and the affiliates' vendors of these products and of the whole collection, at most `most` of each. */
  async vendors(collectionId: Uuid, products: readonly number[], affiliates: readonly Uuid[], most: number): Promise<ShownVendor[]> {
    return (await this.#database.pool.query<ShownVendor>({ ...VENDORS, values: [collectionId, products, affiliates, most] })).rows;
  }
}
