import { array, int4, type Queryable, statement } from '@scrip/database';

/** Prices as callers see them, so that a search compares those of every currency; a currency's scale never changes. */
const PUT = statement({
  name: 'vend-searchable-put',
  text: `INSERT INTO vend_searchable AS s (product_id, collection_id, merchant, mature, featured, prims, price, name_key, terms)
  SELECT p.id, p.collection_id, p.merchant, p.mature, p.featured, p.prims, p.price / 10::double precision ^ c.scale, p.name_key,
    array_to_tsvector(p.terms)
  FROM vend_product p JOIN currency c ON c.code = p.currency WHERE p.id = ANY ($1::int[]) AND p.removed_at IS NULL
  ON CONFLICT (product_id) DO UPDATE SET mature = excluded.mature, featured = excluded.featured, prims = excluded.prims,
    price = excluded.price, name_key = excluded.name_key, terms = excluded.terms
  WHERE (s.mature, s.featured, s.prims, s.price, s.name_key, s.terms)
    IS DISTINCT FROM (excluded.mature, excluded.featured, excluded.prims, excluded.price, excluded.name_key, excluded.terms)`,
  params: [array(int4)],
});

const DROP = statement({ name: 'vend-searchable-drop', text: 'DELETE FROM vend_searchable WHERE product_id = $1', params: [int4] });

/** Lets searches find these products as they are now: in the transaction that added or changed them. */
export async function putSearchable(within: Queryable, products: readonly number[]): Promise<void> {
  await PUT.run(within, products);
}

/** No search finds the product any more: in the transaction that removes it. */
export async function dropSearchable(within: Queryable, product: number): Promise<void> {
  await DROP.run(within, product);
}
