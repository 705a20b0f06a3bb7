import { array, type Ceiling, ceiling, type Database, enumOf, nullable, oneOf, pagedList, text, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import type { Listed } from '../access/admission.ts';
import { accessListFull, tooManyManagers } from '../errors.ts';
import { type Entry, writeEntry } from '../history/store.ts';
import { lockLocation } from '../locations/store.ts';
import type { Right } from '../model.ts';

const ACCESS_KINDS = ['ban', 'allow'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** A location that somebody has a part in without owning it. */
export interface ManagedRow {
  readonly owner: Uuid;
  readonly name: string;
  readonly managerGroup: Uuid | null;
  /** Null where the avatar is no manager, but in the manager group. */
  readonly rights: readonly Right[] | null;
}

/** Somebody on the access list of a location. */
export interface ListedAvatar {
  readonly akey: Uuid;
  readonly kind: AccessKind;
}

export type Outcome = 'done' | 'gone';

/** What the lists of the location in `location` say of the avatars in `akeys`; both are SQL. */
export const listedColumns = (location: string, akeys: string) => `
  ARRAY(SELECT akey FROM lease_access WHERE location_id = ${location} AND akey = ANY(${akeys}) AND kind = 'ban') AS banned,
  ARRAY(SELECT akey FROM lease_access WHERE location_id = ${location} AND akey = ANY(${akeys}) AND kind = 'allow') AS allowed,
  EXISTS (SELECT FROM lease_access WHERE location_id = ${location} AND kind = 'allow') AS "isByList"`;

const LISTED = { name: 'lease-listed', text: `SELECT ${listedColumns('$1', '$2::uuid[]')}` };

const ACCESS = pagedList({
  name: 'lease-access',
  params: [uuid, text],
  row: { akey: uuid, kind: enumOf('lease_access_kind', ACCESS_KINDS) },
  after: uuid,
  order: ['created_at', 'akey'],
  place: (after) => `lease_access WHERE location_id = $1 AND akey = ${after}`,
  text: ({ behind, order, slice }) =>
    `SELECT akey, kind FROM lease_access WHERE location_id = $1 AND ($2 = '' OR kind::text = $2) AND ${behind} ${order} ${slice}`,
});

const RIGHTS = { name: 'lease-rights', text: 'SELECT rights FROM lease_manager WHERE location_id = $1 AND akey = $2' };

const MANAGERS = {
  name: 'lease-managers',
  text: 'SELECT akey, rights FROM lease_manager WHERE location_id = $1 ORDER BY created_at, akey',
};

const MANAGED_BY = `(SELECT location_id FROM lease_manager WHERE akey = $1::uuid
    UNION SELECT id FROM lease_location WHERE manager_group = ANY($2::uuid[]) AND name_key IS NOT NULL) AS mine
  JOIN lease_location l ON l.id = mine.location_id`;
const MANAGED = pagedList({
  name: 'lease-managed',
  params: [uuid, array(uuid)],
  row: { owner: uuid, name: text, managerGroup: nullable(uuid), rights: nullable(array(oneOf<Right>())) },
  after: text,
  order: ['l.owner', 'l.name_key COLLATE "C"'],
  // By owner and name: a key, a slash, and the name as it is compared.
  place: (after) => `${MANAGED_BY} WHERE l.owner = left(${after}::text, 36)::uuid AND l.name_key = substr(${after}::text, 38)`,
  text: ({ behind, order, slice }) => `SELECT l.owner, l.name, l.manager_group AS "managerGroup", m.rights
    FROM ${MANAGED_BY} LEFT JOIN lease_manager m ON m.location_id = l.id AND m.akey = $1::uuid
    WHERE l.owner <> $1::uuid AND ${behind} ${order} ${slice}`,
});

/** A list of avatars that a location has; `set` and `remove` change no row where it is as wanted already. */
interface List {
  readonly others: Ceiling<[Uuid, Uuid]>;
  readonly set: string;
  readonly remove: string;
}

const ACCESS_LIST: List = {
  others: ceiling({
    name: 'lease-access-of-others',
    things: 'avatars on its list',
    count: 'SELECT count(*)::int AS n FROM lease_access WHERE location_id = $1 AND akey <> $2',
    params: [uuid, uuid],
    full: accessListFull,
  }),
  set: `INSERT INTO lease_access (location_id, akey, kind) VALUES ($1, $2, $3)
    ON CONFLICT (location_id, akey) DO UPDATE SET kind = excluded.kind WHERE lease_access.kind <> excluded.kind`,
  remove: 'DELETE FROM lease_access WHERE location_id = $1 AND akey = $2',
};

const MANAGER_LIST: List = {
  others: ceiling({
    name: 'lease-other-managers',
    things: 'managers',
    count: 'SELECT count(*)::int AS n FROM lease_manager WHERE location_id = $1 AND akey <> $2',
    params: [uuid, uuid],
    full: tooManyManagers,
  }),
  set: `INSERT INTO lease_manager (location_id, akey, rights) VALUES ($1, $2, $3)
    ON CONFLICT (location_id, akey) DO UPDATE SET rights = excluded.rights WHERE lease_manager.rights <> excluded.rights`,
  remove: 'DELETE FROM lease_manager WHERE location_id = $1 AND akey = $2',
};

/** The only place where access lists and managers touch the database. */
export class PeopleStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What the lists say of these avatars. */
  async listed(locationId: Uuid, akeys: readonly Uuid[]): Promise<Listed> {
    const [row] = (await this.#database.pool.query<Listed>({ ...LISTED, values: [locationId, akeys] })).rows;
    if (!row) throw new Error('a statement without a table gave no row');
    return row;
  }

  /** In the order in which they came onto the list; an empty kind is both. */
  access(locationId: Uuid, kind: AccessKind | '', page: Page): Promise<ListedAvatar[]> {
    return ACCESS.read(this.#database.pool, [locationId, kind], page);
  }

  /** Undefined for somebody who is no manager. */
  async rights(locationId: Uuid, akey: Uuid): Promise<readonly Right[] | undefined> {
    return (await this.#database.pool.query<{ rights: Right[] }>({ ...RIGHTS, values: [locationId, akey] })).rows[0]?.rights;
  }

  /** In the order in which they became it. */
  async managers(locationId: Uuid): Promise<{ akey: Uuid; rights: Right[] }[]> {
    return (await this.#database.pool.query<{ akey: Uuid; rights: Right[] }>({ ...MANAGERS, values: [locationId] })).rows;
  }

  /** Where the avatar is a manager, or one of these groups is the manager group, but for locations of their own. */
  managed(akey: Uuid, groups: readonly Uuid[], page: Page): Promise<ManagedRow[]> {
    return MANAGED.read(this.#database.pool, [akey, groups], page);
  }

  /** Undefined takes the avatar off the list; `most` is how many can be on it. Raises lease.access_list_full. */
  setAccess(akey: Uuid, kind: AccessKind | undefined, entry: Entry, most: number): Promise<Outcome> {
    return this.#set(ACCESS_LIST, akey, kind, entry, most);
  }

  /** As `setAccess`; rights stand in one order, or the same ones would be a change. Raises lease.too_many_managers. */
  setManager(akey: Uuid, rights: readonly Right[] | undefined, entry: Entry, most: number): Promise<Outcome> {
    return this.#set(MANAGER_LIST, akey, rights, entry, most);
  }

  /** Writes the entry where it changes anything. */
  #set(list: List, akey: Uuid, value: unknown, entry: Entry, most: number): Promise<Outcome> {
    const { locationId } = entry;
    return this.#database.transaction(async (client) => {
      const location = await lockLocation(client, locationId);
      if (!location) return 'gone';
      if (value !== undefined) await list.others.mustHaveRoom(client, most, JSON.stringify(location.name), locationId, akey);
      const { rowCount } =
        value === undefined ? await client.query(list.remove, [locationId, akey]) : await client.query(list.set, [locationId, akey, value]);
      if (rowCount === 1) await writeEntry(client, entry);
      return 'done';
    });
  }
}
