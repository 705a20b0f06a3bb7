import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Price } from '../model.ts';

/** What the document's lists say of a unit. */
export interface ListedUnit extends Price {
  readonly name: string;
  readonly model: string;
  /** Region and position, as `Kinda/128/64/22`; empty where no region is known. */
  readonly coords: string;
  readonly lessee: Uuid | null;
  /** Whole seconds, negative where overdue; 0 for a vacant unit. */
  readonly secsRemaining: number;
}

/** A unit as it is offered: one whose lease is over can be rented, whether or not the job has ended the lease yet. */
export interface OfferedUnit extends Price {
  readonly name: string;
  readonly model: string;
  readonly coords: string;
  readonly isVacant: boolean;
}

/** How many units there are; overdue ones are leased. */
export interface Stats {
  readonly total: number;
  readonly leased: number;
  readonly overdue: number;
}

/** A place in the order of units. */
export interface UnitPlace {
  readonly nameKey: string;
  readonly sortKey: string;
}

/** Numbers in names sort by their value; names that differ in nothing but leading zeros still have one order. */
const ORDER = 'ORDER BY sort_key, name_key COLLATE "C"';
const COORDS = `CASE WHEN region = '' THEN '' ELSE region || '/' || x || '/' || y || '/' || z END AS coords`;
const OF_LOCATION = 'FROM lease_unit WHERE location_id = $1 AND removed_at IS NULL';

const NAMES = { name: 'lease-unit-names', text: `SELECT name ${OF_LOCATION} ${ORDER} OFFSET $2::int LIMIT $3::int` };

const LISTED = `SELECT name, model, ${COORDS}, lessee, rate, period_secs AS "periodSecs",
  coalesce(floor(extract(epoch FROM paid_until - clock_timestamp())), 0)::int AS "secsRemaining" ${OF_LOCATION}`;
const PAGE = { name: 'lease-unit-details', text: `${LISTED} ${ORDER} OFFSET $2::int LIMIT $3::int` };
const BY_NAME = { name: 'lease-unit-details-by-name', text: `${LISTED} AND name_key = $2` };
const BY_NUMBER = { name: 'lease-unit-details-by-number', text: `${LISTED} AND number = $2::int ${ORDER} LIMIT 1` };

const OFFERS = {
  name: 'lease-offers',
  text: `SELECT name, model, ${COORDS}, rate, period_secs AS "periodSecs", coalesce(ends_at <= clock_timestamp(), true) AS "isVacant" ${OF_LOCATION}
         AND (sort_key, name_key COLLATE "C") > ($2, $3) AND sort_key >= $2 ${ORDER} LIMIT $4::int`,
};

const COUNTS = `SELECT count(*)::int AS total, count(lease_id)::int AS leased,
  (count(*) FILTER (WHERE paid_until < clock_timestamp()))::int AS overdue FROM lease_unit WHERE removed_at IS NULL`;
const STATS = { name: 'lease-stats', text: `${COUNTS} AND owner = $1` };
const STATS_AT = { name: 'lease-stats-at', text: `${COUNTS} AND location_id = $1` };
const STATS_IN = { name: 'lease-stats-in', text: `${COUNTS} AND owner = $1 AND region_key = $2` };

/** The only place where lists of units touch the database. */
export class ListingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In name order, as all lists of units; a limit of null is no limit. */
  async names(locationId: Uuid, offset: number, limit: number | null): Promise<string[]> {
    const { rows } = await this.#database.pool.query<{ name: string }>({ ...NAMES, values: [locationId, offset, limit] });
    return rows.map(({ name }) => name);
  }

  page(locationId: Uuid, offset: number, limit: number | null): Promise<ListedUnit[]> {
    return this.#listed(PAGE, [locationId, offset, limit]);
  }

  async byName(locationId: Uuid, nameKey: string): Promise<ListedUnit | undefined> {
    return (await this.#listed(BY_NAME, [locationId, nameKey]))[0];
  }

  /** The first in name order. */
  async byNumber(locationId: Uuid, number: number): Promise<ListedUnit | undefined> {
    return (await this.#listed(BY_NUMBER, [locationId, number]))[0];
  }

  /** Those behind a place. */
  async offers(locationId: Uuid, after: UnitPlace, limit: number): Promise<OfferedUnit[]> {
    const values = [locationId, after.sortKey, after.nameKey, limit];
    return (await this.#database.pool.query<OfferedUnit>({ ...OFFERS, values })).rows;
  }

  stats(owner: Uuid): Promise<Stats> {
    return this.#counts(STATS, [owner]);
  }

  statsAt(locationId: Uuid): Promise<Stats> {
    return this.#counts(STATS_AT, [locationId]);
  }

  statsIn(owner: Uuid, regionKey: string): Promise<Stats> {
    return this.#counts(STATS_IN, [owner, regionKey]);
  }

  async #listed(statement: { name: string; text: string }, values: unknown[]): Promise<ListedUnit[]> {
    return (await this.#database.pool.query<ListedUnit>({ ...statement, values })).rows;
  }

  async #counts(statement: { name: string; text: string }, values: unknown[]): Promise<Stats> {
    const [row] = (await this.#database.pool.query<Stats>({ ...statement, values })).rows;
    return row as Stats;
  }
}
