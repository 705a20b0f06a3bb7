export type { DissolveCheck } from './created/created.ts';
export { groupInUse, groupNameTaken } from './created/errors.ts';
export { unknownGroup } from './errors.ts';
export { procedures as groupProcedures } from './generated/procedures.ts';
export { createGroups, type Groups } from './groups.ts';
export type { Group } from './model.ts';
