import { type Procedure, procedure, t } from '@scrip/rpc';
import { groupAuthority } from '../authority.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

export const listGroupOfficers = (groups: Groups): Procedure =>
  procedure({
    name: 'general.listGroupOfficers',
    summary: 'Lists the officers of a group, who may manage it as its creator does, in the order in which they joined.',
    notes: 'The creator may do so without being one. general.addToGroup gives and takes the office.',
    params: {
      capabilities: params.capabilities,
      group_creator_key_or_name: params.creator,
      group_creator_agent_realm: params.creatorRealm,
      group_key_or_name: params.groupKeyOrName,
    },
    result: t.array(t.tuple(t.string(), t.string())),
    resultDoc: 'Pairs of key and name.',
    isRepeatable: true,
    faults: [],
    authority: groupAuthority(groups, RIGHTS.manage),
    async handler(_input, { group }) {
      const members = await groups.listMembers(group.gkey, { offset: 0, limit: -1 });
      const officers = members.filter(({ officer }) => officer).map(({ akey }) => akey);
      const names = await groups.avatars.names(officers);
      return officers.map((akey): [string, string] => [akey, names.get(akey) ?? '']);
    },
  });
