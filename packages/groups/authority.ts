import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { AUTH_FAULTS, type Capability, capabilityRequired, forbidden, type Presented, presented } from '@scrip/capability';
import { isUuid, type Uuid } from '@scrip/kernel';
import type { Authority } from '@scrip/rpc';
import { unknownGroup } from './errors.ts';
import type { Groups } from './groups.ts';
import type { Group } from './store.ts';

interface CreatorCall {
  readonly capabilities: readonly string[];
  readonly groups_creator_key_or_name: string;
  readonly groups_creator_agent_realm: string;
}

interface GroupCall {
  readonly capabilities: readonly string[];
  readonly group_creator_key_or_name?: string;
  readonly group_creator_agent_realm?: string;
  readonly group_key_or_name: string;
  readonly member_key_or_name?: string;
  readonly member_agent_realm?: string;
}

export interface GroupAuthority {
  readonly group: Group;
}

/**
 * What somebody may do with a group. Its creator may do everything, by a login or by a groups capability, which is as good
 * as the creator's login here. Officers may `see` and `manage` but not `dissolve`; a member may `leave`.
 */
export type Right = 'see' | 'manage' | 'leave' | 'dissolve';

const CREATORS = 'a login capability of the creator, or a groups capability from the creator';
const NEEDS: Record<Right, string> = {
  see: `${CREATORS}, or a login capability of an officer of the group`,
  manage: `${CREATORS}, or a login capability of an officer of the group; none that is limited`,
  leave: `${CREATORS}, or a login capability of an officer of the group or of the member; none that is limited`,
  dissolve: `${CREATORS}; none that is limited`,
};

/** The avatar whose groups a call is about, for which it brings a login or a groups capability. */
export function creatorAuthority(groups: Groups): Authority<CreatorCall, { readonly creator: Uuid }> {
  return {
    kind: 'guarded',
    needs: CREATORS,
    faults: [...AUTH_FAULTS, unknownAvatar, unknownRealm],
    async decide({ capabilities, groups_creator_key_or_name: named, groups_creator_agent_realm: realm }, call) {
      const given = await presented(groups.capabilities, call, capabilities);
      const callers = callersOf(given);
      const creator = named === '' && realm === '' ? callers[0].akey : (await groups.avatars.get(named, realm)).akey;
      if (callers.some(({ akey }) => akey === creator)) return { creator };
      throw given.fault ?? forbidden(`${creator} is not logged in, and no groups capability of theirs came`);
    },
  };
}

/** The avatar who calls, by a login or a groups capability without limits: for having groups of one's own. */
export function ownGroupsAuthority(groups: Groups): Authority<{ readonly capabilities: readonly string[] }, { readonly akey: Uuid }> {
  return {
    kind: 'guarded',
    needs: 'a login or groups capability that is not limited',
    faults: AUTH_FAULTS,
    async decide(input, call) {
      const callers = callersOf(await presented(groups.capabilities, call, input.capabilities));
      const caller = callers.find(({ capability }) => !isLimited(capability));
      if (caller) return { akey: caller.akey };
      throw forbidden(LIMITED);
    },
  };
}

/** Finds the group that a call is about and decides whether the caller has this right in it. */
export function groupAuthority(groups: Groups, right: Right): Authority<GroupCall, GroupAuthority> {
  return {
    kind: 'guarded',
    needs: NEEDS[right],
    faults: [...AUTH_FAULTS, unknownAvatar, unknownRealm, unknownGroup],
    async decide(input, call) {
      const given = await presented(groups.capabilities, call, input.capabilities);
      const callers = callersOf(given);
      const group = await namedGroup(groups, input, callers);
      const leaver = right === 'leave' ? await memberNamed(groups, input) : undefined;
      const allowed: Capability[] = [];
      for (const { akey, capability } of callers) {
        const own = akey === group.creator;
        // What a groups capability opens are its grantor's own groups, not those that the grantor is an officer of.
        const officer = async () => right !== 'dissolve' && capability.kind === 'login' && (await groups.isOfficer(group.gkey, akey));
        const leaves = capability.kind === 'login' && akey === leaver;
        if (own || leaves || (await officer())) allowed.push(capability);
      }
      if (allowed.length === 0) throw given.fault ?? forbidden(`${NEEDS[right]} is needed, and none came`);
      if (right !== 'see' && allowed.every(isLimited)) throw forbidden(LIMITED);
      return { group };
    },
  };
}

const LIMITED = 'a capability that is limited in what it may spend changes no groups, since their percentages move money';

interface Caller {
  readonly akey: Uuid;
  readonly capability: Capability;
}

/** For whom a call may act: who is logged in, and who gave the groups capabilities. */
function callersOf(given: Presented): readonly [Caller, ...Caller[]] {
  const logins = given.logins.map((capability) => ({ akey: capability.sub, capability }));
  const bearers = given.bearers.filter(({ kind }) => kind === 'groups').map((capability) => ({ akey: capability.grantor, capability }));
  const [first, ...others] = [...logins, ...bearers];
  if (first) return [first, ...others];
  throw given.fault ?? capabilityRequired('a login or groups capability is needed; general.getLoginCapability gives a login');
}

/** By key, or by name among the groups of the creator; of the callers, where no creator is named. */
async function namedGroup(groups: Groups, input: GroupCall, callers: readonly Caller[]): Promise<Group> {
  const { group_creator_key_or_name: creator = '', group_creator_agent_realm: realm = '', group_key_or_name: wanted } = input;
  if (creator !== '' || realm !== '') return groups.get(wanted, (await groups.avatars.get(creator, realm)).akey);
  if (isUuid(wanted)) return groups.get(wanted);
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

function isLimited({ limits }: Capability): boolean {
  return Object.keys(limits).length > 0;
}
