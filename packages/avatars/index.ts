export { type Avatar, type Avatars, createAvatars, type Registration } from './avatars.ts';
export { directoryOf, ownerKey } from './directory/directory.ts';
export { LISTED_AVATAR, withNames } from './directory/listed.ts';
export { nameKey, nameProblem, tidyName } from './directory/rules.ts';
export * from './errors.ts';
export { procedures as avatarProcedures } from './generated/procedures.ts';
export { grantProcedure } from './grant.ts';
export { notificationRider } from './notifications/rider.ts';
export { keyOrName, keyOrNameParam, NAME_RULE, realmParam } from './words.ts';
