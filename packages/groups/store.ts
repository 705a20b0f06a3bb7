import { bool, ceiling, type Database, lockOwner, numeric, pagedList, text, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import { tooManyGroups } from './errors.ts';
import type { Change, Group, Member, Membership } from './model.ts';

/** A transaction of the caller's. */
export type Within = Pick<Database['pool'], 'query'>;

export type Naming = 'done' | 'taken' | 'gone';

/** A row as the driver reads it: NUMERIC is text. */
type AsText<T> = { [K in keyof T]: T[K] extends bigint ? string : T[K] };

const FIND = { name: 'groups-find', text: 'SELECT gkey, name, creator FROM avatar_group WHERE gkey = $1 AND dissolved_at IS NULL' };

const IS_DISSOLVED = {
  name: 'groups-is-dissolved',
  text: 'SELECT 1 FROM avatar_group WHERE gkey = $1 AND dissolved_at IS NOT NULL',
};

const FIND_BY_NAME = {
  name: 'groups-find-by-name',
  text: 'SELECT gkey, name, creator FROM avatar_group WHERE creator = $1 AND name_key = $2',
};

const CREATED = {
  name: 'groups-created',
  text: `SELECT gkey, name, creator FROM avatar_group WHERE creator = $1 AND name_key IS NOT NULL
         ORDER BY name_key COLLATE "C" OFFSET $2::int LIMIT $3::int`,
};

const MEMBER = { name: 'groups-member', text: 'SELECT officer FROM group_member WHERE gkey = $1 AND akey = $2' };

const MEMBERS = {
  name: 'groups-members',
  text: 'SELECT akey, weight, officer FROM group_member WHERE gkey = $1 ORDER BY joined_at, akey',
};

const MEMBERSHIPS = pagedList({
  name: 'groups-memberships',
  params: [uuid],
  row: { gkey: uuid, name: text, creator: uuid, weight: numeric, officer: bool, sum: numeric },
  after: uuid,
  order: ['m.joined_at', 'm.gkey'],
  place: (after) => `group_member m WHERE m.akey = $1 AND m.gkey = ${after}`,
  text: ({ behind, order, slice }) => `SELECT g.gkey, g.name, g.creator, m.weight, m.officer,
      (SELECT sum(weight) FROM group_member WHERE gkey = m.gkey) AS sum
    FROM group_member m JOIN avatar_group g USING (gkey) WHERE m.akey = $1 AND ${behind} ${order} ${slice}`,
});

/** Changes of one group wait for each other here, in whichever server; a dissolved group is not there. */
const LOCK = 'SELECT gkey FROM avatar_group WHERE gkey = $1 AND dissolved_at IS NULL FOR NO KEY UPDATE';

/** What one creator calls groups, and how many there are, is decided by one call at a time. */
const LOCKED = 'groups';

const INSERT = 'INSERT INTO avatar_group (gkey, creator, name, name_key) VALUES ($1, $2, $3, $4)';

const CEILING = ceiling({
  name: 'groups-of-creator',
  things: 'groups',
  count: 'SELECT count(*)::int AS n FROM avatar_group WHERE creator = $1 AND name_key IS NOT NULL',
  params: [uuid],
  full: tooManyGroups,
});

const RENAME = 'UPDATE avatar_group SET name = $2, name_key = $3 WHERE gkey = $1';

const DISSOLVE = 'UPDATE avatar_group SET name_key = NULL, dissolved_at = now() WHERE gkey = $1';

const WRITE_MEMBERS = `INSERT INTO group_member (gkey, akey, weight, officer)
  SELECT $1::uuid, * FROM unnest($2::uuid[], $3::numeric[], $4::boolean[])
  ON CONFLICT (gkey, akey) DO UPDATE SET weight = excluded.weight, officer = excluded.officer`;

/** The only place where this slice touches the database. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(gkey: Uuid): Promise<Group | undefined> {
    return (await this.#database.pool.query<Group>({ ...FIND, values: [gkey] })).rows[0];
  }

  async isDissolved(gkey: Uuid): Promise<boolean> {
    return (await this.#database.pool.query({ ...IS_DISSOLVED, values: [gkey] })).rows.length > 0;
  }

  async findByName(creator: Uuid, nameKey: string): Promise<Group | undefined> {
    return (await this.#database.pool.query<Group>({ ...FIND_BY_NAME, values: [creator, nameKey] })).rows[0];
  }

  /** In the order of their names. */
  async created(creator: Uuid, offset: number, limit: number): Promise<Group[]> {
    return (await this.#database.pool.query<Group>({ ...CREATED, values: [creator, offset, limit] })).rows;
  }

  async member(gkey: Uuid, akey: Uuid): Promise<{ officer: boolean } | undefined> {
    return (await this.#database.pool.query<{ officer: boolean }>({ ...MEMBER, values: [gkey, akey] })).rows[0];
  }

  /** In the order in which they joined. */
  members(gkey: Uuid): Promise<Member[]> {
    return membersOf(this.#database.pool, gkey);
  }

  /** The groups that an avatar is in, in the order in which it joined them. */
  async memberships(akey: Uuid, page: Page): Promise<Membership[]> {
    const rows = await MEMBERSHIPS.read(this.#database.pool, [akey], page);
    return rows.map((row) => ({ ...row, weight: BigInt(row.weight), sum: BigInt(row.sum) }));
  }

  /** A new group of which its creator is the only member; `most` is how many groups one avatar may have. Raises general.too_many_groups. */
  create({ gkey, creator, name }: Group, nameKey: string, most: number): Promise<Naming> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, creator);
      const { rows } = await client.query({ ...FIND_BY_NAME, values: [creator, nameKey] });
      if (rows.length > 0) return 'taken';
      await CEILING.mustHaveRoom(client, most, creator, creator);
      await client.query(INSERT, [gkey, creator, name, nameKey]);
      await client.query(WRITE_MEMBERS, [gkey, [creator], ['1'], [true]]);
      return 'done';
    });
  }

  /** Nothing is changed where `check`, which sees the members and may run several times, throws. */
  rename({ gkey, creator }: Group, name: string, nameKey: string, check: (members: readonly Member[]) => void): Promise<Naming> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, creator);
      if (!(await this.lock(gkey, client))) return 'gone';
      check(await membersOf(client, gkey));
      const { rows } = await client.query<Group>({ ...FIND_BY_NAME, values: [creator, nameKey] });
      if (rows.some((other) => other.gkey !== gkey)) return 'taken';
      await client.query(RENAME, [gkey, name, nameKey]);
      return 'done';
    });
  }

  /** False where it was not there any more. Nothing is changed where `check`, which may run several times, throws. */
  dissolve(gkey: Uuid, check: (within: Within) => Promise<void>): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      if (!(await this.lock(gkey, client))) return false;
      await check(client);
      await client.query(DISSOLVE, [gkey]);
      await client.query('DELETE FROM group_member WHERE gkey = $1', [gkey]);
      return true;
    });
  }

  /** In the caller's transaction. */
  async lock(gkey: Uuid, within: Within): Promise<boolean> {
    const { rowCount } = await within.query(LOCK, [gkey]);
    return rowCount === 1;
  }

  /**
   * Puts what `decide` makes of the members in their place, as one step among all changes of the group: what it sees is
   * what holds when the change is written. Undefined where the group is not there. `decide` may run several times.
   */
  change<T>(gkey: Uuid, decide: (members: readonly Member[]) => Change<T>): Promise<T | undefined> {
    return this.#database.transaction(async (client) => {
      if (!(await this.lock(gkey, client))) return undefined;
      const before = await membersOf(client, gkey);
      const { members, result } = decide(before);
      const known = new Map(before.map((member) => [member.akey, member]));
      const staying = new Set(members.map(akeyOf));
      const written = members.filter((member) => !isSame(member, known.get(member.akey)));
      const left = before.filter(({ akey }) => !staying.has(akey));
      if (left.length > 0) await client.query('DELETE FROM group_member WHERE gkey = $1 AND akey = ANY ($2)', [gkey, left.map(akeyOf)]);
      if (written.length > 0) {
        const columns = [written.map(akeyOf), written.map(({ weight }) => String(weight)), written.map(({ officer }) => officer)];
        await client.query(WRITE_MEMBERS, [gkey, ...columns]);
      }
      return result;
    });
  }
}

async function membersOf(on: Within, gkey: Uuid): Promise<Member[]> {
  const { rows } = await on.query<AsText<Member>>({ ...MEMBERS, values: [gkey] });
  return rows.map((row) => ({ ...row, weight: BigInt(row.weight) }));
}

function akeyOf({ akey }: Member): Uuid {
  return akey;
}

function isSame(a: Member, b: Member | undefined): boolean {
  return a.weight === b?.weight && a.officer === b.officer;
}
