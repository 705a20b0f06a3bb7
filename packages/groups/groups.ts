import { type Avatars, nameKey } from '@scrip/avatars';
import { type Capabilities, forbidden } from '@scrip/capability';
import type { Database } from '@scrip/database';
import { isUuid, newId, type Page, type Uuid } from '@scrip/kernel';
import type { Range } from '@scrip/rpc';
import { groupInUse, groupNameTaken, noSuchGroup, unknownGroup } from './errors.ts';
import { add, addAll, remove, sharesOf } from './members/changes.ts';
import { percentage, percentages } from './members/shares.ts';
import type { Change, Group, Member } from './model.ts';
import { AUTO, checkGroupName, ratioOf } from './rules.ts';
import { type Naming, Store, type Within } from './store.ts';

export interface ListedMember {
  readonly akey: Uuid;
  /** To the sixth decimal; those of all members sum to 100. */
  readonly percent: number;
  readonly officer: boolean;
}

export interface ListedMembership {
  readonly group: Group;
  /** To the sixth decimal. */
  readonly percent: number;
  readonly officer: boolean;
}

/**
 * Says why a group can't be dissolved, or undefined where nothing stands against it. Asked in the transaction of the
 * dissolution, in which the group is locked: what the check writes there stands or falls with it.
 */
export type DissolveCheck = (gkey: Uuid, within: Within) => Promise<string | undefined>;

/**
 * Groups, for their own procedures and for other slices. Names belong to the creator: two creators may use the same one.
 * `by`, where a change takes it, is the officer who makes it. It raises auth.forbidden where that is none by the time the
 * change has its turn: otherwise an officer whose calls are always under way could never be put out of office.
 */
export interface Groups {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  /** By key, or by name among those of `creator`. A dissolved group is found by nothing. */
  find(keyOrName: string, creator?: Uuid): Promise<Group | undefined>;
  /** As `find`; raises general.unknown_group. */
  get(keyOrName: string, creator?: Uuid): Promise<Group>;
  /** Whether this is the key of a group that is not there any more: it is never given to anybody else. */
  isDissolved(gkey: Uuid): Promise<boolean>;
  isMember(gkey: Uuid, akey: Uuid): Promise<boolean>;
  isOfficer(gkey: Uuid, akey: Uuid): Promise<boolean>;
  /** Everybody in the order of joining; a share is weight / sum of the weights. Empty for a group that is not there. */
  shares(gkey: Uuid): Promise<readonly { akey: Uuid; weight: bigint }[]>;
  /** In the order of their names. */
  listCreated(creator: Uuid, range: Range): Promise<readonly Group[]>;
  /** In the order of joining. */
  listMembers(gkey: Uuid, range: Range): Promise<readonly ListedMember[]>;
  /** The groups that the avatar is in, in the order of joining. */
  listMemberships(akey: Uuid, page: Page): Promise<readonly ListedMembership[]>;
  /**
   * A group with its creator as the only member, an officer with 100 %. Raises general.invalid_group_name,
   * general.group_name_taken and general.too_many_groups.
   */
  create(creator: Uuid, name: string): Promise<Group>;
  /** Raises general.invalid_group_name, general.group_name_taken, general.unknown_group, and for `by` auth.forbidden. */
  rename(group: Group, name: string, by?: Uuid): Promise<void>;
  /** For good. Raises general.group_in_use and general.unknown_group. */
  dissolve(gkey: Uuid): Promise<void>;
  /** For slices that keep something for groups: asked before each dissolution. */
  onDissolve(check: DissolveCheck): void;
  /** Whether the group is there; if so, nobody changes or dissolves it before the caller's transaction ends. */
  lock(gkey: Uuid, within: Within): Promise<boolean>;
  /**
   * Adds a member, or changes what is said of one. `percent`: 0 to 100, beside which the others keep theirs until all are
   * scaled to 100; -1 gives a new member 100 / n and leaves an existing one alone. `officer` undefined: a new one is none,
   * an existing one stays what it is. Raises general.only_officer, general.group_full, general.unknown_group, invalid_params.
   */
  add(
    gkey: Uuid,
    akey: Uuid,
    as: { readonly percent: number; readonly officer: boolean | undefined },
    by?: Uuid,
  ): Promise<'added' | 'updated'>;
  /**
   * The percentages, 0 to 100, of several in one step; who is no member becomes one, without an office. Where all are named
   * and the sum is 100, that is what they have. Raises general.group_full, general.unknown_group and invalid_params.
   */
  addAll(gkey: Uuid, percents: ReadonlyMap<Uuid, number>, by?: Uuid): Promise<void>;
  /** Takes a member out; the others share what it had. Raises general.unknown_group. */
  remove(gkey: Uuid, akey: Uuid, by?: Uuid): Promise<'ok' | 'notmember' | 'onlyofficer'>;
}

export const MAX_GROUPS = 100;

export function createGroups(options: { database: Database; avatars: Avatars; capabilities: Capabilities }): Groups {
  const { database, avatars, capabilities } = options;
  const store = new Store(database);
  const dissolveChecks: DissolveCheck[] = [];

  async function find(keyOrName: string, creator?: Uuid): Promise<Group | undefined> {
    const wanted = nameKey(keyOrName);
    if (!isUuid(wanted)) return creator === undefined ? undefined : store.findByName(creator, wanted);
    const group = await store.find(wanted);
    return creator === undefined || group?.creator === creator ? group : undefined;
  }

  function mustBeNamed(outcome: Naming, group: Group): void {
    if (outcome === 'taken') throw groupNameTaken(`${group.creator} has another group called ${JSON.stringify(group.name)}`);
    if (outcome === 'gone') throw gone(group.gkey);
  }

  async function change<T>(gkey: Uuid, by: Uuid | undefined, decide: (members: readonly Member[]) => Change<T>): Promise<T> {
    const result = await store.change(gkey, (members) => {
      mustBeOfficer(members, by);
      return decide(members);
    });
    if (result === undefined) throw gone(gkey);
    return result;
  }

  return {
    avatars,
    capabilities,
    find,
    async get(keyOrName, creator) {
      const group = await find(keyOrName, creator);
      if (group) return group;
      throw noSuchGroup(keyOrName, creator);
    },
    isDissolved: (gkey) => store.isDissolved(gkey),
    isMember: async (gkey, akey) => (await store.member(gkey, akey)) !== undefined,
    isOfficer: async (gkey, akey) => (await store.member(gkey, akey))?.officer === true,
    shares: (gkey) => store.members(gkey),
    listCreated: (creator, { offset, limit }) => store.created(creator, offset, limit < 0 ? MAX_GROUPS : limit),
    async listMembers(gkey, { offset, limit }) {
      const members = await store.members(gkey);
      if (members.length === 0) return [];
      const shown = percentages(sharesOf(members));
      const page = members.slice(offset, limit < 0 ? undefined : offset + limit);
      return page.map(({ akey, officer }) => ({ akey, officer, percent: shown.get(akey) ?? 0 }));
    },
    async listMemberships(akey, page) {
      const memberships = await store.memberships(akey, page);
      return memberships.map(({ gkey, name, creator, weight, sum, officer }) => ({
        group: { gkey, name, creator },
        percent: percentage(weight, sum),
        officer,
      }));
    },
    async create(creator, wanted) {
      const group = { gkey: newId(), creator, name: checkGroupName(wanted) };
      mustBeNamed(await store.create(group, nameKey(group.name), MAX_GROUPS), group);
      return group;
    },
    async rename(group, wanted, by) {
      const name = checkGroupName(wanted);
      const outcome = await store.rename(group, name, nameKey(name), (members) => mustBeOfficer(members, by));
      mustBeNamed(outcome, { ...group, name });
    },
    async dissolve(gkey) {
      const dissolved = await store.dissolve(gkey, async (within) => {
        for (const check of dissolveChecks) {
          const reason = await check(gkey, within);
          if (reason !== undefined) throw groupInUse(`the group can not be dissolved: ${reason}`);
        }
      });
      if (!dissolved) throw gone(gkey);
    },
    onDissolve(check) {
      dissolveChecks.push(check);
    },
    lock: (gkey, within) => store.lock(gkey, within),
    async add(gkey, akey, { percent, officer }, by) {
      const ratio = percent === AUTO ? undefined : ratioOf(percent);
      return change(gkey, by, (members) => add(members, akey, { ratio, officer }));
    },
    async addAll(gkey, percents, by) {
      const ratios = new Map([...percents].map(([akey, percent]) => [akey, ratioOf(percent)]));
      await change(gkey, by, (members) => addAll(members, ratios));
    },
    remove: (gkey, akey, by) => change(gkey, by, (members) => remove(members, akey)),
  };
}

function mustBeOfficer(members: readonly Member[], by: Uuid | undefined): void {
  if (by === undefined || members.some(({ akey, officer }) => officer && akey === by)) return;
  throw forbidden(`${by} is no officer of the group any more`);
}

function gone(gkey: Uuid) {
  return unknownGroup(`the group ${gkey} is not there any more`);
}
