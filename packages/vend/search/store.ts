import type { Database } from '@scrip/database';
import type { PoolClient, QueryResultRow } from 'pg';
import { productColumns } from '../catalogue/columns.ts';
import type { Product } from '../model.ts';
import type { Matching, Statement } from './sql.ts';

/**
 * All is read of one moment. No table is read through, not even where the planner thinks that this would be no slower: that
 * costs as much as there are products, and not as there are answers. Neither does one search keep several processors busy,
 * or sort many products where it could follow an index that has them in order.
 */
export const SETTINGS = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
  SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
  SET LOCAL max_parallel_workers_per_gather = 0`;

const PRODUCTS = {
  name: 'vend-search-products',
  text: `SELECT ${productColumns} FROM unnest($1::int[]) WITH ORDINALITY AS found (id, place) JOIN vend_product p ON p.id = found.id
         ORDER BY found.place`,
};

/** What searches find at one moment. */
export class Moment {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async count(matching: Matching): Promise<number> {
    return (await this.#read<{ total: number }>(matching.count()))[0]?.total ?? 0;
  }

  /** The numbers of the products that a statement lists. */
  async ids(statement: Statement): Promise<number[]> {
    return (await this.#read<{ id: number }>(statement)).map(({ id }) => id);
  }

  /** In the order in which they are named. */
  async products(ids: readonly number[]): Promise<Product[]> {
    return (await this.#client.query<Product>({ ...PRODUCTS, values: [ids] })).rows;
  }

  async #read<Row extends QueryResultRow>({ text, values }: Statement): Promise<Row[]> {
    return (await this.#client.query<Row>({ text, values: [...values] })).rows;
  }
}

/** Reads what searches find. */
export class SearchStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What is read of the moment is read at once; `work` may run several times. */
  now<T>(work: (moment: Moment) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (client) => {
      await client.query(SETTINGS);
      return work(new Moment(client));
    });
  }
}
