export { badSignature, nonceConflict, replyTooLong } from './errors.ts';
export type { ObjectDirectory } from './objects.ts';
export { relayDoor } from './relay.ts';
