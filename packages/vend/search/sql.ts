import type { Uuid } from '@scrip/kernel';
import type { OrderWord, SortOrder } from './order.ts';
import { termsQuery, type Wanted } from './wanted.ts';

/** SQL and its values. It has no name: a plan that was made for a rare word would be a bad one for a common word. */
export interface SearchQuery {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What an order sorts by, as its index has it, and the table of that index: s is vend_searchable, p vend_product, c vend_collection. */
interface Sorting {
  readonly table: 's' | 'p' | 'c';
  readonly columns: readonly string[];
}

const RATING = '(CASE WHEN p.votes = 0 THEN 0 ELSE p.rating_sum::double precision / p.votes END)';

const SORTINGS: Record<OrderWord, Sorting> = {
  sales: { table: 'p', columns: ['p.sales', 'p.id'] },
  rating: { table: 'p', columns: [RATING, 'p.id'] },
  price: { table: 's', columns: ['s.price', 's.product_id'] },
  prims: { table: 's', columns: ['s.prims', 's.product_id'] },
  name: { table: 's', columns: ['s.name_key', 's.product_id'] },
  created: { table: 's', columns: ['s.product_id'] },
  collection: { table: 'c', columns: ['c.name_key COLLATE "C"', 'c.id', 's.product_id'] },
  featured: { table: 's', columns: ['s.featured', 's.product_id'] },
};

/** Nothing that is searched was removed. Saying so lets the planner use indexes that hold only such products. */
const PRODUCTS = 'vend_product p WHERE p.removed_at IS NULL AND';
const FROM: Record<Sorting['table'], string> = {
  s: 'vend_searchable s WHERE',
  p: 'vend_product p JOIN vend_searchable s ON s.product_id = p.id WHERE p.removed_at IS NULL AND',
  c: 'vend_collection c JOIN vend_searchable s ON s.collection_id = c.id WHERE c.name_key IS NOT NULL AND',
};

/** Some places in an order of all that match. */
export interface Places {
  readonly offset: number;
  readonly limit: number;
}

/** Terms are far from the rows that an order leads to: so many are looked at, and then those that match are found first. */
const MOST_TERMS = 3_000;

/** What matches a search, as queries of the tables that are made for it. */
export class Matching {
  readonly #values: unknown[] = [];
  /** Private collections that are searched too, as a placeholder. */
  readonly #readable: string | undefined;
  readonly #mature: boolean;
  /** Conditions on the terms, and on what else is asked of vend_searchable s. */
  readonly #terms: string | undefined;
  readonly #conditions: string[] = [];

  /** `readable` are private collections that the caller may see. Undefined where nothing can match. */
  static build(wanted: Wanted, readable: readonly Uuid[]): Matching | undefined {
    const terms = termsQuery(wanted);
    return terms === null ? undefined : new Matching(wanted, terms, readable);
  }

  private constructor({ merchant, mature, low, high }: Wanted, terms: string | undefined, readable: readonly Uuid[]) {
    this.#readable = readable.length === 0 ? undefined : this.#value(readable);
    this.#mature = mature;
    this.#terms = terms === undefined ? undefined : `s.terms @@ ${this.#value(terms)}::tsquery`;
    if (merchant !== undefined) this.#conditions.push(`s.merchant = ${this.#value(merchant)}::uuid`);
    if (low !== undefined) this.#conditions.push(`s.price >= ${this.#value(low)}::double precision`);
    if (high !== undefined) this.#conditions.push(`s.price <= ${this.#value(high)}::double precision`);
  }

  /** Its placeholder. */
  #value(value: unknown): string {
    return `$${this.#values.push(value)}`;
  }

  /** Whether words or categories are asked for. */
  get hasTerms(): boolean {
    return this.#terms !== undefined;
  }

  /** All conditions but the terms. Who may see it is asked of the collection: one that turns private takes no time, however much is in it. */
  #open(table: 's' | 'p'): string {
    const hidden = this.#readable === undefined ? '' : ` AND id <> ALL (${this.#readable}::uuid[])`;
    const visible = `${table}.collection_id NOT IN (SELECT id FROM vend_collection WHERE NOT public${hidden})`;
    return [visible, ...(this.#mature ? [] : [`NOT ${table}.mature`]), ...this.#conditions].join(' AND ');
  }

  get #where(): string {
    return this.#terms === undefined ? this.#open('s') : `${this.#open('s')} AND ${this.#terms}`;
  }

  count(): SearchQuery {
    return { text: `SELECT count(*)::int AS total FROM ${FROM.s} ${this.#where}`, values: this.#values };
  }

  /** How many stand in an order up to a product, which counts too: none where it does not match. */
  upTo({ by, descending }: SortOrder, product: number): SearchQuery {
    const { table, columns } = SORTINGS[by];
    const values = [...this.#values, product];
    const [keys, matches] = [columns.join(', '), `FROM ${FROM[table]} ${this.#where}`];
    const place = `SELECT ${keys} ${matches} AND s.product_id = $${values.length}::int`;
    return { text: `SELECT count(*)::int AS total ${matches} AND (${keys}) ${descending ? '>=' : '<='} (${place})`, values };
  }

  /** The numbers of the products at these places: all that match are found, and then sorted. */
  sorted({ by, descending }: SortOrder, places: Places): SearchQuery {
    const { table, columns } = SORTINGS[by];
    const found = `WITH found AS MATERIALIZED (SELECT ${keysOf(columns)} FROM ${FROM[table]} ${this.#where})`;
    return this.#page(`${found} SELECT id FROM found ${sortedBy(columns, descending)}`, places);
  }

  /**
   * The same by following the index of the order, which meets them soon where many match. It expects sorting to be switched
   * off. With terms it may give up, and then lists fewer than there are.
   */
  followed({ by, descending }: SortOrder, places: Places): SearchQuery {
    const { table, columns } = SORTINGS[by];
    const [keys, order] = [keysOf(columns), sortedBy(columns, descending)];
    const from = `${FROM[table]} ${this.#open(table === 'p' ? 'p' : 's')}`;
    if (this.#terms !== undefined) {
      const first = `SELECT ${keys}, s.terms FROM ${from} ${order} LIMIT ${MOST_TERMS}`;
      return this.#page(`SELECT id FROM (${first}) AS s WHERE ${this.#terms} ${order}`, places);
    }
    const alone = table === 'p' && this.#conditions.length === 0;
    return this.#page(`SELECT ${keys} FROM ${alone ? `${PRODUCTS} ${this.#open('p')}` : from} ${order}`, places);
  }

  #page(select: string, { offset, limit }: Places): SearchQuery {
    const values = [...this.#values, limit, offset];
    return { text: `${select} LIMIT $${values.length - 1} OFFSET $${values.length}`, values };
  }
}

/** What is sorted by, and last the number. */
function keysOf(columns: readonly string[]): string {
  return [...columns.map((column, index) => `${column} AS key${index}`), `${columns.at(-1)} AS id`].join(', ');
}

function sortedBy(columns: readonly string[], descending: boolean): string {
  return `ORDER BY ${columns.map((_column, index) => `key${index}${descending ? ' DESC' : ''}`).join(', ')}`;
}
