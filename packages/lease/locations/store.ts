import type { Keep } from '@scrip/capability';
import { type Database, lockOwner, type Queryable } from '@scrip/database';
import { type AvatarKey, type GroupKey, nameKeys, type Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { type NewLogRecord, writeRecord } from '../history/records.ts';
import type { Location } from '../model.ts';
import { readLocation } from './columns.ts';
import { CEILING, FIND, INSERT, insertValues, LOCK, NEW_TERMS, REMOVE, REMOVE_UNITS, TAKEN, WITHOUT_INCOME_GROUP } from './statements.ts';

/** What a change makes of a location, and what is written about it. */
export interface LocationChange {
  readonly location: Location;
  /** Whether those who rent have to know: what was agreed before is not agreed any more. */
  readonly isAgreed: boolean;
  readonly record: NewLogRecord;
}

/** What an owner calls locations, and how many there are, is decided by one call at a time. */
const LOCKED = 'lease locations';

/** Nobody else changes the location, or how many of anything it has, before the caller's transaction ends. */
export async function lockLocation(client: Queryable, id: Uuid): Promise<Location | undefined> {
  const row = await LOCK.first(client, id);
  return row && readLocation(row);
}

/** Where locations are kept. */
export class LocationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(owner: AvatarKey, name: string): Promise<Location | undefined> {
    const row = await FIND.first(this.#database.pool, owner, nameKeys(name));
    return row && readLocation(row);
  }

  /** `before` is done first, in the same transaction; `most` is how many an owner may have. Raises lease.too_many_locations. */
  add(
    location: Location,
    nameKey: string,
    record: NewLogRecord,
    most: number,
    { before, keep }: { before(client: PoolClient): Promise<void>; readonly keep: Keep },
  ): Promise<'done' | 'taken'> {
    const { owner } = location;
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, owner);
      await before(client);
      if (await isTaken(client, location, nameKey)) return 'taken';
      await CEILING.mustHaveRoom(client, most, owner, owner);
      await INSERT.run(client, ...insertValues(location, nameKey));
      await writeRecord(client, record);
      await keep(client, location.name);
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
    before: (client: PoolClient) => Promise<void>,
    decide: (location: Location) => LocationChange | undefined,
  ): Promise<Location | 'gone' | 'taken'> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, owner);
      await before(client);
      const now = await lockLocation(client, id);
      if (!now) return 'gone';
      const change = decide(now);
      if (!change) return now;
      const { location, isAgreed, record } = change;
      const nameKey = nameKeyOf(location.name);
      if (await isTaken(client, location, nameKey)) return 'taken';
      const data = columnsOf(location, nameKey);
      await this.#database.join(client, (prisma) => prisma.leaseLocation.update({ where: { id }, data, select: { id: true } }));
      if (isAgreed) await NEW_TERMS.run(client, id, location.overdueSecs, location.reminders);
      await writeRecord(client, record);
      return location;
    });
  }

  /** False where it was gone. `mustBeEmpty` throws where units are still leased, and nothing is changed then. */
  remove(id: Uuid, record: NewLogRecord, mustBeEmpty: (leased: number) => void): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      if (!(await lockLocation(client, id))) return false;
      await REMOVE_UNITS.run(client, id);
      return this.#database.join(client, async (prisma) => {
        mustBeEmpty(await prisma.leaseUnit.count({ where: { locationId: id, removedAt: null } }));
        await prisma.leaseAccess.deleteMany({ where: { locationId: id } });
        await prisma.leaseManager.deleteMany({ where: { locationId: id } });
        await REMOVE.run(client, id);
        await writeRecord(client, record);
        return true;
      });
    });
  }

  /** In the transaction that dissolves the group. */
  async forgetIncomeGroup(client: Queryable, gkey: GroupKey, recordFor: (locationId: Uuid) => NewLogRecord): Promise<void> {
    for (const { id } of await WITHOUT_INCOME_GROUP.all(client, gkey)) await writeRecord(client, recordFor(id));
  }
}

/** Whether another location of the owner has the name. */
async function isTaken(client: Queryable, { owner, id }: Location, nameKey: string): Promise<boolean> {
  return (await TAKEN.run(client, owner, nameKey, id)) > 0;
}

/** What may change. */
function columnsOf(location: Location, nameKey: string) {
  const { id: _, owner: _owner, discounts, reminders, ...columns } = location;
  return {
    ...columns,
    nameKey,
    reminders: [...reminders],
    discountSecs: discounts.map(({ secs }) => secs),
    discountPercents: discounts.map(({ percent }) => percent),
  };
}
