import type { Procedure } from '@scrip/rpc';
import type { Groups } from './groups.ts';
import { addToGroup } from './procedures/general.addToGroup.ts';
import { createGroup } from './procedures/general.createGroup.ts';
import { dissolveGroup } from './procedures/general.dissolveGroup.ts';
import { grantGroupsCapability } from './procedures/general.grantGroupsCapability.ts';
import { isGroupMember } from './procedures/general.isGroupMember.ts';
import { listGroupMembers } from './procedures/general.listGroupMembers.ts';
import { listGroupOfficers } from './procedures/general.listGroupOfficers.ts';
import { listGroupsCreated } from './procedures/general.listGroupsCreated.ts';
import { listMemberships } from './procedures/general.listMemberships.ts';
import { removeFromGroup } from './procedures/general.removeFromGroup.ts';
import { renameGroup } from './procedures/general.renameGroup.ts';
import { setGroupPercentages } from './procedures/general.setGroupPercentages.ts';

export { groupInUse, groupNameTaken, unknownGroup } from './errors.ts';
export { createGroups, type DissolveCheck, type Groups } from './groups.ts';
export type { Group } from './model.ts';

/** Everything about groups that callers can ask for. */
export function groupProcedures(groups: Groups): Procedure[] {
  return [
    listGroupsCreated,
    isGroupMember,
    listGroupMembers,
    listGroupOfficers,
    addToGroup,
    removeFromGroup,
    setGroupPercentages,
    createGroup,
    renameGroup,
    dissolveGroup,
    listMemberships,
    grantGroupsCapability,
  ].map((make) => make(groups));
}
