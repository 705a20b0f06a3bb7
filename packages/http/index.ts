export { pace } from './budget/pace.ts';
export { RequestBudget, SMALL } from './budget/request-budget.ts';
export { type Source, Sources } from './budget/sources.ts';
export { type CallDoorOptions, callDoor, type MediaCodec } from './call-door.ts';
export { answerCalls, type Codec, type Exchange, LONG_BODY } from './calls.ts';
export type { Address, Door, HttpReply, HttpRequest, Method, Refusal } from './message.ts';
export { JSON_TYPE, jsonReply, mediaType, pageReply, refusalFault, refusalReply, textReply } from './replies.ts';
export { createRoutes, type Found, type Route, type Routes } from './routes.ts';
