export { type CallDoorOptions, callDoor, type MediaCodec } from './call-door.ts';
export { answerCalls, type Codec, type Exchange } from './calls.ts';
export type { Address, Door, HttpReply, HttpRequest, Method, Refusal } from './message.ts';
export { JSON_TYPE, jsonReply, mediaType, pageReply, refusalFault, refusalReply, textReply } from './replies.ts';
export { createRoutes, type Found, type Route, type Routes } from './routes.ts';
