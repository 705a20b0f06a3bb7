export { type Avatar, type Avatars, createAvatars, type Registration } from './avatars.ts';
export { directoryOf, ownerKey } from './directory.ts';
export * from './errors.ts';
export { procedures as avatarProcedures } from './generated/procedures.ts';
export { grantProcedure } from './grant.ts';
export { LISTED_AVATAR, withNames } from './listed.ts';
export { notificationRider } from './notifications.ts';
export { nameKey, nameProblem, tidyName } from './rules.ts';
export { keyOrName, keyOrNameParam, NAME_RULE, realmParam } from './words.ts';
