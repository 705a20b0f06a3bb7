import { ceiling, type Database, lockOwner, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { tooManyLocations } from '../errors.ts';
import { type Entry, writeEntry } from '../history/store.ts';
import type { Location } from '../model.ts';

/** A transaction of the caller's. */
export type Within = Pick<PoolClient, 'query'>;

/** A location as it comes from the database; it shares its key and owner with the rows of its units. */
export interface LocationRow extends Omit<Location, 'id' | 'name' | 'discounts'> {
  readonly locationId: Uuid;
  readonly locationName: string;
  readonly discountSecs: readonly number[];
  readonly discountPercents: readonly number[];
}

/** What a change makes of a location, and what is written about it. */
export interface LocationChange {
  readonly location: Location;
  /** Whether those who rent have to know: what was agreed before is not agreed any more. */
  readonly isAgreed: boolean;
  readonly entry: Entry;
}

/** Of the table under the name `l`. */
export const LOCATION_COLUMNS = `l.id AS "locationId", l.owner, l.name AS "locationName", l.income_group AS "incomeGroup",
  l.manager_group AS "managerGroup", l.tenant_group AS "tenantGroup", l.min_secs AS "minSecs", l.max_secs AS "maxSecs",
  l.overdue_secs AS "overdueSecs", l.grace_secs AS "graceSecs", l.refund_percent AS "refundPercent", l.reminders,
  l.discount_secs AS "discountSecs", l.discount_percents AS "discountPercents"`;

const FIND = {
  name: 'lease-location',
  text: `SELECT ${LOCATION_COLUMNS} FROM lease_location l WHERE l.owner = $1 AND l.name_key = $2`,
};

const NAMES = {
  name: 'lease-location-names',
  text: 'SELECT name FROM lease_location WHERE owner = $1 AND name_key IS NOT NULL ORDER BY name_key COLLATE "C"',
};

/** What an owner calls locations, and how many there are, is decided by one call at a time. */
const LOCKED = 'lease locations';

const LOCK = `SELECT ${LOCATION_COLUMNS} FROM lease_location l WHERE l.id = $1 AND l.name_key IS NOT NULL FOR NO KEY UPDATE`;

const TAKEN = 'SELECT 1 FROM lease_location WHERE owner = $1 AND name_key = $2 AND id <> $3';
const CEILING = ceiling({
  name: 'lease-locations-of-owner',
  things: 'locations',
  count: 'SELECT count(*)::int AS n FROM lease_location WHERE owner = $1 AND name_key IS NOT NULL',
  params: [uuid],
  full: tooManyLocations,
});

const INSERT = `INSERT INTO lease_location (id, owner, name, name_key, income_group, manager_group, tenant_group, min_secs, max_secs,
    overdue_secs, grace_secs, refund_percent, reminders, discount_secs, discount_percents)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const UPDATE = `UPDATE lease_location SET name = $3, name_key = $4, income_group = $5, manager_group = $6, tenant_group = $7, min_secs = $8,
    max_secs = $9, overdue_secs = $10, grace_secs = $11, refund_percent = $12, reminders = $13, discount_secs = $14, discount_percents = $15
  WHERE id = $1 AND owner = $2`;

/**
 * The terms are the location's, but the times that come of them stand with each lease. A reminder that is due and not yet
 * sent stays; others are worked out as leasing does when a lease is extended, the moment at which it becomes overdue included.
 */
const NEW_TERMS = `UPDATE lease_unit SET revision = revision + 1, ends_at = paid_until + make_interval(secs => $2::int),
    remind_at = CASE WHEN remind_at <= clock_timestamp() THEN remind_at ELSE (
      SELECT min(at) FROM (
        SELECT paid_until - make_interval(secs => ahead) AS at FROM unnest($3::int[]) AS ahead
        UNION ALL SELECT paid_until WHERE $2::int > 0) AS reminder
      WHERE at > clock_timestamp()) END
  WHERE location_id = $1 AND removed_at IS NULL`;

/** In this order: a unit that somebody rents meanwhile is waited for, and then is not vacant. */
const REMOVE_UNITS = `UPDATE lease_unit SET name_key = NULL, removed_at = clock_timestamp()
  WHERE location_id = $1 AND removed_at IS NULL AND lease_id IS NULL`;
const LEFT = 'SELECT count(*)::int AS n FROM lease_unit WHERE location_id = $1 AND removed_at IS NULL';
const REMOVE = 'UPDATE lease_location SET name_key = NULL, removed_at = clock_timestamp() WHERE id = $1';

const WITHOUT_INCOME_GROUP = `WITH changed AS (UPDATE lease_location SET income_group = NULL WHERE income_group = $1 RETURNING id),
    agreed AS (UPDATE lease_unit SET revision = revision + 1 WHERE location_id IN (SELECT id FROM changed) AND removed_at IS NULL)
  SELECT id FROM changed`;

export function locationOf(row: LocationRow): Location {
  const { incomeGroup, managerGroup, tenantGroup, minSecs, maxSecs, overdueSecs, graceSecs, refundPercent, reminders } = row;
  return {
    id: row.locationId,
    owner: row.owner,
    name: row.locationName,
    incomeGroup,
    managerGroup,
    tenantGroup,
    minSecs,
    maxSecs,
    overdueSecs,
    graceSecs,
    refundPercent,
    reminders,
    discounts: row.discountSecs.map((secs, index) => ({ secs, percent: row.discountPercents[index] as number })),
  };
}

/** Nobody else changes the location, or how many of anything it has, before the caller's transaction ends. */
export async function lockLocation(client: Within, id: Uuid): Promise<Location | undefined> {
  const [row] = (await client.query<LocationRow>(LOCK, [id])).rows;
  return row && locationOf(row);
}

/** The only place where locations touch the database. */
export class LocationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(owner: Uuid, nameKey: string): Promise<Location | undefined> {
    const [row] = (await this.#database.pool.query<LocationRow>({ ...FIND, values: [owner, nameKey] })).rows;
    return row && locationOf(row);
  }

  async names(owner: Uuid): Promise<string[]> {
    const { rows } = await this.#database.pool.query<{ name: string }>({ ...NAMES, values: [owner] });
    return rows.map(({ name }) => name);
  }

  /** `before` is done first, in the same transaction; `most` is how many an owner may have. Raises lease.too_many_locations. */
  add(
    location: Location,
    nameKey: string,
    entry: Entry,
    most: number,
    before: (client: Within) => Promise<void>,
  ): Promise<'done' | 'taken'> {
    const { id, owner } = location;
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, owner);
      await before(client);
      if (await isTaken(client, location, nameKey)) return 'taken';
      await CEILING.mustHaveRoom(client, most, owner, owner);
      await client.query(INSERT, [id, owner, ...columnsOf(location, nameKey)]);
      await writeEntry(client, entry);
      return 'done';
    });
  }

  /**
   * Puts what `decide` makes of a location in its place, as one step among all changes of it; undefined from it is no change.
   * `nameKeyOf` is that of the name which the location will have; `before` is done first, in the same transaction.
   */
  change(
    { id, owner }: Pick<Location, 'id' | 'owner'>,
    nameKeyOf: (name: string) => string,
    before: (client: Within) => Promise<void>,
    decide: (location: Location) => LocationChange | undefined,
  ): Promise<Location | 'gone' | 'taken'> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, owner);
      await before(client);
      const now = await lockLocation(client, id);
      if (!now) return 'gone';
      const change = decide(now);
      if (!change) return now;
      const { location, isAgreed, entry } = change;
      const nameKey = nameKeyOf(location.name);
      if (await isTaken(client, location, nameKey)) return 'taken';
      await client.query(UPDATE, [id, owner, ...columnsOf(location, nameKey)]);
      if (isAgreed) await client.query(NEW_TERMS, [id, location.overdueSecs, location.reminders]);
      await writeEntry(client, entry);
      return location;
    });
  }

  /** False where it was gone. `mustBeEmpty` throws where units are still leased, and nothing is changed then. */
  remove(id: Uuid, entry: Entry, mustBeEmpty: (leased: number) => void): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      if (!(await lockLocation(client, id))) return false;
      await client.query(REMOVE_UNITS, [id]);
      mustBeEmpty((await client.query<{ n: number }>(LEFT, [id])).rows[0]?.n ?? 0);
      await client.query('DELETE FROM lease_access WHERE location_id = $1', [id]);
      await client.query('DELETE FROM lease_manager WHERE location_id = $1', [id]);
      await client.query(REMOVE, [id]);
      await writeEntry(client, entry);
      return true;
    });
  }

  /** In the transaction that dissolves the group. */
  async forgetIncomeGroup(client: Within, gkey: Uuid, entryFor: (locationId: Uuid) => Entry): Promise<void> {
    const { rows } = await client.query<{ id: Uuid }>(WITHOUT_INCOME_GROUP, [gkey]);
    for (const { id } of rows) await writeEntry(client, entryFor(id));
  }
}

async function isTaken(client: Within, { owner, id }: Location, nameKey: string): Promise<boolean> {
  return (await client.query(TAKEN, [owner, nameKey, id])).rowCount !== 0;
}

/** What may change, in the order of the statements. */
function columnsOf(location: Location, nameKey: string): unknown[] {
  const { name, incomeGroup, managerGroup, tenantGroup, minSecs, maxSecs, overdueSecs, graceSecs, refundPercent } = location;
  const groups = [incomeGroup, managerGroup, tenantGroup];
  const discounts = [location.discounts.map(({ secs }) => secs), location.discounts.map(({ percent }) => percent)];
  return [name, nameKey, ...groups, minSecs, maxSecs, overdueSecs, graceSecs, refundPercent, location.reminders, ...discounts];
}
