import type { Uuid } from '@scrip/kernel';
import type { Order, OrderWord } from './order.ts';
import { termsQuery, type Wanted } from './wanted.ts';

/** A statement and its values. It has no name: a plan that was made for a rare word would be a bad one for a common word. */
export interface Statement {
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

/** From where an order is read; what is searched was not removed, which is said again for indexes that hold nothing else. */
const FROM: Record<Sorting['table'], string> = {
  s: 'vend_searchable s WHERE',
  p: 'vend_product p JOIN vend_searchable s ON s.product_id = p.id WHERE p.removed_at IS NULL AND',
  c: 'vend_collection c JOIN vend_searchable s ON s.collection_id = c.id WHERE c.name_key IS NOT NULL AND',
};
const FROM_PRODUCTS = 'vend_product p WHERE p.removed_at IS NULL AND';

/** Some places in an order of all that match. */
export interface Places {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
}

/** So many are sorted sooner than the index of an order is followed, wherever in it they stand. */
const FEW = 5_000;
/** Whoever leaves out more than this part of them would meet most of all products on the way. */
const FAR = 1 / 20;

/** What matches a search, as statements on the tables that are made for it. */
export class Matching {
  readonly #values: unknown[] = [];
  /** Private collections that are searched too, as a placeholder. */
  readonly #readable: string | undefined;
  readonly #mature: boolean;
  /** What is asked beyond the collection and who it is for, of vend_searchable s. */
  readonly #conditions: string[] = [];
  /** These are far from the rows that orders lead to. */
  readonly #hasTerms: boolean;

  /** `readable` are private collections that the caller may see. Undefined where nothing can match. */
  static of(wanted: Wanted, readable: readonly Uuid[]): Matching | undefined {
    const terms = termsQuery(wanted);
    return terms === null ? undefined : new Matching(wanted, terms, readable);
  }

  private constructor({ merchant, mature, low, high }: Wanted, terms: string | undefined, readable: readonly Uuid[]) {
    this.#readable = readable.length === 0 ? undefined : this.#value(readable);
    this.#mature = mature;
    this.#hasTerms = terms !== undefined;
    if (terms !== undefined) this.#conditions.push(`s.terms @@ ${this.#value(terms)}::tsquery`);
    if (merchant !== undefined) this.#conditions.push(`s.merchant = ${this.#value(merchant)}::uuid`);
    if (low !== undefined) this.#conditions.push(`s.price >= ${this.#value(low)}::double precision`);
    if (high !== undefined) this.#conditions.push(`s.price <= ${this.#value(high)}::double precision`);
  }

  /** Its placeholder. */
  #value(value: unknown): string {
    return `$${this.#values.push(value)}`;
  }

  /** Who may see it is asked of the collection: one that turns private takes no time, however much is in it. */
  #where(table: 's' | 'p'): string {
    const hidden = this.#readable === undefined ? '' : ` AND id <> ALL (${this.#readable}::uuid[])`;
    const visible = `${table}.collection_id NOT IN (SELECT id FROM vend_collection WHERE NOT public${hidden})`;
    return [visible, ...(this.#mature ? [] : [`NOT ${table}.mature`]), ...this.#conditions].join(' AND ');
  }

  count(): Statement {
    return { text: `SELECT count(*)::int AS total FROM ${FROM.s} ${this.#where('s')}`, values: this.#values };
  }

  /**
   * The products' numbers. Where few match they are found first and then sorted; among many the index of the order is
   * followed, which soon meets one that matches. Statements that follow it expect sorting to be switched off.
   */
  page({ by, descending }: Order, { offset, limit, total }: Places): Statement {
    const { table, columns } = SORTINGS[by];
    const findFirst = total <= FEW || (this.#hasTerms && offset > total * FAR);
    const follow = table === 'p' && !findFirst;
    const from = follow && this.#conditions.length === 0 ? FROM_PRODUCTS : FROM[table];
    const keys = columns.map((column, index) => `${column} AS key${index}`);
    const sorted = columns.map((_column, index) => `key${index}${descending ? ' DESC' : ''}`);
    const matching = `SELECT ${columns.at(-1)} AS id, ${keys.join(', ')} FROM ${from} ${this.#where(follow ? 'p' : 's')}`;
    const values = [...this.#values, limit, offset];
    return {
      text: `${findFirst ? `WITH found AS MATERIALIZED (${matching}) SELECT id FROM found` : matching}
        ORDER BY ${sorted.join(', ')} LIMIT $${values.length - 1} OFFSET $${values.length}`,
      values,
    };
  }
}
