import type { Call, Params, Procedure } from './procedure.ts';
import { isStruct, type Type } from './type.ts';
import { replaceForbidden } from './xml-text.ts';

/** Keeps a record of the calls of some procedures. `V` is what the guard gives. */
export interface Recorder<V = unknown> {
  /** Asked once for each procedure, at start. */
  records(procedure: Procedure): boolean;
  open(procedure: Procedure, call: Call): Recording<V>;
}

/** The record of one call. */
export interface Recording<V = unknown> {
  /** Who calls, and with what; `input` is undefined where the parameters could not be read. */
  caller(verified: V, input: Readonly<Record<string, unknown>> | undefined): void;
  /** The caller may, and the handler runs next. Where this rejects, it does not run. */
  begin(): Promise<void>;
  /** How the call ended, before the caller is told: `ok` or a fault's code. Where this rejects, the caller is told of that instead. */
  end(outcome: string): Promise<void>;
}

/** Of one parameter, in characters of JSON. */
const MAX_LENGTH = 400;
/** In a list, where the others have to keep their places. A nil could not be sent to everybody. */
const LEFT_OUT = '\u2026';

/**
 * The parameters of a call as a record may keep them, as JSON. What the wire types call secret is left out, and so is what has
 * no declared shape, since nobody can tell what is in it. A long value is cut, and is a text then.
 */
export function recordable(params: Params, input: Readonly<Record<string, unknown>>): string {
  const kept: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(params)) {
    const value = plain(type, input[name]);
    if (value === undefined) continue;
    const json = JSON.stringify(value);
    kept[name] = json.length > MAX_LENGTH ? replaceForbidden(`${json.slice(0, MAX_LENGTH)}\u2026`) : value;
  }
  return JSON.stringify(kept);
}

function plain(type: Type<unknown>, value: unknown): unknown {
  if (type.secret || value === undefined) return undefined;
  if (type.element) {
    const { element } = type;
    return element.secret || !Array.isArray(value) ? undefined : value.map((item) => plain(element, item) ?? LEFT_OUT);
  }
  if (type.items) return Array.isArray(value) ? type.items.map((item, index) => plain(item, value[index]) ?? LEFT_OUT) : undefined;
  if (type.members) {
    if (!isStruct(value)) return undefined;
    return Object.fromEntries([...type.members].map(([name, member]) => [name, plain(member.type, value[name])]));
  }
  // As people write it, where a number of JSON is exactly that.
  if (type.kind === 'amount') return String(Number(value)) === value ? Number(value) : value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return typeof value === 'object' || type.kind === 'any' ? (value instanceof Date ? value.toISOString() : undefined) : value;
}
