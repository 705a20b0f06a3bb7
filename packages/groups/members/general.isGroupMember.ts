import { keyOrNameParam } from '@scrip/avatars';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { groupAuthority } from '../authority.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

/** Apez, general.isGroupmember. */
export const isGroupMember = (groups: Groups): Procedure =>
  procedure({
    name: 'general.isGroupMember',
    summary: 'Tells whether an avatar is a member of a group.',
    notes: 'Somebody whom nobody knows is no member, and no fault.',
    params: {
      capabilities: params.capabilities,
      group_creator_key_or_name: params.creator,
      group_creator_agent_realm: params.creatorRealm,
      group_key_or_name: params.groupKeyOrName,
      member_key_or_name: keyOrNameParam('Key or name of the avatar who is looked for.'),
      member_agent_realm: params.memberRealm,
    },
    result: t.int(),
    resultDoc: '1 or 0.',
    isRepeatable: true,
    faults: [],
    authority: groupAuthority(groups, RIGHTS.manage),
    async handler({ member_key_or_name, member_agent_realm }, { group }) {
      const avatar = await groups.avatars.find(member_key_or_name, member_agent_realm);
      return avatar && (await groups.isMember(group.gkey, avatar.akey)) ? 1 : 0;
    },
  });
