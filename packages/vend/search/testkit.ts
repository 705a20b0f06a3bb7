import type { Database } from '@scrip/database';
import { nameKey, type Uuid } from '@scrip/kernel';
import { putSearchable } from './searchable.ts';
import { searchTerms } from './terms.ts';

export interface MadeCollection {
  readonly id: Uuid;
  readonly merchant: Uuid;
  readonly name: string;
  public: boolean;
}

/** A product as tests make many of them, without calls; the price in minor units. */
export interface MadeProduct {
  id: number;
  collection: MadeCollection;
  name: string;
  description: string;
  tags: string;
  categories: readonly string[];
  mature: boolean;
  featured: boolean;
  prims: number;
  price: bigint;
  currency: string;
  sales: number;
  votes: number;
  ratingSum: number;
}

export async function makeCollections(database: Database, collections: readonly MadeCollection[]): Promise<void> {
  await database.prisma.vendCollection.createMany({
    data: collections.map(({ id, merchant, name, public: isPublic }) => ({
      ...{ id, creator: merchant, name, nameKey: nameKey(name), public: isPublic },
      ...{ description: '', tags: '', imageUrlPart: '', textureKey: '', commission: 0 },
    })),
  });
}

/** In one statement; gives each its number. */
export async function makeProducts(database: Database, products: readonly MadeProduct[]): Promise<void> {
  const { rows } = await database.pool.query<{ id: number }>(
    `INSERT INTO vend_product (collection_id, merchant, creator, name, name_key, description, categories, tags, terms, mature, price, currency,
       copy, modify, transfer, prims, texture_key, texture_anim, image_url_part, featured, creator_share, shared, sales, votes, rating_sum)
     SELECT collection, merchant, merchant, name, name_key, description, categories, tags, terms, mature, price, currency,
       true, true, true, prims, '', '', '', featured, 0, 0, sales, votes, rating_sum
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (collection uuid, merchant uuid, name text, name_key text, description text,
       categories text[], tags text, terms text[], mature boolean, price bigint, currency text, prims int, featured boolean, sales int, votes int,
       rating_sum int)) WITH ORDINALITY AS made ORDER BY ordinality RETURNING id`,
    [
      JSON.stringify(
        products.map(({ collection, ratingSum, price, ...product }) => ({
          ...product,
          ...{ collection: collection.id, merchant: collection.merchant, name_key: nameKey(product.name) },
          ...{ terms: searchTerms(product), price: String(price), rating_sum: ratingSum },
        })),
      ),
    ],
  );
  for (const [index, product] of products.entries()) product.id = rows[index]?.id as number;
  await database.transaction((client) =>
    putSearchable(
      client,
      products.map(({ id }) => id),
    ),
  );
}

/** The same numbers each time. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}
