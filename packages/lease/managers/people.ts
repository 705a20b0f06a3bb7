import { nameKey } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Page, Uuid } from '@scrip/kernel';
import { type Admission, admissionOf, type Listed, type Membership } from '../access/admission.ts';
import { noSuchLocation } from '../errors.ts';
import { type Location, MANAGER_RIGHTS, type Right } from '../model.ts';
import { type AccessKind, type ListedAvatar, type Outcome, PeopleStore } from './store.ts';

/** A location that an avatar may do something at without owning it. */
export interface Managed {
  readonly owner: Uuid;
  readonly location: string;
  readonly rights: readonly Right[];
}

export const MAX_LISTED = 1_000;
export const MAX_MANAGERS = 100;

/** How many of an avatar's groups are looked through for locations that they manage: those that it joined first. */
const MAX_GROUPS = 1_000;

/** What officers of the manager group may do: a group's officers are made by other officers, and the terms are the owner's. */
const OFFICERS: readonly Right[] = MANAGER_RIGHTS.filter((right) => right !== 'settings');

/** Who may rent at a location, and who may do what there beside its owner. */
export class People {
  readonly #store: PeopleStore;
  readonly #groups: Groups;

  constructor(database: Database, groups: Groups) {
    this.#store = new PeopleStore(database);
    this.#groups = groups;
  }

  /** Whether an avatar may rent here. */
  async admission(location: Pick<Location, 'id' | 'tenantGroup'>, akey: Uuid): Promise<Admission> {
    return admissionOf(await this.listed(location, [akey]), akey, await this.membership(location, akey));
  }

  /** What the lists say of these avatars. */
  listed({ id }: Pick<Location, 'id'>, akeys: readonly Uuid[]): Promise<Listed> {
    return this.#store.listed(id, akeys);
  }

  /** In the tenant group. */
  async membership({ tenantGroup }: Pick<Location, 'tenantGroup'>, akey: Uuid): Promise<Membership> {
    if (tenantGroup === null) return 'open';
    return (await this.#groups.isMember(tenantGroup, akey)) ? 'member' : 'stranger';
  }

  /** Whether not everybody may rent here who is not banned. */
  async isRestricted({ id, tenantGroup }: Pick<Location, 'id' | 'tenantGroup'>): Promise<boolean> {
    return tenantGroup !== null || (await this.#store.access(id, 'allow', { offset: 0, limit: 1 })).length > 0;
  }

  /** Whether an avatar may do all of this here by being a manager, or in the manager group. */
  async may({ id, managerGroup }: Pick<Location, 'id' | 'managerGroup'>, akey: Uuid, rights: readonly Right[]): Promise<boolean> {
    const own = (await this.#store.rights(id, akey)) ?? [];
    const left = rights.filter((right) => !own.includes(right));
    if (left.length === 0) return true;
    if (managerGroup === null || !left.every((right) => OFFICERS.includes(right))) return false;
    return left.every((right) => right === 'see') ? this.#groups.isMember(managerGroup, akey) : this.#groups.isOfficer(managerGroup, akey);
  }

  /** Raises lease.access_list_full and lease.unknown_location. */
  async setAccess(location: Location, actor: Uuid, akey: Uuid, kind: AccessKind | 'none'): Promise<void> {
    const detail = kind === 'none' ? 'off the list' : kind === 'ban' ? 'banned' : 'allowed';
    const entry = { locationId: location.id, type: 'access', akey, actor, detail } as const;
    const outcome = await this.#store.setAccess(akey, kind === 'none' ? undefined : kind, entry, MAX_LISTED);
    mustBeThere(outcome, location);
  }

  /** In the order in which they came onto the list; an empty kind is both. */
  access({ id }: Pick<Location, 'id'>, kind: AccessKind | '', page: Page): Promise<ListedAvatar[]> {
    return this.#store.access(id, kind, page);
  }

  /** Who may do anything may look; without rights the avatar is no manager. Raises lease.too_many_managers and lease.unknown_location. */
  async setManager(location: Location, actor: Uuid, akey: Uuid, wanted: readonly Right[]): Promise<void> {
    const rights = wanted.length > 0 ? MANAGER_RIGHTS.filter((right) => right === 'see' || wanted.includes(right)) : undefined;
    const entry = { locationId: location.id, type: 'manager', akey, actor, detail: rights?.join(' ') ?? 'no manager any more' } as const;
    const outcome = await this.#store.setManager(akey, rights, entry, MAX_MANAGERS);
    mustBeThere(outcome, location);
  }

  /** In the order in which they became it. */
  managers({ id }: Pick<Location, 'id'>): Promise<{ akey: Uuid; rights: readonly Right[] }[]> {
    return this.#store.managers(id);
  }

  /**
   * Where an avatar is a manager or in the manager group, in the order of owners and names. A page begins behind the owner's key, a
   * slash and the name of a location.
   */
  async managed(akey: Uuid, { after, ...range }: Page): Promise<Managed[]> {
    const memberships = await this.#groups.listMemberships(akey, { offset: 0, limit: MAX_GROUPS });
    const byGroup = new Map(memberships.map(({ group, officer }) => [group.gkey, officer ? OFFICERS : (['see'] as const)]));
    const page = after ? { ...range, after: { ...after, id: after.id.slice(0, 37) + nameKey(after.id.slice(37)) } } : range;
    const rows = await this.#store.managed(akey, [...byGroup.keys()], page);
    return rows.map(({ owner, name, rights, managerGroup }) => {
      const all = [...(rights ?? []), ...((managerGroup && byGroup.get(managerGroup)) || [])];
      return { owner, location: name, rights: MANAGER_RIGHTS.filter((right) => all.includes(right)) };
    });
  }
}

function mustBeThere(outcome: Outcome, location: Location): void {
  if (outcome === 'gone') throw noSuchLocation(location.owner, location.name);
}
