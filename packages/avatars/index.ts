export { type Avatar, type Avatars, createAvatars, type Registration } from './avatars.ts';
export * from './errors.ts';
export { grantProcedure } from './grant.ts';
export { notificationRider } from './notifications.ts';
export { avatarProcedures } from './procedures.ts';
export { nameKey, nameProblem, tidyName } from './rules.ts';
