import { notRepresentable, parseError } from './faults.ts';
import { type Struct, Typed } from './types.ts';

/** How deep arrays and objects may be nested in a body, the envelope of the protocol included. */
const MAX_DEPTH = 32;
/** How many values one body may hold, containers included. */
const MAX_NODES = 60_000;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body as JSON (RFC 8259, UTF-8). Members named `__proto__` come back as plain data. Raises parse_error where it
 * is no UTF-8 or no JSON, is nested deeper than 32, holds more than 60,000 values, or has a number that a double would
 * round (a whole number beyond 2^53 - 1) or not hold at all. The limits are checked before anything is built.
 */
export function parseBoundedJson(body: Uint8Array): unknown {
  let text: string;
  try {
    text = UTF8.decode(body);
  } catch {
    throw parseError('the body is not UTF-8');
  }
  checkBounds(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine's message quotes the body, which may hold a password; only the place is taken from it.
    const at = /at position (\d+)/.exec((error as Error).message)?.[1];
    throw parseError(`the body is not valid JSON${at === undefined ? '' : ` (character ${at})`}`);
  }
}

/** One pass that finds containers, commas and numbers outside of strings. Whether all this is JSON is not its business. */
function checkBounds(text: string): void {
  let depth = 0;
  let nodes = 1;
  let justOpened = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) continue;
    const closes = c === 0x7d || c === 0x5d;
    if (c === 0x2c || (justOpened && !closes)) nodes++;
    justOpened = c === 0x7b || c === 0x5b;
    if (c === 0x22) {
      i = endOfString(text, i);
    } else if (justOpened) {
      if (++depth > MAX_DEPTH) throw parseError(`the body is nested deeper than ${MAX_DEPTH}`);
    } else if (closes) {
      depth--;
    } else if (c === 0x2d || (c >= 0x30 && c <= 0x39)) {
      const end = endOfNumber(text, i);
      checkNumber(text.slice(i, end));
      i = end - 1;
    }
    if (nodes > MAX_NODES) throw parseError(`the body holds more than ${MAX_NODES} values`);
  }
}

/** The index of the closing quote, or the text's length where there is none. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c === 0x22) return i;
    i += c === 0x5c ? 2 : 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    const partOfNumber = (c >= 0x30 && c <= 0x39) || c === 0x2e || c === 0x65 || c === 0x45 || c === 0x2b || c === 0x2d;
    if (!partOfNumber) break;
    i++;
  }
  return i;
}

function checkNumber(literal: string): void {
  if (literal.length < 4) return;
  const number = Number(literal);
  const whole = !/[.eE]/.test(literal);
  if (whole ? Math.abs(number) > Number.MAX_SAFE_INTEGER : Math.abs(number) === Number.POSITIVE_INFINITY) {
    const quoted = literal.length > 40 ? `${literal.slice(0, 40)}…` : literal;
    throw parseError(`the number ${quoted} can not be held exactly; whole numbers go to 9007199254740991 either way`);
  }
}

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
