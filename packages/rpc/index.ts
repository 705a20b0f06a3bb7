export type { Budget } from './budget.ts';
export * from './faults.ts';
export { type FormatSlots, formatSlots, type Range, rowsOrText } from './format-slots.ts';
export { type CallParams, createInvoke, type Finished, type Invoke, type InvokeOptions } from './invoke.ts';
export { toJson } from './json.ts';
export { parseBoundedJson } from './json-body.ts';
export { API, openRpcDocument } from './openrpc.ts';
export { afterKey, afterNumber, afterText, pageLimit, pageOf, pageOffset } from './page.ts';
export { fromTime, type Period, periodOf, toTime } from './period.ts';
export {
  type Authority,
  type Call,
  type Credential,
  type Guard,
  type GuardedAuthority,
  type Input,
  type InWorldObject,
  type Log,
  type Param,
  type Params,
  type Procedure,
  param,
  procedure,
  publicAuthority,
  type Retry,
  retryOf,
} from './procedure.ts';
export { type Recorder, type Recording, recordable } from './recorder.ts';
export { faultsMarkdown, referenceMarkdown } from './reference.ts';
export { REFERENCE_SCRIPT, REFERENCE_STYLE } from './reference-files.ts';
export { referenceHtml } from './reference-html.ts';
export {
  createRegistry,
  declaration,
  type Entry,
  faultsOf,
  help,
  type Registry,
  type Scope,
  signatures,
  typeText,
} from './registry.ts';
export { conflictOf, requestConflict } from './request-conflict.ts';
export { nearest, readNumber } from './rounded.ts';
export { createRpc, type Rpc, type RpcOptions } from './rpc.ts';
export { faultStruct } from './system.ts';
export { isStruct, type JsonSchema, type Kind, type Struct, type Type, Typed, type TypeOf, xmlName } from './type.ts';
export { parseDateTime, t } from './types.ts';
export { word } from './word.ts';
export { commentParam, idParam, requestIdParam } from './words.ts';
export { escapeText, replaceForbidden } from './xml-text.ts';
