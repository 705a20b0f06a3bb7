import type { Keep } from '@scrip/capability';
import { array, ceiling, type Database, int4, keyOf, lockOwner, type Prisma, statement, text, uuid } from '@scrip/database';
import { type AvatarKey, type GroupKey, nameKeys } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { lockGroup } from '../lock.ts';
import { readMembers } from '../members/store.ts';
import type { Group, Member } from '../model.ts';
import { tooManyGroups } from './errors.ts';

/** Whether a group got its name: `taken` where its creator has another one of this name, `gone` where the group was dissolved. */
export type Naming = 'done' | 'taken' | 'gone';

const GROUP = { gkey: keyOf<GroupKey>(), name: text, creator: keyOf<AvatarKey>() };
const GROUP_FIELDS = { gkey: true, name: true, creator: true } as const;

const FIND = statement({
  name: 'groups-find',
  text: 'SELECT gkey, name, creator FROM avatar_group WHERE gkey = $1 AND dissolved_at IS NULL',
  params: [uuid],
  row: GROUP,
});

const FIND_BY_NAME = statement({
  name: 'groups-find-by-name',
  text: `SELECT gkey, name, creator FROM avatar_group WHERE creator = $1 AND name_key = ANY ($2::text[])
         ORDER BY array_position($2::text[], name_key) LIMIT 1`,
  params: [uuid, array(text)],
  row: GROUP,
});

const CREATED = statement({
  name: 'groups-created',
  text: `SELECT gkey, name, creator FROM avatar_group WHERE creator = $1 AND name_key IS NOT NULL
         ORDER BY name_key COLLATE "C" OFFSET $2::int LIMIT $3::int`,
  params: [uuid, int4, int4],
  row: GROUP,
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

/** Keeps groups: whose they are and what they are called. */
export class GroupStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(gkey: GroupKey): Promise<Group | undefined> {
    return FIND.first(this.#database.pool, gkey);
  }

  async isDissolved(gkey: GroupKey): Promise<boolean> {
    return (await this.#database.prisma.group.count({ where: { gkey, dissolvedAt: { not: null } } })) > 0;
  }

  findByName(creator: AvatarKey, name: string): Promise<Group | undefined> {
    return FIND_BY_NAME.first(this.#database.pool, creator, nameKeys(name));
  }

  /** In the order of their names. */
  listCreated(creator: AvatarKey, offset: number, limit: number): Promise<Group[]> {
    return CREATED.all(this.#database.pool, creator, offset, limit);
  }

  /** A new group of which its creator is the only member; `most` is how many groups one avatar may have. Raises general.too_many_groups. */
  create({ gkey, creator, name }: Group, nameKey: string, most: number, keep: Keep): Promise<Naming> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, creator);
      return this.#database.join(client, async (prisma) => {
        if (await groupNamed(prisma, creator, nameKey)) return 'taken';
        await CEILING.mustHaveRoom(client, most, creator, creator);
        const members = { create: { akey: creator, weight: 1, officer: true } };
        await prisma.group.create({ data: { gkey, creator, name, nameKey, members } });
        await keep(client, gkey);
        return 'done';
      });
    });
  }

  /** Nothing is changed where `check`, which sees the members and may run several times, throws. */
  rename({ gkey, creator }: Group, name: string, nameKey: string, check: (members: readonly Member[]) => void): Promise<Naming> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, creator);
      if (!(await lockGroup(client, gkey))) return 'gone';
      check(await readMembers(client, gkey));
      return this.#database.join(client, async (prisma) => {
        const other = await groupNamed(prisma, creator, nameKey);
        if (other && other.gkey !== gkey) return 'taken';
        await prisma.group.update({ where: { gkey }, data: { name, nameKey } });
        return 'done';
      });
    });
  }

  /** False where it was not there any more. Nothing is changed where `check`, which may run several times, throws. */
  dissolve(gkey: GroupKey, check: (client: PoolClient) => Promise<void>): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      if (!(await lockGroup(client, gkey))) return false;
      await check(client);
      await DISSOLVE.run(client, gkey);
      return true;
    });
  }
}

function groupNamed(prisma: Prisma.TransactionClient, creator: AvatarKey, nameKey: string): Promise<Group | null> {
  return prisma.group.findUnique({ where: { creator_nameKey: { creator, nameKey } }, select: GROUP_FIELDS });
}
