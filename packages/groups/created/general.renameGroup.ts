import { type Procedure, procedure, t } from '@scrip/rpc';
import { groupAuthority, officeOf } from '../authority.ts';
import { unknownGroup } from '../errors.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { groupNameTaken, invalidGroupName } from './errors.ts';

export const renameGroup = (groups: Groups): Procedure =>
  procedure({
    name: 'general.renameGroup',
    summary: 'Gives a group another name; its key stays.',
    params: {
      capabilities: params.capabilities,
      group_creator_key_or_name: params.creator,
      group_creator_agent_realm: params.creatorRealm,
      group_key_or_name: params.groupKeyOrName,
      group_name: params.groupName,
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownGroup, invalidGroupName, groupNameTaken],
    authority: groupAuthority(groups, RIGHTS.manage),
    async handler({ group_name }, { group, principal }) {
      await groups.rename(group, group_name, officeOf(principal));
      return 1;
    },
  });
