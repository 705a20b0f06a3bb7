export { replyTooLong } from './errors.ts';
export { relayDoor } from './relay.ts';
