import { array, ceiling, type Database, keyOf, nullable, oneOf, pagedList, present, statement, text, uuid } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type AvatarKey, type GroupKey, nameKey, type Page, type Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { noSuchLocation } from '../errors.ts';
import { writeRecord } from '../history/records.ts';
import { lockLocation } from '../locations/store.ts';
import { type Location, MANAGER_RIGHTS, type ManagerRight } from '../model.ts';
import { tooManyManagers } from './errors.ts';

/** Somebody who may do something at a location without owning it. */
export interface Manager {
  readonly akey: AvatarKey;
  readonly rights: readonly ManagerRight[];
}

/** A location that an avatar may do something at without owning it. */
export interface ManagedLocation {
  readonly owner: AvatarKey;
  readonly name: string;
  readonly rights: readonly ManagerRight[];
}

export const MAX_MANAGERS = 100;

/** How many of an avatar's groups are looked through for locations that they manage: those that it joined first. */
const MAX_GROUPS = 1_000;

/** What officers of the manager group may do: a group's officers are made by other officers, and the terms are the owner's. */
const OFFICERS: readonly ManagerRight[] = MANAGER_RIGHTS.filter((right) => right !== 'settings');

const rights = array(oneOf<ManagerRight>());

/** Every call of a manager asks it. */
const RIGHTS = statement({
  name: 'lease-rights',
  text: 'SELECT rights FROM lease_manager WHERE location_id = $1 AND akey = $2',
  params: [uuid, uuid],
  row: { rights: present(rights) },
});

const MANAGED_BY = `(SELECT location_id FROM lease_manager WHERE akey = $1::uuid
    UNION SELECT id FROM lease_location WHERE manager_group = ANY($2::uuid[]) AND name_key IS NOT NULL) AS mine
  JOIN lease_location l ON l.id = mine.location_id`;
const MANAGED = pagedList({
  name: 'lease-managed',
  params: [uuid, array(uuid)],
  row: { owner: keyOf<AvatarKey>(), name: text, managerGroup: nullable(keyOf<GroupKey>()), rights: nullable(rights) },
  after: text,
  order: ['l.owner', 'l.name_key COLLATE "C"'],
  // By owner and name: a key, a slash, and the name as it is compared.
  place: (after) => `${MANAGED_BY} WHERE l.owner = left(${after}::text, 36)::uuid AND l.name_key = substr(${after}::text, 38)`,
  text: ({ behind, order, slice }) => `SELECT l.owner, l.name, l.manager_group AS "managerGroup", m.rights
    FROM ${MANAGED_BY} LEFT JOIN lease_manager m ON m.location_id = l.id AND m.akey = $1::uuid
    WHERE l.owner <> $1::uuid AND ${behind} ${order} ${slice}`,
});

const CEILING = ceiling({
  name: 'lease-other-managers',
  things: 'managers',
  count: 'SELECT count(*)::int AS n FROM lease_manager WHERE location_id = $1 AND akey <> $2',
  params: [uuid, uuid],
  full: tooManyManagers,
});

/** No row where it is so already. The database's clock gives the order of the list: Client would take the server's. */
const SET = statement({
  name: 'lease-manager-set',
  text: `INSERT INTO lease_manager (location_id, akey, rights) VALUES ($1, $2, $3)
    ON CONFLICT (location_id, akey) DO UPDATE SET rights = excluded.rights WHERE lease_manager.rights <> excluded.rights`,
  params: [uuid, uuid, rights],
});

/** Who may do what at a location beside its owner. */
export class Managers {
  readonly #database: Database;
  readonly #groups: Groups;

  constructor(database: Database, groups: Groups) {
    this.#database = database;
    this.#groups = groups;
  }

  /** Whether an avatar may do all of this here by being a manager, or in the manager group. */
  async mayDo(
    { id, managerGroup }: Pick<Location, 'id' | 'managerGroup'>,
    akey: AvatarKey,
    wanted: readonly ManagerRight[],
  ): Promise<boolean> {
    const own = (await RIGHTS.first(this.#database.pool, id, akey))?.rights ?? [];
    const left = wanted.filter((right) => !own.includes(right));
    if (left.length === 0) return true;
    if (managerGroup === null || !left.every((right) => OFFICERS.includes(right))) return false;
    return left.every((right) => right === 'see') ? this.#groups.isMember(managerGroup, akey) : this.#groups.isOfficer(managerGroup, akey);
  }

  /** Who may do anything may look; without rights the avatar is no manager. Raises lease.too_many_managers and lease.unknown_location. */
  set({ id, owner, name }: Location, actor: AvatarKey, akey: AvatarKey, wanted: readonly ManagerRight[]): Promise<void> {
    // In one order, or the same rights would be a change.
    const rights = wanted.length > 0 ? MANAGER_RIGHTS.filter((right) => right === 'see' || wanted.includes(right)) : undefined;
    const detail = rights?.join(' ') ?? 'no manager any more';
    return this.#database.transaction(async (client) => {
      const location = await lockLocation(client, id);
      if (!location) throw noSuchLocation(owner, name);
      const isChanged = rights ? await this.#put(client, location, { akey, rights }) : await this.#remove(client, id, akey);
      if (isChanged) await writeRecord(client, { locationId: id, type: 'manager', akey, actor, detail });
    });
  }

  /** In the order in which they became it. */
  async list({ id }: Pick<Location, 'id'>): Promise<Manager[]> {
    const managers = await this.#database.prisma.leaseManager.findMany({
      select: { akey: true, rights: true },
      where: { locationId: id },
      orderBy: [{ createdAt: 'asc' }, { akey: 'asc' }],
    });
    return managers.map(({ akey, rights }) => ({ akey, rights: MANAGER_RIGHTS.filter((right) => rights.includes(right)) }));
  }

  /**
   * Where an avatar is a manager or in the manager group, but for locations of their own, in the order of owners and names. A page
   * begins behind the owner's key, a slash and the name of a location.
   */
  async managed(akey: AvatarKey, { after, ...range }: Page): Promise<ManagedLocation[]> {
    const memberships = await this.#groups.listMemberships(akey, { offset: 0, limit: MAX_GROUPS });
    const byGroup = new Map(memberships.map(({ group, officer }) => [group.gkey, officer ? OFFICERS : (['see'] as const)]));
    const page = after ? { ...range, after: { ...after, id: after.id.slice(0, 37) + nameKey(after.id.slice(37)) } } : range;
    const rows = await MANAGED.read(this.#database.pool, [akey, [...byGroup.keys()]], page);
    return rows.map(({ owner, name, rights, managerGroup }) => {
      const all = [...(rights ?? []), ...((managerGroup && byGroup.get(managerGroup)) || [])];
      return { owner, name, rights: MANAGER_RIGHTS.filter((right) => all.includes(right)) };
    });
  }

  async #put(client: PoolClient, { id, name }: Location, { akey, rights }: Manager): Promise<boolean> {
    await CEILING.mustHaveRoom(client, MAX_MANAGERS, JSON.stringify(name), id, akey);
    return (await SET.run(client, id, akey, rights)) > 0;
  }

  #remove(client: PoolClient, locationId: Uuid, akey: AvatarKey): Promise<boolean> {
    return this.#database.join(client, async (prisma) => (await prisma.leaseManager.deleteMany({ where: { locationId, akey } })).count > 0);
  }
}
