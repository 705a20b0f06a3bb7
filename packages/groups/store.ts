import {
  array,
  bool,
  ceiling,
  type Database,
  int4,
  lockOwner,
  numeric,
  type Prisma,
  pagedList,
  type Queryable,
  statement,
  text,
  uuid,
} from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import { tooManyGroups } from './errors.ts';
import type { Change, Group, Member, Membership } from './model.ts';

/** A transaction of the caller's. */
export type Within = Pick<Database['pool'], 'query'>;

export type Naming = 'done' | 'taken' | 'gone';

const GROUP = { gkey: uuid, name: text, creator: uuid };
const GROUP_FIELDS = { gkey: true, name: true, creator: true } as const;

const FIND = statement({
  name: 'groups-find',
  text: 'SELECT gkey, name, creator FROM avatar_group WHERE gkey = $1 AND dissolved_at IS NULL',
  params: [uuid],
  row: GROUP,
});

const CREATED = statement({
  name: 'groups-created',
  text: `SELECT gkey, name, creator FROM avatar_group WHERE creator = $1 AND name_key IS NOT NULL
         ORDER BY name_key COLLATE "C" OFFSET $2::int LIMIT $3::int`,
  params: [uuid, int4, int4],
  row: GROUP,
});

const MEMBER = statement({
  name: 'groups-member',
  text: 'SELECT officer FROM group_member WHERE gkey = $1 AND akey = $2',
  params: [uuid, uuid],
  row: { officer: bool },
});

const MEMBERS = statement({
  name: 'groups-members',
  text: 'SELECT akey, weight, officer FROM group_member WHERE gkey = $1 ORDER BY joined_at, akey',
  params: [uuid],
  row: { akey: uuid, weight: numeric, officer: bool },
});

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
const LOCK = statement({
  name: 'groups-lock',
  text: 'SELECT gkey FROM avatar_group WHERE gkey = $1 AND dissolved_at IS NULL FOR NO KEY UPDATE',
  params: [uuid],
  row: { gkey: uuid },
});

/** What one creator calls groups, and how many there are, is decided by one call at a time. */
const LOCKED = 'groups';

const CEILING = ceiling({
  name: 'groups-of-creator',
  things: 'groups',
  count: 'SELECT count(*)::int AS n FROM avatar_group WHERE creator = $1 AND name_key IS NOT NULL',
  params: [uuid],
  full: tooManyGroups,
});

const DISSOLVE = statement({
  name: 'groups-dissolve',
  text: `WITH gone AS (DELETE FROM group_member WHERE gkey = $1)
         UPDATE avatar_group SET name_key = NULL, dissolved_at = now() WHERE gkey = $1`,
  params: [uuid],
});

const WRITE_MEMBERS = statement({
  name: 'groups-write-members',
  text: `INSERT INTO group_member (gkey, akey, weight, officer)
         SELECT $1::uuid, * FROM unnest($2::uuid[], $3::numeric[], $4::boolean[])
         ON CONFLICT (gkey, akey) DO UPDATE SET weight = excluded.weight, officer = excluded.officer`,
  params: [uuid, array(uuid), array(numeric), array(bool)],
});

const REMOVE_MEMBERS = statement({
  name: 'groups-remove-members',
  text: 'DELETE FROM group_member WHERE gkey = $1 AND akey = ANY ($2)',
  params: [uuid, array(uuid)],
});

/** The only place where this slice touches the database. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(gkey: Uuid): Promise<Group | undefined> {
    return FIND.first(this.#database.pool, gkey);
  }

  async isDissolved(gkey: Uuid): Promise<boolean> {
    return (await this.#database.prisma.group.count({ where: { gkey, dissolvedAt: { not: null } } })) > 0;
  }

  async findByName(creator: Uuid, nameKey: string): Promise<Group | undefined> {
    return (await groupOf(this.#database.prisma, creator, nameKey)) ?? undefined;
  }

  /** In the order of their names. */
  created(creator: Uuid, offset: number, limit: number): Promise<Group[]> {
    return CREATED.all(this.#database.pool, creator, offset, limit);
  }

  member(gkey: Uuid, akey: Uuid): Promise<{ officer: boolean } | undefined> {
    return MEMBER.first(this.#database.pool, gkey, akey);
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
      return this.#database.join(client, async (prisma) => {
        if (await groupOf(prisma, creator, nameKey)) return 'taken';
        await CEILING.mustHaveRoom(client, most, creator, creator);
        const members = { create: { akey: creator, weight: 1, officer: true } };
        await prisma.group.create({ data: { gkey, creator, name, nameKey, members } });
        return 'done';
      });
    });
  }

  /** Nothing is changed where `check`, which sees the members and may run several times, throws. */
  rename({ gkey, creator }: Group, name: string, nameKey: string, check: (members: readonly Member[]) => void): Promise<Naming> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, creator);
      if (!(await this.lock(gkey, client))) return 'gone';
      check(await membersOf(client, gkey));
      return this.#database.join(client, async (prisma) => {
        const other = await groupOf(prisma, creator, nameKey);
        if (other && other.gkey !== gkey) return 'taken';
        await prisma.group.update({ where: { gkey }, data: { name, nameKey } });
        return 'done';
      });
    });
  }

  /** False where it was not there any more. Nothing is changed where `check`, which may run several times, throws. */
  dissolve(gkey: Uuid, check: (within: Within) => Promise<void>): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      if (!(await this.lock(gkey, client))) return false;
      await check(client);
      await DISSOLVE.run(client, gkey);
      return true;
    });
  }

  /** In the caller's transaction. */
  async lock(gkey: Uuid, within: Queryable): Promise<boolean> {
    return (await LOCK.run(within, gkey)) === 1;
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
      if (left.length > 0) await REMOVE_MEMBERS.run(client, gkey, left.map(akeyOf));
      if (written.length > 0) {
        await WRITE_MEMBERS.run(
          client,
          gkey,
          written.map(akeyOf),
          written.map(({ weight }) => weight),
          written.map(({ officer }) => officer),
        );
      }
      return result;
    });
  }
}

function groupOf(prisma: Prisma.TransactionClient, creator: Uuid, nameKey: string): Promise<Group | null> {
  return prisma.group.findUnique({ where: { creator_nameKey: { creator, nameKey } }, select: GROUP_FIELDS });
}

async function membersOf(on: Queryable, gkey: Uuid): Promise<Member[]> {
  return (await MEMBERS.all(on, gkey)).map((row) => ({ ...row, weight: BigInt(row.weight) }));
}

function akeyOf({ akey }: Member): Uuid {
  return akey;
}

function isSame(a: Member, b: Member | undefined): boolean {
  return a.weight === b?.weight && a.officer === b.officer;
}
