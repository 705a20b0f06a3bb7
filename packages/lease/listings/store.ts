import type { Avatars } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import { type AvatarKey, nameKey, nameKeys, type Page, type Uuid } from '@scrip/kernel';
import type { Range } from '@scrip/rpc';
import { sortKeyOf } from '../names.ts';
import { weekRate } from '../units/rates.ts';
import {
  DETAILS_BY_NAME,
  DETAILS_BY_NUMBER,
  DETAILS_PAGE,
  LEASES,
  type ListedLease,
  type ListedUnit,
  LOCATION_NAMES,
  OFFERS,
  type OfferedUnit,
  STATS,
  STATS_AT,
  STATS_IN,
  type Stats,
  UNIT_NAMES,
} from './statements.ts';

/**
 * What the document says of a unit: name, model, region and coordinates, whether it is leased, key and name of the lessee,
 * whole major units a week, and seconds that are left, below zero where overdue.
 */
export type Details = [string, string, string, number, string, string, number, number];

/** Lists of locations, units and leases, and how many units there are. Units are in the order of their names. */
export class Listings {
  readonly #database: Database;
  readonly #avatars: Avatars;

  constructor(database: Database, avatars: Avatars) {
    this.#database = database;
    this.#avatars = avatars;
  }

  /** In the order of their names. */
  async locationNames(owner: AvatarKey): Promise<string[]> {
    return (await LOCATION_NAMES.all(this.#database.pool, owner)).map(({ name }) => name);
  }

  async unitNames(locationId: Uuid, { offset, limit }: Range): Promise<string[]> {
    return (await UNIT_NAMES.all(this.#database.pool, locationId, offset, orAll(limit))).map(({ name }) => name);
  }

  async details(locationId: Uuid, { offset, limit }: Range): Promise<Details[]> {
    return this.#withLessees(await DETAILS_PAGE.all(this.#database.pool, locationId, offset, orAll(limit)));
  }

  async detailsByName(locationId: Uuid, name: string): Promise<Details | undefined> {
    return (await this.#withLessees(await DETAILS_BY_NAME.all(this.#database.pool, locationId, nameKeys(name))))[0];
  }

  /** The first one in name order that has this number. */
  async detailsByNumber(locationId: Uuid, number: number): Promise<Details | undefined> {
    return (await this.#withLessees(await DETAILS_BY_NUMBER.all(this.#database.pool, locationId, number)))[0];
  }

  /**
   * The cursor is the name of a unit, which need not be there any more: the page begins behind it. That of a page begins the
   * next one; it is empty on the last one.
   */
  async offers(locationId: Uuid, cursor: string, limit: number): Promise<{ units: OfferedUnit[]; cursor: string }> {
    const found = await OFFERS.all(this.#database.pool, locationId, sortKeyOf(cursor), nameKey(cursor), limit + 1);
    const units = found.slice(0, limit);
    return { units, cursor: (found.length > limit && units.at(-1)?.name) || '' };
  }

  /** Of all locations of an owner. */
  async stats(owner: AvatarKey): Promise<Stats> {
    return counted(await STATS.first(this.#database.pool, owner));
  }

  async statsAt(locationId: Uuid): Promise<Stats> {
    return counted(await STATS_AT.first(this.#database.pool, locationId));
  }

  async statsIn(owner: AvatarKey, region: string): Promise<Stats> {
    return counted(await STATS_IN.first(this.#database.pool, owner, nameKey(region)));
  }

  /** What an avatar leases or may pay for, the soonest to end first. */
  leases(akey: AvatarKey, page: Page): Promise<ListedLease[]> {
    return LEASES.read(this.#database.pool, [akey], page);
  }

  async #withLessees(units: readonly ListedUnit[]): Promise<Details[]> {
    const lessees = units.flatMap(({ lessee }) => lessee ?? []);
    const names = lessees.length > 0 ? await this.#avatars.names(lessees) : new Map<AvatarKey, string>();
    return units.map((unit): Details => {
      const { name, model, coords, lessee, secsRemaining } = unit;
      return [name, model, coords, lessee ? 1 : 0, lessee ?? '', (lessee && names.get(lessee)) || '', weekRate(unit), secsRemaining];
    });
  }
}

/** Lists of the document have no limit below zero; null is none for PostgreSQL. */
function orAll(limit: number): number | null {
  return limit < 0 ? null : limit;
}

function counted(stats: Stats | undefined): Stats {
  if (!stats) throw new Error('a count gave no row');
  return stats;
}
