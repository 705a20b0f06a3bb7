import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import {
  AUTH_FAULTS,
  capabilityRequired,
  forbidden,
  type Guarded,
  guarded,
  type Held,
  isLimited,
  type Presented,
  present,
  type Right,
  type Sought,
} from '@scrip/capability';
import { type AvatarKey, isUuid, nameKey } from '@scrip/kernel';
import { noSuchGroup, unknownGroup } from './errors.ts';
import type { Groups } from './groups.ts';
import { GROUPS } from './kinds.ts';
import type { Group } from './model.ts';
import { type Created, type Part, RIGHTS } from './rights.ts';

interface CreatorCall {
  readonly groups_creator_key_or_name: string;
  readonly groups_creator_agent_realm: string;
}

interface GroupCall {
  readonly group_creator_key_or_name?: string;
  readonly group_creator_agent_realm?: string;
  readonly group_key_or_name: string;
  readonly member_key_or_name?: string;
  readonly member_agent_realm?: string;
}

interface OneGroup extends Created {
  readonly group: Group;
}

export type GroupAccess = OneGroup & { readonly principal: Held<Part> };

/** The avatar whose groups a call is about, for which it brings a login or a groups capability. */
export function creatorAuthority(groups: Groups): Guarded<CreatorCall, Created> {
  return guarded(RIGHTS.own, {
    faults: [unknownAvatar, unknownRealm],
    count: countHere,
    others: 'forbidden',
    async seek({ groups_creator_key_or_name: named, groups_creator_agent_realm: realm }: CreatorCall, given) {
      const creator = named === '' && realm === '' ? callersOf(given)[0] : (await groups.avatars.get(named, realm)).akey;
      return present({ creator, groups });
    },
  });
}

/** The avatar who calls, by a login or a groups capability: for having groups of one's own. */
export const ownGroupsAuthority: Guarded<unknown, { readonly akey: AvatarKey }> = {
  kind: 'guarded',
  needs: 'a login capability without limits, or a groups capability',
  holders: ['creator', 'groups'],
  faults: AUTH_FAULTS,
  decide: async (_input, presented) => ({ akey: callersOf(countHere(presented))[0] }),
};

/** For one group. */
export function groupAuthority(groups: Groups, right: Right<Created, Part>): Guarded<GroupCall, GroupAccess> {
  return guarded(right, {
    faults: [unknownAvatar, unknownRealm, unknownGroup],
    count: countHere,
    others: 'forbidden',
    async seek(input: GroupCall, given) {
      return seekGroup(groups, input, callersOf(given));
    },
  });
}

/** By whose office a group is changed; undefined for the creator, and for a member who leaves. */
export function officeOf({ akey, as }: Held<Part>): AvatarKey | undefined {
  return as === 'officer' ? akey : undefined;
}

/**
 * Logins without limits, and groups capabilities. Percentages move money, which the limits of a login do not say anything
 * about: with limits it opens no groups.
 */
function countHere(given: Presented): Presented {
  const logins = given.logins.filter((login) => !isLimited(login));
  const bearers = given.bearers.filter(({ kind }) => kind === GROUPS.name);
  if (logins.length + bearers.length > 0) return { ...given, logins, bearers };
  if (given.fault) throw given.fault;
  if (given.logins.length > 0) throw forbidden('a login capability with limits opens no groups: their percentages move money');
  throw capabilityRequired('a login or groups capability is needed; general.getLoginCapability gives a login');
}

/** For whom a call may act: who is logged in, and who gave the groups capabilities. */
function callersOf({ logins, bearers }: Presented): [AvatarKey, ...AvatarKey[]] {
  const [first, ...others] = [...logins.map(({ sub }) => sub), ...bearers.map(({ grantor }) => grantor)];
  if (first === undefined) throw new Error('nobody who calls was counted');
  return [first, ...others];
}

/**
 * By key, or by name among the groups of the creator; of the callers, where no creator is named. A key tells nothing, so
 * that everybody is told that there is no group with it. What others call their groups is told to nobody.
 */
async function seekGroup(
  groups: Groups,
  input: GroupCall,
  callers: readonly [AvatarKey, ...AvatarKey[]],
): Promise<Sought<Created, OneGroup>> {
  const { group_creator_key_or_name: named = '', group_creator_agent_realm: realm = '', group_key_or_name: wanted } = input;
  const here = (group: Group) => present({ creator: group.creator, group, groups, member: () => memberNamed(groups, input) });
  const creator = named === '' && realm === '' ? undefined : (await groups.avatars.get(named, realm)).akey;
  if (isUuid(nameKey(wanted))) return here(await groups.get(wanted, creator));
  for (const akey of creator === undefined ? callers : [creator]) {
    const group = await groups.find(wanted, akey);
    if (group) return here(group);
  }
  if (creator === undefined) throw noSuchGroup(wanted, callers[0]);
  return { found: undefined, scope: { creator, groups }, missing: () => noSuchGroup(wanted, creator) };
}

async function memberNamed(groups: Groups, input: GroupCall): Promise<AvatarKey | undefined> {
  const { member_key_or_name: member = '', member_agent_realm: realm = '' } = input;
  return (await groups.avatars.find(member, realm))?.akey;
}
