import { nameKey, unknownAvatar, unknownRealm } from '@scrip/avatars';
import { AUTH_FAULTS, type Capability, capabilityRequired, forbidden, type Guarded, isLimited, type Presented } from '@scrip/capability';
import { isUuid, type Uuid } from '@scrip/kernel';
import type { Fault } from '@scrip/rpc';
import { unknownGroup } from './errors.ts';
import type { Groups } from './groups.ts';
import type { Group } from './model.ts';

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

export interface GroupAuthority {
  readonly group: Group;
  /** By whose office; undefined for the creator, and for a member who leaves. */
  readonly by?: Uuid;
}

/**
 * What somebody may do with a group. Its creator may do everything, by a login or by a groups capability, which is as good
 * as the creator's login here. Officers may `see` and `manage` but not `dissolve`; a member may `leave`.
 */
export type Right = 'see' | 'manage' | 'leave' | 'dissolve';

const CREATORS = 'a login capability without limits of the creator, or a groups capability from the creator';
const NEEDS: Record<Right, string> = {
  see: `${CREATORS}, or such a login capability of an officer of the group`,
  manage: `${CREATORS}, or such a login capability of an officer of the group`,
  leave: `${CREATORS}, or such a login capability of an officer of the group or of the member`,
  dissolve: CREATORS,
};

/** The avatar whose groups a call is about, for which it brings a login or a groups capability. */
export function creatorAuthority(groups: Groups): Guarded<CreatorCall, { readonly creator: Uuid }> {
  return {
    kind: 'guarded',
    needs: CREATORS,
    faults: [...AUTH_FAULTS, unknownAvatar, unknownRealm],
    async decide({ groups_creator_key_or_name: named, groups_creator_agent_realm: realm }, given) {
      const callers = callersOf(given);
      const creator = named === '' && realm === '' ? callers[0].akey : (await groups.avatars.get(named, realm)).akey;
      if (callers.some(({ akey }) => akey === creator)) return { creator };
      throw given.fault ?? forbidden(`${creator} is not logged in, and no groups capability of theirs came`);
    },
  };
}

/** The avatar who calls, by a login or a groups capability: for having groups of one's own. */
export const ownGroupsAuthority: Guarded<unknown, { readonly akey: Uuid }> = {
  kind: 'guarded',
  needs: 'a login capability without limits, or a groups capability',
  faults: AUTH_FAULTS,
  decide: async (_input, given) => ({ akey: callersOf(given)[0].akey }),
};

/** Finds the group that a call is about and decides whether the caller has this right in it. */
export function groupAuthority(groups: Groups, right: Right): Guarded<GroupCall, GroupAuthority> {
  return {
    kind: 'guarded',
    needs: NEEDS[right],
    faults: [...AUTH_FAULTS, unknownAvatar, unknownRealm, unknownGroup],
    async decide(input, given) {
      const callers = callersOf(given);
      const refused = () => given.fault ?? forbidden(`${NEEDS[right]} is needed, and none came`);
      const group = await namedGroup(groups, input, callers, refused);
      if (callers.some(({ akey }) => akey === group.creator)) return { group };
      const leaver = right === 'leave' ? await memberNamed(groups, input) : undefined;
      for (const { akey, capability } of callers) {
        // What a groups capability opens are its grantor's own groups, not those that the grantor is in.
        if (capability.kind !== 'login') continue;
        if (akey === leaver && (await groups.isMember(group.gkey, akey))) return { group };
        if (right !== 'dissolve' && (await groups.isOfficer(group.gkey, akey))) return { group, by: akey };
      }
      throw refused();
    },
  };
}

interface Caller {
  readonly akey: Uuid;
  readonly capability: Capability;
}

/**
 * For whom a call may act: who is logged in, and who gave the groups capabilities. Percentages move money, which the
 * limits of a login do not say anything about: with limits it opens no groups.
 */
function callersOf(given: Presented): readonly [Caller, ...Caller[]] {
  const logins = given.logins.filter((login) => !isLimited(login));
  const bearers = given.bearers.filter(({ kind }) => kind === 'groups');
  const [first, ...others] = [
    ...logins.map((capability) => ({ akey: capability.sub, capability })),
    ...bearers.map((capability) => ({ akey: capability.grantor, capability })),
  ];
  if (first) return [first, ...others];
  if (given.fault) throw given.fault;
  if (given.logins.length > 0) throw forbidden('a login capability with limits opens no groups: their percentages move money');
  throw capabilityRequired('a login or groups capability is needed; general.getLoginCapability gives a login');
}

/**
 * By key, or by name among the groups of the creator; of the callers, where no creator is named. What else a creator calls
 * groups is told to nobody: whether there is one of that name or not, others get the same `refused`.
 */
async function namedGroup(groups: Groups, input: GroupCall, callers: readonly Caller[], refused: () => Fault): Promise<Group> {
  const { group_creator_key_or_name: creator = '', group_creator_agent_realm: realm = '', group_key_or_name: wanted } = input;
  const byKey = isUuid(nameKey(wanted));
  if (creator !== '' || realm !== '') {
    const { akey: named } = await groups.avatars.get(creator, realm);
    if (byKey || callers.some(({ akey }) => akey === named)) return groups.get(wanted, named);
    const group = await groups.find(wanted, named);
    if (group) return group;
    throw refused();
  }
  if (byKey) return groups.get(wanted);
  for (const { akey } of callers) {
    const group = await groups.find(wanted, akey);
    if (group) return group;
  }
  return groups.get(wanted, callers[0]?.akey);
}

async function memberNamed(groups: Groups, input: GroupCall): Promise<Uuid | undefined> {
  const { member_key_or_name: member = '', member_agent_realm: realm = '' } = input;
  return (await groups.avatars.find(member, realm))?.akey;
}
