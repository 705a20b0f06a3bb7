import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Product } from '../model.ts';

/** All votes on a product. */
export interface Tally {
  readonly votes: number;
  readonly ratingSum: number;
}

/**
 * Votes on one collection queue here, in whichever server, so that each counts on top of the one before; and before the
 * product, as everybody locks them.
 */
const LOCK = 'SELECT FROM vend_collection WHERE id = $1 FOR NO KEY UPDATE';

const FIND = { name: 'vend-vote', text: 'SELECT rating FROM vend_vote WHERE product_id = $1 AND akey = $2' };

const WRITE = `INSERT INTO vend_vote (product_id, akey, rating) VALUES ($1, $2, $3)
  ON CONFLICT (product_id, akey) DO UPDATE SET rating = excluded.rating, voted_at = now()`;

const COUNT = `UPDATE vend_product SET votes = votes + $2::int, rating_sum = rating_sum + $3::int
  WHERE id = $1 AND removed_at IS NULL RETURNING votes, rating_sum AS "ratingSum"`;

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
  vote({ id, collectionId }: Product, akey: Uuid, rating: number): Promise<Tally | undefined> {
    return this.#database.transaction(async (client) => {
      await client.query(LOCK, [collectionId]);
      const [before] = (await client.query<{ rating: number }>({ ...FIND, values: [id, akey] })).rows;
      const change = [before ? 0 : 1, rating - (before?.rating ?? 0)];
      const [tally] = (await client.query<Tally>(COUNT, [id, ...change])).rows;
      if (!tally) return undefined;
      await client.query(COUNT_IN_COLLECTION, [collectionId, ...change]);
      await client.query(WRITE, [id, akey, rating]);
      return tally;
    });
  }
}
