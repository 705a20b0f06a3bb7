import { type Keep, keepNothing } from '@scrip/capability';
import type { Database, Queryable } from '@scrip/database';
import { type AvatarKey, type GroupKey, isUuid, nameKey, newId } from '@scrip/kernel';
import type { Range } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import { groupGone, noSuchGroup } from '../errors.ts';
import { lockGroup } from '../lock.ts';
import { mustBeOfficer } from '../members/changes.ts';
import type { Group } from '../model.ts';
import { groupInUse, groupNameTaken } from './errors.ts';
import { checkGroupName } from './names.ts';
import { GroupStore, type Naming } from './store.ts';

export const MAX_GROUPS = 100;

/**
 * Says why a group can't be dissolved, or undefined where nothing stands against it. Asked in the transaction of the
 * dissolution, in which the group is locked: what the check writes there stands or falls with it.
 */
export type DissolveCheck = (gkey: GroupKey, client: PoolClient) => Promise<string | undefined>;

/** Groups as their creators have them. Names belong to the creator: two creators may use the same one. */
export interface CreatedGroups {
  /** By key, or by name among those of `creator`. A dissolved group is found by nothing. */
  find(keyOrName: string, creator?: AvatarKey): Promise<Group | undefined>;
  /** As `find`; raises general.unknown_group. */
  get(keyOrName: string, creator?: AvatarKey): Promise<Group>;
  /** Whether this is the key of a group that is not there any more: it is never given to anybody else. */
  isDissolved(gkey: GroupKey): Promise<boolean>;
  /** In the order of their names. */
  listCreated(creator: AvatarKey, range: Range): Promise<readonly Group[]>;
  /**
   * A group with its creator as the only member, an officer with 100 %. Raises general.invalid_group_name,
   * general.group_name_taken and general.too_many_groups.
   */
  create(creator: AvatarKey, name: string, keep?: Keep): Promise<Group>;
  /**
   * `officer` is who renames it by that office; undefined: its creator. Raises general.invalid_group_name, general.group_name_taken,
   * general.unknown_group, and auth.forbidden where the officer is none any more.
   */
  rename(group: Group, name: string, officer?: AvatarKey): Promise<void>;
  /** For good. Raises general.group_in_use and general.unknown_group. */
  dissolve(gkey: GroupKey): Promise<void>;
  /** For slices that keep something for groups: asked before each dissolution. */
  onDissolve(check: DissolveCheck): void;
  /** Whether the group is there; if so, nobody changes or dissolves it before the caller's transaction ends. */
  lock(gkey: GroupKey, client: Queryable): Promise<boolean>;
}

export function createdGroups(database: Database): CreatedGroups {
  const store = new GroupStore(database);
  const dissolveChecks: DissolveCheck[] = [];

  async function find(keyOrName: string, creator?: AvatarKey): Promise<Group | undefined> {
    const wanted = nameKey(keyOrName);
    if (!isUuid(wanted)) return creator === undefined ? undefined : store.findByName(creator, keyOrName);
    const group = await store.find(wanted);
    return creator === undefined || group?.creator === creator ? group : undefined;
  }

  return {
    find,
    async get(keyOrName, creator) {
      const group = await find(keyOrName, creator);
      if (group) return group;
      throw noSuchGroup(keyOrName, creator);
    },
    isDissolved: (gkey) => store.isDissolved(gkey),
    listCreated: (creator, { offset, limit }) => store.listCreated(creator, offset, limit < 0 ? MAX_GROUPS : limit),
    async create(creator, wanted, keep = keepNothing) {
      const group = { gkey: newId(), creator, name: checkGroupName(wanted) };
      mustBeNamed(await store.create(group, nameKey(group.name), MAX_GROUPS, keep), group);
      return group;
    },
    async rename(group, wanted, officer) {
      const name = checkGroupName(wanted);
      const naming = await store.rename(group, name, nameKey(name), (members) => mustBeOfficer(members, officer));
      mustBeNamed(naming, { ...group, name });
    },
    async dissolve(gkey) {
      const dissolved = await store.dissolve(gkey, async (client) => {
        for (const check of dissolveChecks) {
          const reason = await check(gkey, client);
          if (reason !== undefined) throw groupInUse(`the group can not be dissolved: ${reason}`);
        }
      });
      if (!dissolved) throw groupGone(gkey);
    },
    onDissolve(check) {
      dissolveChecks.push(check);
    },
    lock: (gkey, client) => lockGroup(client, gkey),
  };
}

function mustBeNamed(naming: Naming, { gkey, creator, name }: Group): void {
  if (naming === 'taken') throw groupNameTaken(`${creator} has another group called ${JSON.stringify(name)}`);
  if (naming === 'gone') throw groupGone(gkey);
}
