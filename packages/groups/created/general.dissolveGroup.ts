import { type Procedure, procedure, t } from '@scrip/rpc';
import { groupAuthority } from '../authority.ts';
import { unknownGroup } from '../errors.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { groupInUse } from './errors.ts';

export const dissolveGroup = (groups: Groups): Procedure =>
  procedure({
    name: 'general.dissolveGroup',
    summary: 'Dissolves a group for good.',
    notes: 'Nobody is a member any more, its name is free again, and its key is never given to another group. Officers can not do this.',
    params: {
      capabilities: params.capabilities,
      group_creator_key_or_name: params.creator,
      group_creator_agent_realm: params.creatorRealm,
      group_key_or_name: params.groupKeyOrName,
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownGroup, groupInUse],
    authority: groupAuthority(groups, RIGHTS.own),
    async handler(_input, { group }) {
      await groups.dissolve(group.gkey);
      return 1;
    },
  });
