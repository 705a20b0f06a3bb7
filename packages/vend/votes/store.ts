import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

/** All votes on a product. */
export interface Tally {
  readonly votes: number;
  readonly ratingSum: number;
}

/** Votes on one product queue here, in whichever server, so that each counts on top of the one before. */
const LOCK = 'SELECT collection_id AS collection FROM vend_product WHERE id = $1 AND removed_at IS NULL FOR NO KEY UPDATE';

const FIND = { name: 'vend-vote', text: 'SELECT rating FROM vend_vote WHERE product_id = $1 AND akey = $2' };

const WRITE = `INSERT INTO vend_vote (product_id, akey, rating) VALUES ($1, $2, $3)
  ON CONFLICT (product_id, akey) DO UPDATE SET rating = excluded.rating, voted_at = now()`;

const COUNT = `UPDATE vend_product SET votes = votes + $2::int, rating_sum = rating_sum + $3::int WHERE id = $1
  RETURNING votes, rating_sum AS "ratingSum"`;

const COUNT_IN_COLLECTION = 'UPDATE vend_collection SET votes = votes + $2::int, rating_sum = rating_sum + $3::int WHERE id = $1';

/** The only place that touches votes, and what products and collections have of them. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What somebody has voted. */
  async find(productId: number, akey: Uuid): Promise<number | undefined> {
    return (await this.#database.pool.query<{ rating: number }>({ ...FIND, values: [productId, akey] })).rows[0]?.rating;
  }

  /** Votes, or changes the vote; the product's votes with it. Undefined where the product is not there any more. */
  vote(productId: number, akey: Uuid, rating: number): Promise<Tally | undefined> {
    return this.#database.transaction(async (client) => {
      const [product] = (await client.query<{ collection: Uuid }>(LOCK, [productId])).rows;
      if (!product) return undefined;
      const [before] = (await client.query<{ rating: number }>({ ...FIND, values: [productId, akey] })).rows;
      await client.query(WRITE, [productId, akey, rating]);
      const change = [before ? 0 : 1, rating - (before?.rating ?? 0)];
      await client.query(COUNT_IN_COLLECTION, [product.collection, ...change]);
      return (await client.query<Tally>(COUNT, [productId, ...change])).rows[0];
    });
  }
}
