import type { Avatars } from '@scrip/avatars';
import { type Capabilities, Creations } from '@scrip/capability';
import type { Database } from '@scrip/database';
import { type CreatedGroups, createdGroups } from './created/created.ts';
import { type GroupMembers, groupMembers } from './members/members.ts';

/** Groups, for their own procedures and for other slices. */
export interface Groups extends CreatedGroups, GroupMembers {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  /** What was made under a request id. */
  readonly creations: Creations;
}

export function createGroups(options: {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
}): Groups {
  const { database, avatars, capabilities } = options;
  return { avatars, capabilities, creations: new Creations(database), ...createdGroups(database), ...groupMembers(database) };
}
