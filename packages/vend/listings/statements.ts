import { array, bool, float8, int4, int8, nullable, pagedList, present, statement, text, uuid } from '@scrip/database';
import { COLLECTION, collectionColumns, PRODUCT, productColumns } from '../catalogue/columns.ts';

export const NAMES = statement({
  name: 'vend-collection-names',
  text: 'SELECT name FROM vend_collection WHERE creator = $1 AND name_key IS NOT NULL ORDER BY name_key',
  params: [uuid],
  row: { name: text },
});

/** The ids come from the index alone, however deep the page is. */
export const PUBLIC = statement({
  name: 'vend-public-collections',
  text: `SELECT ${collectionColumns} FROM (
           SELECT id FROM vend_collection WHERE public AND name_key IS NOT NULL ORDER BY name_key, id OFFSET $1::int LIMIT $2::int) AS page
         JOIN vend_collection c USING (id) ORDER BY c.name_key, c.id`,
  params: [int4, int4],
  row: COLLECTION,
});

export const IDS = statement({
  name: 'vend-product-ids',
  text: 'SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at IS NULL ORDER BY id',
  params: [uuid],
  row: { id: int4 },
});

export const DETAILED = pagedList({
  name: 'vend-products',
  params: [uuid],
  row: PRODUCT,
  // Pages begin behind a number, which comes as its digits.
  after: { ...text, name: 'int4' },
  order: ['p.id'],
  text: ({ behind, order, slice }) =>
    `SELECT ${productColumns} FROM vend_product p WHERE p.collection_id = $1 AND p.removed_at IS NULL AND ${behind} ${order} ${slice}`,
});

const SHOWN = `p.id, p.name, left(p.description, 255) AS "shortDescription", p.creator, p.categories, p.tags, p.mature, p.price, p.currency,
  p.image_url_part AS "imageUrlPart", p.texture_key AS "textureKey", p.votes, p.rating_sum AS "ratingSum"`;
const SHOWN_PRODUCT = {
  id: int4,
  name: text,
  shortDescription: text,
  creator: uuid,
  categories: present(array(text)),
  tags: text,
  mature: bool,
  price: int8,
  currency: text,
  imageUrlPart: text,
  textureKey: text,
  votes: int4,
  ratingSum: int4,
};

export const PAGE = statement({
  name: 'vend-listed-products',
  text: `SELECT ${SHOWN} FROM (
           SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at IS NULL ORDER BY id OFFSET $2::int LIMIT $3::int) AS page
         JOIN vend_product p USING (id) ORDER BY p.id`,
  params: [uuid, int4, int4],
  row: SHOWN_PRODUCT,
});

/** Materialized, or the planner would look at every product of the collection in the order of their ids. */
export const CHANGED_PAGE = statement({
  name: 'vend-changed-products',
  text: `WITH changed AS MATERIALIZED (
           SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at IS NULL AND changed_at >= to_timestamp($4::float8)),
         page AS (SELECT id FROM changed ORDER BY id OFFSET $2::int LIMIT $3::int)
         SELECT ${SHOWN} FROM page JOIN vend_product p USING (id) ORDER BY p.id`,
  params: [uuid, int4, int4, float8],
  row: SHOWN_PRODUCT,
});

export const REMOVED_PAGE = statement({
  name: 'vend-removed-products',
  text: `SELECT p.id, p.creator FROM (
           SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at >= to_timestamp($4::float8)
           ORDER BY removed_at, id OFFSET $2::int LIMIT $3::int) AS page
         JOIN vend_product p USING (id) ORDER BY p.removed_at, p.id`,
  params: [uuid, int4, int4, float8],
  row: { id: int4, creator: uuid },
});

const VENDOR = 'product_id AS "productId", owner, region, x, y, z, mature_region AS "matureRegion", own';

/** At most so many of each product and of the collection as a whole, the merchant's first. */
export const VENDORS = statement({
  name: 'vend-listed-vendors',
  text: `SELECT v.* FROM unnest($2::int[]) AS listed (id) CROSS JOIN LATERAL (
           SELECT ${VENDOR} FROM vend_vendor WHERE product_id = listed.id AND (own OR owner = ANY ($3::uuid[]))
           ORDER BY own DESC, created_at, id LIMIT $4::int) AS v
         UNION ALL
         SELECT v.* FROM (
           SELECT ${VENDOR} FROM vend_vendor WHERE collection_id = $1 AND product_id IS NULL AND (own OR owner = ANY ($3::uuid[]))
           ORDER BY own DESC, created_at, id LIMIT $4::int) AS v`,
  params: [uuid, array(int4), array(uuid), int4],
  row: { productId: nullable(int4), owner: uuid, region: text, x: int4, y: int4, z: int4, matureRegion: bool, own: bool },
});
