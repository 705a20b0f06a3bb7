import { array, int4, statement } from '@scrip/database';
import type { PoolClient, QueryResultRow } from 'pg';
import { PRODUCT, productColumns } from '../catalogue/columns.ts';
import type { Product } from '../model.ts';
import type { SearchQuery } from './sql.ts';

/**
 * All is read of one moment. No table is read through, not even where the planner thinks that this would be no slower: that
 * costs as much as there are products, and not as there are answers. Neither does one search keep several processors busy,
 * or sort many products where it could follow an index that has them in order.
 */
export const SETTINGS = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
  SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
  SET LOCAL max_parallel_workers_per_gather = 0`;

const PRODUCTS = statement({
  name: 'vend-search-products',
  text: `SELECT ${productColumns} FROM unnest($1::int[]) WITH ORDINALITY AS found (id, place) JOIN vend_product p ON p.id = found.id
         ORDER BY found.place`,
  params: [array(int4)],
  row: PRODUCT,
});

/** What a search finds at one moment, in a transaction of its own. */
export class Moment {
  readonly #client: PoolClient;

  private constructor(client: PoolClient) {
    this.#client = client;
  }

  /** The first statement of the transaction decides which moment it is. */
  static async begin(client: PoolClient): Promise<Moment> {
    await client.query(SETTINGS);
    return new Moment(client);
  }

  async count(query: SearchQuery): Promise<number> {
    return (await this.#read<{ total: number }>(query))[0]?.total ?? 0;
  }

  /** The numbers of the products that a query lists. */
  async ids(query: SearchQuery): Promise<number[]> {
    return (await this.#read<{ id: number }>(query)).map(({ id }) => id);
  }

  /** In the order in which they are named. */
  products(ids: readonly number[]): Promise<Product[]> {
    return PRODUCTS.all(this.#client, ids);
  }

  /** Not declared: the text is put together from what a caller asks for. */
  async #read<Row extends QueryResultRow>({ text, values }: SearchQuery): Promise<Row[]> {
    return (await this.#client.query<Row>({ text, values: [...values] })).rows;
  }
}
