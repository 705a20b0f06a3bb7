import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Collection, Offer } from '../model.ts';
import { collectionColumns, offerColumns, readOffer } from './columns.ts';

const BY_NAME = {
  name: 'vend-collection-by-name',
  text: `SELECT ${collectionColumns} FROM vend_collection c WHERE c.creator = $1 AND c.name_key = $2`,
};

const BY_ID = { name: 'vend-collection', text: `SELECT ${collectionColumns} FROM vend_collection c WHERE c.id = $1` };

const OFFER = {
  name: 'vend-offer',
  text: `SELECT ${offerColumns} FROM vend_product p JOIN vend_collection c ON c.id = p.collection_id WHERE p.id = $1`,
};

const SELLS = {
  name: 'vend-sells',
  text: 'SELECT EXISTS (SELECT FROM vend_collection WHERE creator = $1 AND name_key IS NOT NULL) AS sells',
};

/** By three indexes; the first are those of the merchants. */
const PRIVATE = {
  name: 'vend-private-collections',
  text: `SELECT id FROM (
           SELECT id, 0 AS rank FROM vend_collection WHERE creator = ANY ($1::uuid[]) AND NOT public AND name_key IS NOT NULL
           UNION ALL
           SELECT id, 1 FROM vend_collection WHERE affiliate_group = ANY ($2::uuid[]) AND NOT public AND name_key IS NOT NULL
           UNION ALL
           SELECT id, 1 FROM vend_collection WHERE manager_group = ANY ($2::uuid[]) AND NOT public AND name_key IS NOT NULL) AS found
         GROUP BY id ORDER BY min(rank), id LIMIT $3::int`,
};

/** Looks up collections and products. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async collectionByName(merchant: Uuid, nameKey: string): Promise<Collection | undefined> {
    return (await this.#database.pool.query<Collection>({ ...BY_NAME, values: [merchant, nameKey] })).rows[0];
  }

  async sells(merchant: Uuid): Promise<boolean> {
    return (await this.#database.pool.query<{ sells: boolean }>({ ...SELLS, values: [merchant] })).rows[0]?.sells === true;
  }

  async collection(id: Uuid): Promise<Collection | undefined> {
    return (await this.#database.pool.query<Collection>({ ...BY_ID, values: [id] })).rows[0];
  }

  async offer(id: number): Promise<Offer | undefined> {
    const [row] = (await this.#database.pool.query<Record<string, unknown>>({ ...OFFER, values: [id] })).rows;
    return row && readOffer(row);
  }

  /** Of these merchants, or with one of these groups. */
  async privateCollections(merchants: readonly Uuid[], groups: readonly Uuid[], limit: number): Promise<Uuid[]> {
    const { rows } = await this.#database.pool.query<{ id: Uuid }>({ ...PRIVATE, values: [merchants, groups, limit] });
    return rows.map(({ id }) => id);
  }
}
