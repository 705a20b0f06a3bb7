import { bool, ceiling, int4, nullable, pagedList, statement, text, timestamptz, uuid } from '@scrip/database';
import { tooManyVendors } from './errors.ts';

const COLUMNS = `v.id, v.object_key AS "objectKey", v.owner, v.collection_id AS "collectionId", v.product_id AS "productId",
  v.region, v.x, v.y, v.z, v.mature_region AS "matureRegion", v.announced_at AS "announcedAt"`;
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
};

export const FIND = statement({
  name: 'vend-vendor',
  text: `SELECT ${COLUMNS} FROM vend_vendor v WHERE v.object_key = $1`,
  params: [uuid],
  row: VENDOR,
});

export const CEILING = ceiling({
  name: 'vend-vendors-of-owner',
  things: 'vendors',
  count: 'SELECT count(*)::int AS n FROM vend_vendor WHERE owner = $1',
  params: [uuid],
  full: tooManyVendors,
});

/**
 * Another owner's stays as it is, and nothing is returned. But a merchant takes over what sells from their own collection, and $12
 * says that the object itself has called.
 */
export const ANNOUNCE = statement({
  name: 'vend-vendor-announce',
  text: `INSERT INTO vend_vendor (id, object_key, owner, collection_id, product_id, region, x, y, z, mature_region, own)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (object_key) DO UPDATE SET collection_id = excluded.collection_id, product_id = excluded.product_id,
    region = excluded.region, x = excluded.x, y = excluded.y, z = excluded.z, mature_region = excluded.mature_region,
    own = excluded.own, announced_at = clock_timestamp(), owner = excluded.owner
  WHERE vend_vendor.owner = excluded.owner OR $12
    OR EXISTS (SELECT FROM vend_collection c WHERE c.id = vend_vendor.collection_id AND c.creator = excluded.owner)
  RETURNING id`,
  params: [uuid, uuid, uuid, uuid, nullable(int4), text, int4, int4, int4, bool, bool, bool],
  row: { id: uuid },
});

const LISTED = `SELECT ${COLUMNS}, c.creator AS merchant, c.name AS "collectionName",
    c.name_key IS NOT NULL AND (v.product_id IS NULL OR EXISTS (
      SELECT FROM vend_product WHERE id = v.product_id AND removed_at IS NULL)) AS selling
  FROM vend_vendor v JOIN vend_collection c ON c.id = v.collection_id`;

const listBy = (column: 'owner' | 'collection_id') =>
  pagedList({
    name: `vend-vendors-by-${column}`,
    params: [uuid],
    row: { ...VENDOR, merchant: uuid, collectionName: text, selling: bool },
    after: uuid,
    order: ['v.created_at', 'v.id'],
    place: (after) => `vend_vendor v WHERE v.${column} = $1 AND v.object_key = ${after}`,
    text: ({ behind, order, slice }) => `${LISTED} WHERE v.${column} = $1 AND ${behind} ${order} ${slice}`,
  });
export const BY_OWNER = listBy('owner');
export const BY_COLLECTION = listBy('collection_id');
