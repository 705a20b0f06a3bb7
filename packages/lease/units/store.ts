import { ceiling, type Database, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Listed } from '../access/admission.ts';
import { tooManyUnits } from '../errors.ts';
import { type Entry, writeEntry } from '../history/store.ts';
import { LOCATION_COLUMNS, type LocationRow, locationOf, lockLocation, type Within } from '../locations/store.ts';
import { listedColumns } from '../managers/store.ts';
import type { Location, PresentLease, Unit } from '../model.ts';

/** A unit as it comes from the database. */
interface UnitRow extends Omit<Unit, 'lease'>, Omit<PresentLease, 'id' | 'lessee'> {
  readonly leaseId: Uuid | null;
  readonly lessee: Uuid | null;
}

/** What its owner and managers say of a unit. */
export type Described = Pick<Unit, 'name' | 'model' | 'region' | 'x' | 'y' | 'z' | 'rate' | 'periodSecs' | 'number'>;

/** What names and regions are looked up and sorted by. */
export interface Keys {
  readonly nameKey: string;
  readonly sortKey: string;
  readonly regionKey: string;
}

/** What a change makes of a unit, and what is written about it. */
export interface UnitChange {
  readonly unit: Described & Keys;
  readonly isPriceNew: boolean;
  readonly entries: readonly Entry[];
}

/** A unit as it is under its lock, by the database's clock. */
export interface LockedUnit {
  readonly unit: Unit;
  readonly now: Date;
  readonly listed: Listed;
}

/** Of the table under the name `u`, but for what it shares with its location: owner and locationId. */
const UNIT_COLUMNS = `u.id, u.name, u.number, u.model, u.region, u.x, u.y, u.z, u.rate, u.period_secs AS "periodSecs",
  u.revision, u.announced_at AS "announcedAt", u.lease_id AS "leaseId", u.lessee, u.payer, u.leased_at AS "leasedAt",
  u.paid_until AS "paidUntil", u.ends_at AS "endsAt", u.remind_at AS "remindAt", u.grace_used AS "graceUsed"`;

const FIND = {
  name: 'lease-unit',
  text: `SELECT ${UNIT_COLUMNS}, u.owner, u.location_id AS "locationId" FROM lease_unit u WHERE u.location_id = $1 AND u.name_key = $2`,
};

/** In one statement, so that both are of one moment. */
const FIND_WITH_LOCATION = {
  name: 'lease-unit-with-location',
  text: `SELECT ${LOCATION_COLUMNS}, ${UNIT_COLUMNS}
         FROM lease_location l LEFT JOIN lease_unit u ON u.location_id = l.id AND u.name_key = $3
         WHERE l.owner = $1 AND l.name_key = $2`,
};

/** The clock is read after the row is locked, and is not qualified by its schema: tests put their own in front. */
const LOCK = `WITH unit AS (SELECT * FROM lease_unit WHERE id = $1 AND removed_at IS NULL FOR UPDATE)
  SELECT ${UNIT_COLUMNS}, u.owner, u.location_id AS "locationId", clock_timestamp() AS now FROM unit u`;

/** As `LOCK`, with what the location's lists say of some avatars and of the lessee. */
const LOCK_WITH_LISTS = `WITH unit AS (SELECT * FROM lease_unit WHERE id = $1 AND removed_at IS NULL FOR UPDATE)
  SELECT ${UNIT_COLUMNS}, u.owner, u.location_id AS "locationId", clock_timestamp() AS now,
    ${listedColumns('u.location_id', '$2::uuid[] || u.lessee')} FROM unit u`;

const TAKEN = 'SELECT 1 FROM lease_unit WHERE location_id = $1 AND name_key = $2 AND id <> $3';
const CEILING = ceiling({
  name: 'lease-units-at-location',
  things: 'units',
  count: 'SELECT count(*)::int AS n FROM lease_unit WHERE location_id = $1 AND removed_at IS NULL',
  params: [uuid],
  full: tooManyUnits,
});

const INSERT = `INSERT INTO lease_unit (id, location_id, owner, name, name_key, sort_key, number, model, region, region_key, x, y, z, rate,
    period_secs, announced_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, CASE WHEN $16 THEN clock_timestamp() END)`;

const UPDATE = `UPDATE lease_unit SET name = $3, name_key = $4, sort_key = $5, number = $6, model = $7, region = $8, region_key = $9, x = $10,
    y = $11, z = $12, rate = $13, period_secs = $14, revision = revision + $15::int,
    announced_at = CASE WHEN $16 THEN clock_timestamp() ELSE announced_at END
  WHERE id = $1 AND location_id = $2`;

const REMOVE = 'UPDATE lease_unit SET name_key = NULL, removed_at = clock_timestamp() WHERE id = $1';

/** The only place where units touch the database. */
export class UnitStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(locationId: Uuid, nameKey: string): Promise<Unit | undefined> {
    const [row] = (await this.#database.pool.query<UnitRow>({ ...FIND, values: [locationId, nameKey] })).rows;
    return row && unitOf(row);
  }

  async findWithLocation(
    owner: Uuid,
    locationKey: string,
    unitKey: string,
  ): Promise<{ location: Location; unit: Unit | undefined } | undefined> {
    const values = [owner, locationKey, unitKey];
    const [row] = (await this.#database.pool.query<LocationRow & Unitless>({ ...FIND_WITH_LOCATION, values })).rows;
    return row && { location: locationOf(row), unit: isUnit(row) ? unitOf(row) : undefined };
  }

  /** In the caller's transaction. */
  async lock(client: Within, id: Uuid): Promise<{ unit: Unit; now: Date } | undefined> {
    const [row] = (await client.query<UnitRow & { now: Date }>(LOCK, [id])).rows;
    return row && { unit: unitOf(row), now: row.now };
  }

  /** As `lock`, with what the lists of the location say of these avatars and of the lessee: as they were when this began to wait. */
  async lockWithLists(client: Within, id: Uuid, akeys: readonly Uuid[]): Promise<LockedUnit | undefined> {
    const [row] = (await client.query<UnitRow & Listed & { now: Date }>(LOCK_WITH_LISTS, [id, akeys])).rows;
    if (!row) return undefined;
    const { now, banned, allowed, isByList } = row;
    return { unit: unitOf(row), now, listed: { banned, allowed, isByList } };
  }

  /** `most` is how many a location may have. Raises lease.too_many_units. */
  add(
    location: Pick<Location, 'id' | 'owner' | 'name'>,
    unit: { readonly id: Uuid } & Described & Keys,
    of: { readonly isAnnounced: boolean; readonly entry: Entry; readonly most: number },
  ): Promise<'done' | 'taken' | 'gone'> {
    return this.#database.transaction(async (client) => {
      if (!(await lockLocation(client, location.id))) return 'gone';
      if (await isTaken(client, location.id, unit.id, unit.nameKey)) return 'taken';
      await CEILING.mustHaveRoom(client, of.most, JSON.stringify(location.name), location.id);
      await client.query(INSERT, [unit.id, location.id, location.owner, ...columnsOf(unit), of.isAnnounced]);
      await writeEntry(client, of.entry);
      return 'done';
    });
  }

  /** Puts what `decide` makes of a unit in its place, as one step among all changes of it, those of its lease included. */
  change(
    { id, locationId }: Pick<Unit, 'id' | 'locationId'>,
    of: { readonly isRenamed: boolean; readonly isAnnounced: boolean },
    decide: (unit: Unit) => UnitChange,
  ): Promise<'done' | 'taken' | 'gone'> {
    return this.#database.transaction(async (client) => {
      // Names are the location's, which always is locked before its units.
      if (of.isRenamed && !(await lockLocation(client, locationId))) return 'gone';
      const now = (await this.lock(client, id))?.unit;
      if (!now) return 'gone';
      const { unit, isPriceNew, entries } = decide(now);
      if (of.isRenamed && (await isTaken(client, locationId, id, unit.nameKey))) return 'taken';
      if (entries.length === 0 && !of.isAnnounced) return 'done';
      await client.query(UPDATE, [id, locationId, ...columnsOf(unit), isPriceNew ? 1 : 0, of.isAnnounced]);
      for (const entry of entries) await writeEntry(client, entry);
      return 'done';
    });
  }

  /** False where it was gone. `mustBeVacant` throws where it is leased, and nothing is changed then. */
  remove(id: Uuid, entry: Entry, mustBeVacant: (unit: Unit) => void): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      const now = await this.lock(client, id);
      if (!now) return false;
      mustBeVacant(now.unit);
      await client.query(REMOVE, [id]);
      await writeEntry(client, entry);
      return true;
    });
  }
}

/** What a left join gives where there is no unit. */
type Unitless = { readonly [K in keyof Omit<UnitRow, 'owner' | 'locationId'>]: UnitRow[K] | null };

function isUnit<T extends { readonly id: Uuid | null }>(row: T): row is T & UnitRow {
  return row.id !== null;
}

function unitOf(row: UnitRow): Unit {
  const { id, locationId, owner, name, number, model, region, x, y, z, rate, periodSecs, revision, announcedAt } = row;
  return { id, locationId, owner, name, number, model, region, x, y, z, rate, periodSecs, revision, announcedAt, lease: leaseOf(row) };
}

function leaseOf({ leaseId: id, lessee, payer, leasedAt, paidUntil, endsAt, remindAt, graceUsed }: UnitRow): PresentLease | null {
  return id === null || lessee === null ? null : { id, lessee, payer, leasedAt, paidUntil, endsAt, remindAt, graceUsed };
}

async function isTaken(client: Within, locationId: Uuid, id: Uuid, nameKey: string): Promise<boolean> {
  return (await client.query(TAKEN, [locationId, nameKey, id])).rowCount !== 0;
}

/** What may change, in the order of the statements. */
function columnsOf(unit: Described & Keys): unknown[] {
  const { name, nameKey, sortKey, number, model, region, regionKey, x, y, z, rate, periodSecs } = unit;
  return [name, nameKey, sortKey, number, model, region, regionKey, x, y, z, rate, periodSecs];
}
