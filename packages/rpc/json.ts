import { notRepresentable } from './faults.ts';
import { type Struct, Typed } from './type.ts';

/**
 * A procedure's result as `JSON.stringify` can write it: dates as `2006-10-23T03:08:00Z`, bytes as base64, whole numbers
 * as numbers. What needs no conversion is returned itself and not copied: a long list would be written twice. Raises
 * not_representable for what JSON has no number for.
 */
export function toJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw notRepresentable(`the call was done, but its result holds ${value}, which JSON can not carry`);
      return value;
    case 'bigint':
      return wholeNumber(value);
    case 'object':
      break;
    default:
      throw new Error(`a result holds a ${typeof value}, which is no wire value`);
  }
  if (value === null) return null;
  if (Array.isArray(value)) return arrayToJson(value);
  if (value instanceof Typed) return toJson(value.value);
  if (value instanceof Date) return `${value.toISOString().slice(0, -5)}Z`;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  return structToJson(value as Struct);
}

function arrayToJson(values: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    const json = toJson(value);
    if (copy) copy.push(json);
    else if (json !== value) copy = [...values.slice(0, index), json];
  }
  return copy ?? values;
}

/** Members whose value is undefined are left out by JSON.stringify. */
function structToJson(struct: Struct): Struct {
  let copy: Struct | undefined;
  for (const name of Object.keys(struct)) {
    const member = struct[name];
    if (member === undefined) continue;
    const json = toJson(member);
    if (json === member) continue;
    // Without a prototype, since a member may be called `__proto__`.
    copy ??= Object.assign(Object.create(null) as Struct, struct);
    copy[name] = json;
  }
  return copy ?? struct;
}

function wholeNumber(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw notRepresentable(`the call was done, but its result holds ${value}, which a JSON number can not carry exactly`);
}
