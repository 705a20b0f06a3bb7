import { type Keep, keepNothing } from '@scrip/capability';
import type { Database, Queryable } from '@scrip/database';
import type { AvatarKey, GroupKey, Page } from '@scrip/kernel';
import type { Range } from '@scrip/rpc';
import { groupGone } from '../errors.ts';
import type { Group, Member } from '../model.ts';
import { add, addAll, type Change, mustBeOfficer, remove, sharesOf } from './changes.ts';
import { AUTO, ratioOf } from './ratios.ts';
import { percentage, percentages } from './shares.ts';
import { MemberStore } from './store.ts';

export interface ListedMember {
  readonly akey: AvatarKey;
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
 * Who is in a group, and with which part of it. `by`, where a change takes it, is the officer who makes it. The change raises
 * auth.forbidden where that is none by the time it has its turn: otherwise an officer whose calls are always under way could
 * never be put out of office.
 */
export interface GroupMembers {
  isMember(gkey: GroupKey, akey: AvatarKey): Promise<boolean>;
  isOfficer(gkey: GroupKey, akey: AvatarKey): Promise<boolean>;
  /** Everybody in the order of joining; a share is weight / sum of the weights. Empty for a group that is not there. */
  shares(gkey: GroupKey): Promise<readonly Member[]>;
  /** In the order of joining. */
  listMembers(gkey: GroupKey, range: Range): Promise<readonly ListedMember[]>;
  /** The groups that the avatar is in, in the order of joining. */
  listMemberships(akey: AvatarKey, page: Page): Promise<readonly ListedMembership[]>;
  /**
   * Adds a member, or changes what is said of one. `percent`: 0 to 100, beside which the others keep theirs until all are
   * scaled to 100; -1 gives a new member 100 / n and leaves an existing one alone. `officer` undefined: a new one is none,
   * an existing one stays what it is. Raises general.only_officer, general.group_full, general.unknown_group, invalid_params.
   */
  add(
    gkey: GroupKey,
    akey: AvatarKey,
    said: { readonly percent: number; readonly officer: boolean | undefined },
    by?: AvatarKey,
    keep?: Keep,
  ): Promise<'added' | 'updated'>;
  /**
   * The percentages, 0 to 100, of several in one step; who is no member becomes one, without an office. Where all are named
   * and the sum is 100, that is what they have. Raises general.group_full, general.unknown_group and invalid_params.
   */
  addAll(gkey: GroupKey, percents: ReadonlyMap<AvatarKey, number>, by?: AvatarKey): Promise<void>;
  /** Takes a member out; the others share what it had. Raises general.unknown_group. */
  remove(gkey: GroupKey, akey: AvatarKey, by?: AvatarKey): Promise<'ok' | 'notmember' | 'onlyofficer'>;
}

async function nothing(): Promise<void> {}

export function groupMembers(database: Database): GroupMembers {
  const store = new MemberStore(database);

  async function change<T>(
    gkey: GroupKey,
    by: AvatarKey | undefined,
    decide: (members: readonly Member[]) => Change<T>,
    done: (client: Queryable, result: T) => Promise<void> = nothing,
  ): Promise<T> {
    const checked = (members: readonly Member[]) => {
      mustBeOfficer(members, by);
      return decide(members);
    };
    const result = await store.change(gkey, checked, done);
    if (result === undefined) throw groupGone(gkey);
    return result;
  }

  return {
    isMember: async (gkey, akey) => (await store.find(gkey, akey)) !== undefined,
    isOfficer: async (gkey, akey) => (await store.find(gkey, akey))?.officer === true,
    shares: (gkey) => store.list(gkey),
    async listMembers(gkey, { offset, limit }) {
      const members = await store.list(gkey);
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
    async add(gkey, akey, { percent, officer }, by, keep = keepNothing) {
      const ratio = percent === AUTO ? undefined : ratioOf(percent);
      return change(gkey, by, (members) => add(members, akey, { ratio, officer }), keep);
    },
    async addAll(gkey, percents, by) {
      const ratios = new Map([...percents].map(([akey, percent]) => [akey, ratioOf(percent)]));
      await change(gkey, by, (members) => addAll(members, ratios));
    },
    remove: (gkey, akey, by) => change(gkey, by, (members) => remove(members, akey)),
  };
}
