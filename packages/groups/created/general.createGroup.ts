import { type Procedure, procedure, t } from '@scrip/rpc';
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
    params: { capabilities: params.capabilities, group_name: params.groupName },
    result: t.string(),
    resultDoc: "The group's key, a UUID in lower case.",
    faults: [invalidGroupName, groupNameTaken, tooManyGroups],
    authority: ownGroupsAuthority,
    handler: async ({ group_name }, { akey }) => (await groups.create(akey, group_name)).gkey,
  });
