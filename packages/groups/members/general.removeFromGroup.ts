import { keyOrNameParam } from '@scrip/avatars';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { groupAuthority, officeOf } from '../authority.ts';
import { unknownGroup } from '../errors.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

/** Apez, general.removeFromGroup. */
export const removeFromGroup = (groups: Groups): Procedure =>
  procedure({
    name: 'general.removeFromGroup',
    summary: 'Takes a member out of a group.',
    notes: [
      'The percentages of the others are rescaled in the proportions they have, so that the sum is 100 again. A group always has an',
      'officer: the only one can not be taken out. A member may leave a group by itself; the creator stays its creator, member or not.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      group_creator_key_or_name: params.creator,
      group_creator_agent_realm: params.creatorRealm,
      group_key_or_name: params.groupKeyOrName,
      member_key_or_name: keyOrNameParam('Key or name of the member.'),
      member_agent_realm: params.memberRealm,
    },
    result: t.string(),
    resultDoc: '`ok`, `notmember`, or `onlyofficer`, where nothing was changed.',
    faults: [unknownGroup],
    authority: groupAuthority(groups, RIGHTS.leave),
    async handler({ member_key_or_name, member_agent_realm }, { group, principal }) {
      const avatar = await groups.avatars.find(member_key_or_name, member_agent_realm);
      return avatar ? groups.remove(group.gkey, avatar.akey, officeOf(principal)) : 'notmember';
    },
  });
