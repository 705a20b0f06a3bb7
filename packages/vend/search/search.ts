import { deriveId, type Uuid } from '@scrip/kernel';
import type { Product } from '../model.ts';
import type { VendParts } from '../vend.ts';
import { Counts } from './counts.ts';
import type { Order } from './order.ts';
import { Matching } from './sql.ts';
import { type Moment, SearchStore } from './store.ts';
import type { Wanted } from './wanted.ts';

/** What a caller wants to have of all that match. */
export interface Page {
  readonly order: Order;
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  /** All that match. */
  readonly total: number;
  /** Those on the page. */
  readonly products: readonly Product[];
}

/** Finds products that are for sale. */
export class Search {
  readonly #store: SearchStore;
  readonly #counts = new Counts();

  constructor({ database }: Pick<VendParts, 'database'>) {
    this.#store = new SearchStore(database);
  }

  /** Among the products of public collections and of those private ones that are `readable`. */
  async find(wanted: Wanted, readable: readonly Uuid[], { order, offset, limit }: Page): Promise<Found> {
    const matching = Matching.of(wanted, readable);
    if (!matching) return { total: 0, products: [] };
    return this.#store.now(async (moment) => {
      const total = await this.#count(moment, matching);
      const size = Math.min(limit, total - offset);
      if (size <= 0) return { total, products: [] };
      // Half of a long list is nearer to its end, and is read from there.
      const after = total - offset - size;
      const backwards = after < offset;
      const direction = { ...order, descending: order.descending !== backwards };
      const ids = await moment.page(matching, direction, { offset: backwards ? after : offset, limit: size, total });
      return { total, products: await moment.products(backwards ? ids.toReversed() : ids) };
    });
  }

  async #count(moment: Moment, matching: Matching): Promise<number> {
    const { text, values } = matching.count();
    const search = deriveId(text, JSON.stringify(values));
    const known = this.#counts.at(moment.version, search);
    if (known !== undefined) return known;
    const total = await moment.count(matching);
    this.#counts.keep(moment.version, search, total);
    return total;
  }
}
