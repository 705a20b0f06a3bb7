import type { Keep } from '@scrip/capability';
import type { Database, Queryable } from '@scrip/database';
import { type AvatarKey, nameKeys, type Uuid } from '@scrip/kernel';
import type { Listed } from '../access/admission.ts';
import { type NewLogRecord, writeRecord } from '../history/records.ts';
import { readLocation } from '../locations/columns.ts';
import { lockLocation } from '../locations/store.ts';
import type { Location, Unit } from '../model.ts';
import { isUnit, readUnit } from './columns.ts';
import {
  CEILING,
  type Described,
  FIND,
  FIND_WITH_LOCATION,
  INSERT,
  type Keys,
  LOCK,
  LOCK_WITH_LISTS,
  REMOVE,
  TAKEN,
  UPDATE,
  values,
} from './statements.ts';

/** What a change makes of a unit, and what is written about it. */
export interface UnitChange {
  readonly unit: Described & Keys;
  readonly isPriceNew: boolean;
  readonly records: readonly NewLogRecord[];
}

/** A unit as it is under its lock, by the database's clock. */
export interface LockedUnit {
  readonly unit: Unit;
  readonly now: Date;
  readonly listed: Listed;
}

/** Where units are kept. */
export class UnitStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(locationId: Uuid, name: string): Promise<Unit | undefined> {
    const row = await FIND.first(this.#database.pool, locationId, nameKeys(name));
    return row && readUnit(row);
  }

  async findWithLocation(
    owner: AvatarKey,
    locationName: string,
    unitName: string,
  ): Promise<{ location: Location; unit: Unit | undefined } | undefined> {
    const row = await FIND_WITH_LOCATION.first(this.#database.pool, owner, nameKeys(locationName), nameKeys(unitName));
    return row && { location: readLocation(row), unit: isUnit(row) ? readUnit(row) : undefined };
  }

  /** In the caller's transaction. */
  async #lock(client: Queryable, id: Uuid): Promise<Unit | undefined> {
    const row = await LOCK.first(client, id);
    return row && readUnit(row);
  }

  /**
   * Locks a unit until the caller's transaction ends: the unit as it is now, the database's clock read after the lock, and what the
   * lists of the location say of these avatars and of the lessee, as they were when this began to wait. Undefined where the
   * unit was removed.
   */
  async lock(client: Queryable, id: Uuid, akeys: readonly AvatarKey[]): Promise<LockedUnit | undefined> {
    const row = await LOCK_WITH_LISTS.first(client, id, akeys);
    if (!row) return undefined;
    const { now, banned, allowed, isByList } = row;
    return { unit: readUnit(row), now, listed: { banned, allowed, isByList } };
  }

  /** `most` is how many a location may have. Raises lease.too_many_units. */
  add(
    location: Pick<Location, 'id' | 'owner' | 'name'>,
    unit: { readonly id: Uuid } & Described & Keys,
    isAnnounced: boolean,
    record: NewLogRecord,
    most: number,
    keep: Keep,
  ): Promise<'done' | 'taken' | 'gone'> {
    return this.#database.transaction(async (client) => {
      if (!(await lockLocation(client, location.id))) return 'gone';
      if (await isTaken(client, location.id, unit.id, unit.nameKey)) return 'taken';
      await CEILING.mustHaveRoom(client, most, JSON.stringify(location.name), location.id);
      await INSERT.run(client, unit.id, location.id, location.owner, ...values(unit), isAnnounced);
      await writeRecord(client, record);
      await keep(client, unit.name);
      return 'done';
    });
  }

  /** Puts what `decide` makes of a unit in its place, as one step among all changes of it, those of its lease included. */
  change(
    { id, locationId }: Pick<Unit, 'id' | 'locationId'>,
    { isRenamed, isAnnounced }: { readonly isRenamed: boolean; readonly isAnnounced: boolean },
    decide: (unit: Unit) => UnitChange,
  ): Promise<'done' | 'taken' | 'gone'> {
    return this.#database.transaction(async (client) => {
      // Names are the location's, which always is locked before its units.
      if (isRenamed && !(await lockLocation(client, locationId))) return 'gone';
      const now = await this.#lock(client, id);
      if (!now) return 'gone';
      const { unit, isPriceNew, records } = decide(now);
      if (isRenamed && (await isTaken(client, locationId, id, unit.nameKey))) return 'taken';
      if (records.length === 0 && !isAnnounced) return 'done';
      await UPDATE.run(client, id, locationId, ...values(unit), isPriceNew ? 1 : 0, isAnnounced);
      for (const record of records) await writeRecord(client, record);
      return 'done';
    });
  }

  /** False where it was gone. `mustBeVacant` throws where it is leased, and nothing is changed then. */
  remove(id: Uuid, record: NewLogRecord, mustBeVacant: (unit: Unit) => void): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      const now = await this.#lock(client, id);
      if (!now) return false;
      mustBeVacant(now);
      await REMOVE.run(client, id);
      await writeRecord(client, record);
      return true;
    });
  }
}

async function isTaken(client: Queryable, locationId: Uuid, id: Uuid, nameKey: string): Promise<boolean> {
  return (await TAKEN.run(client, locationId, nameKey, id)) > 0;
}
