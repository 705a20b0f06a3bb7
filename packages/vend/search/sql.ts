import type { Uuid } from '@scrip/kernel';
import type { Order, OrderWord } from './order.ts';
import { termsQuery, type Wanted } from './wanted.ts';

/** A statement and its values. It has no name: a plan that was made for a rare word would be a bad one for a common word. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What an order sorts by, of vend_searchable s, and what has to be joined for it. As the indexes have it. */
interface Sorting {
  readonly columns: readonly string[];
  readonly join?: string;
}

// What is searched was not removed. That is said again where an index holds nothing else.
const PRODUCT = ' JOIN vend_product p ON p.id = s.product_id AND p.removed_at IS NULL';
const COLLECTION = ' JOIN vend_collection c ON c.id = s.collection_id AND c.name_key IS NOT NULL';
const RATING = '(CASE WHEN p.votes = 0 THEN 0 ELSE p.rating_sum::double precision / p.votes END)';

const SORTINGS: Record<OrderWord, Sorting> = {
  sales: { columns: ['p.sales', 'p.id'], join: PRODUCT },
  rating: { columns: [RATING, 'p.id'], join: PRODUCT },
  price: { columns: ['s.price', 's.product_id'] },
  prims: { columns: ['s.prims', 's.product_id'] },
  name: { columns: ['s.name_key', 's.product_id'] },
  created: { columns: ['s.product_id'] },
  collection: { columns: ['c.name_key COLLATE "C"', 'c.id', 's.product_id'], join: COLLECTION },
  featured: { columns: ['s.featured', 's.product_id'] },
};

/** Some places in an order of all that match. */
export interface Places {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
}

/** So many are sorted sooner than the index of an order is followed, wherever in it they stand. */
const FEW = 5_000;
/** Whoever leaves out more than this part of them would meet most of all products on the way. */
const FAR = 1 / 6;

/** What matches a search, as a condition on vend_searchable s. */
export class Matching {
  readonly #values: unknown[] = [];
  readonly #conditions: string[] = [];
  /** Whether it asks for what the indexes of orders do not hold. */
  readonly #isNarrow: boolean;

  /** `readable` are private collections that the caller may see. Undefined where nothing can match. */
  static of(wanted: Wanted, readable: readonly Uuid[]): Matching | undefined {
    const terms = termsQuery(wanted);
    return terms === null ? undefined : new Matching(wanted, terms, readable);
  }

  private constructor(wanted: Wanted, terms: string | undefined, readable: readonly Uuid[]) {
    const shown = readable.length === 0 ? '' : ` AND id <> ALL (${this.#value(readable)}::uuid[])`;
    this.#conditions.push(`s.collection_id NOT IN (SELECT id FROM vend_collection WHERE NOT public${shown})`);
    if (terms !== undefined) this.#conditions.push(`s.terms @@ ${this.#value(terms)}::tsquery`);
    if (wanted.merchant !== undefined) this.#conditions.push(`s.merchant = ${this.#value(wanted.merchant)}::uuid`);
    if (!wanted.mature) this.#conditions.push('NOT s.mature');
    if (wanted.low !== undefined) this.#conditions.push(`s.price >= ${this.#value(wanted.low)}::double precision`);
    if (wanted.high !== undefined) this.#conditions.push(`s.price <= ${this.#value(wanted.high)}::double precision`);
    this.#isNarrow = terms !== undefined || wanted.merchant !== undefined;
  }

  /** Its placeholder. */
  #value(value: unknown): string {
    return `$${this.#values.push(value)}`;
  }

  count(): Statement {
    return { text: `SELECT count(*)::int AS total FROM vend_searchable s WHERE ${this.#conditions.join(' AND ')}`, values: this.#values };
  }

  /**
   * The products' numbers. Where few match they are found first and then sorted; among many the index of the order is
   * followed, which soon meets one that matches. Statements that follow it expect sorting to be switched off.
   */
  page({ by, descending }: Order, { offset, limit, total }: Places): Statement {
    const { columns, join = '' } = SORTINGS[by];
    const keys = columns.map((column, index) => `${column} AS key${index}`);
    const matching = `SELECT s.product_id AS id, ${keys.join(', ')} FROM vend_searchable s${join} WHERE ${this.#conditions.join(' AND ')}`;
    const findFirst = total <= FEW || (this.#isNarrow && offset > total * FAR);
    const from = findFirst ? `WITH found AS MATERIALIZED (${matching}) SELECT id FROM found` : matching;
    const sorted = columns.map((_column, index) => `key${index}${descending ? ' DESC' : ''}`);
    const values = [...this.#values, limit, offset];
    return { text: `${from} ORDER BY ${sorted.join(', ')} LIMIT $${values.length - 1} OFFSET $${values.length}`, values };
  }
}
