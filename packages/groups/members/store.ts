import { array, bool, type Database, keyOf, numeric, pagedList, type Queryable, statement, text, uuid } from '@scrip/database';
import type { AvatarKey, GroupKey, Page } from '@scrip/kernel';
import { lockGroup } from '../lock.ts';
import type { Group, Member } from '../model.ts';
import type { Change } from './changes.ts';

/** A group, seen from one of its members. */
export interface Membership extends Group {
  readonly weight: bigint;
  /** Of all members' weights. */
  readonly sum: bigint;
  readonly officer: boolean;
}

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
  row: { akey: keyOf<AvatarKey>(), weight: numeric, officer: bool },
});

const MEMBERSHIPS = pagedList({
  name: 'groups-memberships',
  params: [uuid],
  row: { gkey: keyOf<GroupKey>(), name: text, creator: keyOf<AvatarKey>(), weight: numeric, officer: bool, sum: numeric },
  after: uuid,
  order: ['m.joined_at', 'm.gkey'],
  place: (after) => `group_member m WHERE m.akey = $1 AND m.gkey = ${after}`,
  text: ({ behind, order, slice }) => `SELECT g.gkey, g.name, g.creator, m.weight, m.officer,
      (SELECT sum(weight) FROM group_member WHERE gkey = m.gkey) AS sum
    FROM group_member m JOIN avatar_group g USING (gkey) WHERE m.akey = $1 AND ${behind} ${order} ${slice}`,
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

/** Keeps who is in which group. */
export class MemberStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(gkey: GroupKey, akey: AvatarKey): Promise<{ officer: boolean } | undefined> {
    return MEMBER.first(this.#database.pool, gkey, akey);
  }

  /** In the order in which they joined. */
  list(gkey: GroupKey): Promise<Member[]> {
    return readMembers(this.#database.pool, gkey);
  }

  /** The groups that an avatar is in, in the order in which it joined them. */
  async memberships(akey: AvatarKey, page: Page): Promise<Membership[]> {
    const rows = await MEMBERSHIPS.read(this.#database.pool, [akey], page);
    return rows.map((row) => ({ ...row, weight: BigInt(row.weight), sum: BigInt(row.sum) }));
  }

  /**
   * Writes what `decide` makes of the members, as one step among all changes of the group: what it sees is what holds when
   * the change is written. Undefined where the group is not there. `decide` may run several times; `done` is the last of the
   * same transaction.
   */
  change<T>(
    gkey: GroupKey,
    decide: (members: readonly Member[]) => Change<T>,
    done: (client: Queryable, result: T) => Promise<void>,
  ): Promise<T | undefined> {
    return this.#database.transaction(async (client) => {
      if (!(await lockGroup(client, gkey))) return undefined;
      const before = await readMembers(client, gkey);
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
      await done(client, result);
      return result;
    });
  }
}

/** All members in the order in which they joined, as a pool or the caller's transaction sees them. */
export async function readMembers(on: Queryable, gkey: GroupKey): Promise<Member[]> {
  return (await MEMBERS.all(on, gkey)).map((row) => ({ ...row, weight: BigInt(row.weight) }));
}

function akeyOf({ akey }: Member): AvatarKey {
  return akey;
}

function isSame(a: Member, b: Member | undefined): boolean {
  return a.weight === b?.weight && a.officer === b.officer;
}
