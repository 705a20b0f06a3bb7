import { type Procedure, procedure, requestConflict, t } from '@scrip/rpc';
import { ownGroupsAuthority } from '../authority.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { MAX_GROUPS } from './created.ts';
import { groupNameTaken, invalidGroupName, tooManyGroups } from './errors.ts';

export const createGroup = (groups: Groups): Procedure =>
  procedure({
    name: 'general.createGroup',
    summary: 'Creates a group of the avatar who calls, who is its first member: an officer with 100 percent.',
    notes: `An avatar has at most ${MAX_GROUPS} groups, no two of which have the same name in any case; other avatars may use it too.`,
    params: { capabilities: params.capabilities, group_name: params.groupName, request_id: params.requestId },
    result: t.string(),
    resultDoc: "The group's key, a UUID in lower case.",
    faults: [invalidGroupName, groupNameTaken, tooManyGroups, requestConflict],
    authority: ownGroupsAuthority,
    handler: async (input, { akey }) =>
      String(
        await groups.creations.once(
          'general.createGroup',
          input,
          akey,
          async (keep) => (await groups.create(akey, input.group_name, keep)).gkey,
        ),
      ),
  });
