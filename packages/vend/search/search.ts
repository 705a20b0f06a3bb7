import type { Database } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { Product } from '../model.ts';
import { Moment } from './moment.ts';
import type { SortOrder } from './order.ts';
import { Matching } from './sql.ts';
import type { Wanted } from './wanted.ts';

/** What a caller wants to have of all that match. */
export interface SortedPage extends Page {
  readonly order: SortOrder;
}

export interface Found {
  /** All that match. */
  readonly total: number;
  /** Those on the page. */
  readonly products: readonly Product[];
}

/** So many are found and sorted sooner than the index of an order is followed, wherever in it they stand. */
const FEW = 5_000;
/** Further on the index is not followed where every product on the way has to be asked for its terms. */
const NEAR = 500;

/** Finds products that are for sale. */
export class Search {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Among the products of public collections and of those private ones that are `readable`. Throws the page's `after.unknown`
   * where that product is not among them.
   */
  async find(wanted: Wanted, readable: readonly Uuid[], page: SortedPage): Promise<Found> {
    const { order, after: place, limit } = page;
    const matching = Matching.build(wanted, readable);
    if (!matching) {
      if (place) throw place.unknown();
      return { total: 0, products: [] };
    }
    const work = async (client: PoolClient): Promise<Found> => {
      const moment = await Moment.begin(client);
      const total = await moment.count(matching.count());
      const passed = place ? await moment.count(matching.upTo(order, Number(place.id))) : 0;
      if (place && passed === 0) throw place.unknown();
      const offset = passed + page.offset;
      const size = Math.min(limit, total - offset);
      if (size <= 0) return { total, products: [] };
      // Half of a long list is nearer to its end, and is read from there.
      const after = total - offset - size;
      const backwards = after < offset;
      const direction = { ...order, descending: order.descending !== backwards };
      const places = { offset: backwards ? after : offset, limit: size };
      const worthIt = total > FEW && (!matching.hasTerms || places.offset <= NEAR);
      let ids = worthIt ? await moment.ids(matching.followed(direction, places)) : [];
      if (ids.length < size) ids = await moment.ids(matching.sorted(direction, places));
      return { total, products: await moment.products(backwards ? ids.toReversed() : ids) };
    };
    return this.#database.slow.run(() => this.#database.transaction(work));
  }
}
