import { bool, ceiling, type Database, int4, lockOwner, nullable, pagedList, text, timestamptz, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import { tooManyVendors } from '../errors.ts';
import type { Vendor } from '../model.ts';

/** A vendor as its owner and the merchant see it. */
export interface ListedVendor extends Vendor {
  readonly merchant: Uuid;
  readonly collectionName: string;
  /** Whether what it sells is still there. */
  readonly selling: boolean;
}

const COLUMNS = `v.id, v.object_key AS "objectKey", v.owner, v.collection_id AS "collectionId", v.product_id AS "productId",
  v.region, v.x, v.y, v.z, v.mature_region AS "matureRegion", v.announced_at AS "announcedAt"`;

const FIND = { name: 'vend-vendor', text: `SELECT ${COLUMNS} FROM vend_vendor v WHERE v.object_key = $1` };

const CEILING = ceiling({
  name: 'vend-vendors-of-owner',
  things: 'vendors',
  count: 'SELECT count(*)::int AS n FROM vend_vendor WHERE owner = $1',
  params: [uuid],
  full: tooManyVendors,
});

/** Another owner's stays as it is: nothing is returned. */
const ANNOUNCE = `INSERT INTO vend_vendor (id, object_key, owner, collection_id, product_id, region, x, y, z, mature_region, own)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (object_key) DO UPDATE SET collection_id = excluded.collection_id, product_id = excluded.product_id,
    region = excluded.region, x = excluded.x, y = excluded.y, z = excluded.z, mature_region = excluded.mature_region,
    own = excluded.own, announced_at = clock_timestamp()
  WHERE vend_vendor.owner = excluded.owner
  RETURNING id`;

const REMOVE = 'DELETE FROM vend_vendor WHERE id = $1';

const LISTED = `SELECT ${COLUMNS}, c.creator AS merchant, c.name AS "collectionName",
    c.name_key IS NOT NULL AND (v.product_id IS NULL OR EXISTS (
      SELECT FROM vend_product WHERE id = v.product_id AND removed_at IS NULL)) AS selling
  FROM vend_vendor v JOIN vend_collection c ON c.id = v.collection_id`;

const VENDOR = {
  id: uuid,
  objectKey: uuid,
  owner: uuid,
  collectionId: uuid,
  productId: nullable(int4),
  region: text,
  x: int4,
  y: int4,
  z: int4,
  matureRegion: bool,
  announcedAt: timestamptz,
  merchant: uuid,
  collectionName: text,
  selling: bool,
};
const listBy = (column: 'owner' | 'collection_id') =>
  pagedList({
    name: `vend-vendors-by-${column}`,
    params: [uuid],
    row: VENDOR,
    after: uuid,
    order: ['v.created_at', 'v.id'],
    place: (after) => `vend_vendor v WHERE v.${column} = $1 AND v.object_key = ${after}`,
    text: ({ behind, order, slice }) => `${LISTED} WHERE v.${column} = $1 AND ${behind} ${order} ${slice}`,
  });
const OF_OWNER = listBy('owner');
const OF_COLLECTION = listBy('collection_id');

/** Keeps who sells what where. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(objectKey: Uuid): Promise<Vendor | undefined> {
    return (await this.#database.pool.query<Vendor>({ ...FIND, values: [objectKey] })).rows[0];
  }

  /** `own`: whether the owner is the merchant. `most` is how many one owner may have, which is decided by one call at a time. Raises vend.too_many_vendors. */
  announce(vendor: Omit<Vendor, 'announcedAt'>, own: boolean, most: number): Promise<'added' | 'updated' | 'taken'> {
    const { id, objectKey, owner, collectionId, productId, region, x, y, z, matureRegion } = vendor;
    return this.#database.transaction(async (client) => {
      await lockOwner(client, 'vendors', owner);
      const known = (await client.query<Vendor>({ ...FIND, values: [objectKey] })).rows[0];
      if (!known) await CEILING.mustHaveRoom(client, most, owner, owner);
      const values = [id, objectKey, owner, collectionId, productId, region, x, y, z, matureRegion, own];
      const [kept] = (await client.query<{ id: Uuid }>(ANNOUNCE, values)).rows;
      if (!kept) return 'taken';
      return kept.id === id ? 'added' : 'updated';
    });
  }

  /** False where it was not there any more. */
  async remove(id: Uuid): Promise<boolean> {
    return (await this.#database.pool.query(REMOVE, [id])).rowCount === 1;
  }

  /** In the order in which they were announced first. */
  ofOwner(owner: Uuid, page: Page): Promise<ListedVendor[]> {
    return OF_OWNER.read(this.#database.pool, [owner], page);
  }

  ofCollection(collectionId: Uuid, page: Page): Promise<ListedVendor[]> {
    return OF_COLLECTION.read(this.#database.pool, [collectionId], page);
  }
}
