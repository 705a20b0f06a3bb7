export { groupInUse, groupNameTaken, unknownGroup } from './errors.ts';
export { procedures as groupProcedures } from './generated/procedures.ts';
export { createGroups, type DissolveCheck, type Groups } from './groups.ts';
export type { Group } from './model.ts';
