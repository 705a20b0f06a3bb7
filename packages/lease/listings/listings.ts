import { type Avatars, nameKey } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Range } from '@scrip/rpc';
import { sortKeyOf } from '../units/names.ts';
import { weekRate } from '../units/rates.ts';
import { type ListedUnit, ListingStore, type OfferedUnit, type Stats } from './store.ts';

/**
 * What the document says of a unit: name, model, region and coordinates, whether it is leased, key and name of the lessee,
 * whole major units a week, and seconds that are left, below zero where overdue.
 */
export type Details = [string, string, string, number, string, string, number, number];

/** Lists of units, in the order of their names, and how many there are. */
export class Listing {
  readonly #store: ListingStore;
  readonly #avatars: Avatars;

  constructor(database: Database, avatars: Avatars) {
    this.#store = new ListingStore(database);
    this.#avatars = avatars;
  }

  names(locationId: Uuid, { offset, limit }: Range): Promise<string[]> {
    return this.#store.names(locationId, offset, limit < 0 ? null : limit);
  }

  async details(locationId: Uuid, { offset, limit }: Range): Promise<Details[]> {
    return this.#withLessees(await this.#store.page(locationId, offset, limit < 0 ? null : limit));
  }

  async detailsByName(locationId: Uuid, name: string): Promise<Details | undefined> {
    const unit = await this.#store.byName(locationId, nameKey(name));
    return unit && (await this.#withLessees([unit]))[0];
  }

  /** The first one in name order that has this number. */
  async detailsByNumber(locationId: Uuid, number: number): Promise<Details | undefined> {
    const unit = await this.#store.byNumber(locationId, number);
    return unit && (await this.#withLessees([unit]))[0];
  }

  /**
   * The cursor is the name of a unit, which need not be there any more: the page begins behind it. That of a page begins the
   * next one; it is empty on the last one.
   */
  async offers(locationId: Uuid, cursor: string, limit: number): Promise<{ units: OfferedUnit[]; cursor: string }> {
    const found = await this.#store.offers(locationId, { sortKey: sortKeyOf(cursor), nameKey: nameKey(cursor) }, limit + 1);
    const units = found.slice(0, limit);
    return { units, cursor: (found.length > limit && units.at(-1)?.name) || '' };
  }

  stats(owner: Uuid): Promise<Stats> {
    return this.#store.stats(owner);
  }

  statsAt(locationId: Uuid): Promise<Stats> {
    return this.#store.statsAt(locationId);
  }

  statsIn(owner: Uuid, region: string): Promise<Stats> {
    return this.#store.statsIn(owner, nameKey(region));
  }

  async #withLessees(units: readonly ListedUnit[]): Promise<Details[]> {
    const lessees = units.flatMap(({ lessee }) => lessee ?? []);
    const names = lessees.length > 0 ? await this.#avatars.names(lessees) : new Map<Uuid, string>();
    return units.map((unit): Details => {
      const { name, model, coords, lessee, secsRemaining } = unit;
      return [name, model, coords, lessee ? 1 : 0, lessee ?? '', (lessee && names.get(lessee)) || '', weekRate(unit), secsRemaining];
    });
  }
}
