import { array, ceiling, type Database, enumOf, keyOf, pagedList, statement, text, uuid } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { AvatarKey, Page, Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { noSuchLocation } from '../errors.ts';
import { writeRecord } from '../history/records.ts';
import { lockLocation } from '../locations/store.ts';
import type { Location } from '../model.ts';
import { type Admission, admissionOf, LISTED, type Listed, listedColumns, type Membership } from './admission.ts';
import { accessListFull } from './errors.ts';

const ACCESS_KINDS = ['ban', 'allow'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** Somebody on the access list of a location. */
export interface ListedAvatar {
  readonly akey: AvatarKey;
  readonly kind: AccessKind;
}

export const MAX_LISTED = 1_000;

/** Quotes and offers ask it. */
const LISTED_HERE = statement({
  name: 'lease-listed',
  text: `SELECT ${listedColumns('$1', '$2::uuid[]')}`,
  params: [uuid, array(uuid)],
  row: LISTED,
});

const LIST = pagedList({
  name: 'lease-access',
  params: [uuid, text],
  row: { akey: keyOf<AvatarKey>(), kind: enumOf('lease_access_kind', ACCESS_KINDS) },
  after: uuid,
  order: ['created_at', 'akey'],
  place: (after) => `lease_access WHERE location_id = $1 AND akey = ${after}`,
  text: ({ behind, order, slice }) =>
    `SELECT akey, kind FROM lease_access WHERE location_id = $1 AND ($2 = '' OR kind::text = $2) AND ${behind} ${order} ${slice}`,
});

const CEILING = ceiling({
  name: 'lease-access-of-others',
  things: 'avatars on its list',
  count: 'SELECT count(*)::int AS n FROM lease_access WHERE location_id = $1 AND akey <> $2',
  params: [uuid, uuid],
  full: accessListFull,
});

/** No row where it is so already. The database's clock gives the order of the list: Client would take the server's. */
const SET = statement({
  name: 'lease-access-set',
  text: `INSERT INTO lease_access (location_id, akey, kind) VALUES ($1, $2, $3)
    ON CONFLICT (location_id, akey) DO UPDATE SET kind = excluded.kind WHERE lease_access.kind <> excluded.kind`,
  params: [uuid, uuid, enumOf('lease_access_kind', ACCESS_KINDS)],
});

/** Who may rent at a location. */
export class Access {
  readonly #database: Database;
  readonly #groups: Groups;

  constructor(database: Database, groups: Groups) {
    this.#database = database;
    this.#groups = groups;
  }

  /** Whether an avatar may rent here. */
  async admission(location: Pick<Location, 'id' | 'tenantGroup'>, akey: AvatarKey): Promise<Admission> {
    return admissionOf(await this.listed(location, [akey]), akey, await this.membership(location, akey));
  }

  /** What the lists say of these avatars. */
  async listed({ id }: Pick<Location, 'id'>, akeys: readonly AvatarKey[]): Promise<Listed> {
    const listed = await LISTED_HERE.first(this.#database.pool, id, akeys);
    if (!listed) throw new Error('a statement without a table gave no row');
    return listed;
  }

  /** In the tenant group. */
  async membership({ tenantGroup }: Pick<Location, 'tenantGroup'>, akey: AvatarKey): Promise<Membership> {
    if (tenantGroup === null) return 'open';
    return (await this.#groups.isMember(tenantGroup, akey)) ? 'member' : 'stranger';
  }

  /** Whether not everybody may rent here who is not banned. */
  async isRestricted(location: Pick<Location, 'id' | 'tenantGroup'>): Promise<boolean> {
    return location.tenantGroup !== null || (await this.listed(location, [])).isByList;
  }

  /** Bans an avatar, allows it, or takes it off the list. Raises lease.access_list_full and lease.unknown_location. */
  set({ id, owner, name }: Location, actor: AvatarKey, akey: AvatarKey, kind: AccessKind | 'none'): Promise<void> {
    const detail = kind === 'none' ? 'off the list' : kind === 'ban' ? 'banned' : 'allowed';
    return this.#database.transaction(async (client) => {
      const location = await lockLocation(client, id);
      if (!location) throw noSuchLocation(owner, name);
      const isChanged = kind === 'none' ? await this.#remove(client, id, akey) : await this.#put(client, location, akey, kind);
      if (isChanged) await writeRecord(client, { locationId: id, type: 'access', akey, actor, detail });
    });
  }

  /** In the order in which they came onto the list; an empty kind is both. */
  list({ id }: Pick<Location, 'id'>, kind: AccessKind | '', page: Page): Promise<ListedAvatar[]> {
    return LIST.read(this.#database.pool, [id, kind], page);
  }

  async #put(client: PoolClient, { id, name }: Location, akey: AvatarKey, kind: AccessKind): Promise<boolean> {
    await CEILING.mustHaveRoom(client, MAX_LISTED, JSON.stringify(name), id, akey);
    return (await SET.run(client, id, akey, kind)) > 0;
  }

  #remove(client: PoolClient, locationId: Uuid, akey: AvatarKey): Promise<boolean> {
    return this.#database.join(client, async (prisma) => (await prisma.leaseAccess.deleteMany({ where: { locationId, akey } })).count > 0);
  }
}
