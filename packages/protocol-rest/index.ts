export { restDoor } from './door.ts';
export type { Face, Row } from './face.ts';
export { type FaultTable, faultTable, type WriteFault } from './faults.ts';
export type { Source } from './fields.ts';
export type { Output } from './outputs.ts';
export { field, fieldsWith, type ParamSource } from './params.ts';
export { jsonWriter, type Writer, xmlWriter } from './writers.ts';
