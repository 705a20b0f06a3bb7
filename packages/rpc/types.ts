import { amount, amountShown } from './amount.ts';
import { invalidParams } from './faults.ts';
import { nearest, nearestWithin } from './rounded.ts';
import { isStruct, type Member, quote, type Struct, type Type, type TypeOf, wrong } from './type.ts';

const INT32 = { min: -2_147_483_648, max: 2_147_483_647 };
/** `20.000000` too, which is what an in-world float becomes as a string. */
const WHOLE_TEXT = /^[+-]?\d{1,20}(\.0{1,20})?$/;
const DECIMAL_TEXT = /^[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})([eE][+-]?\d{1,4})?$/;

function wholeNumber(sent: unknown): number | undefined {
  const value = nearest(sent);
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') {
    const text = value.trim();
    return WHOLE_TEXT.test(text) ? Number(text) : undefined;
  }
  return undefined;
}

function string(options: { max?: number; min?: number; secret?: boolean } = {}): Type<string> {
  const { max = 1024, min = 0, secret = false } = options;
  return {
    kind: 'string',
    ...(secret && { secret }),
    schema: { type: 'string', ...(min > 0 && { minLength: min }), maxLength: max },
    parse(value, path) {
      if (typeof value !== 'string')
        throw secret ? invalidParams(`${path} is not a string; a string is needed`) : wrong(path, value, 'a string');
      if (value.length > max) throw invalidParams(`${path} has ${value.length} characters; at most ${max} are taken`);
      if (value.length < min) throw invalidParams(`${path} has ${value.length} characters; at least ${min} are needed`);
      if (UNSENDABLE.test(value)) throw invalidParams(`${path} holds a control character or half of a surrogate pair, which no text may`);
      return value;
    },
    check: (value) => (typeof value === 'string' ? undefined : 'no string'),
  };
}

/** What XML 1.0 has no way to write: a text that came over one protocol has to be readable over every other. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSENDABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A whole number. Without `max` it is the 32 bits of XML-RPC's int; up to 2^53 - 1 may be asked for. */
function int(options: { min?: number; max?: number } = {}): Type<number> {
  const { min = INT32.min, max = INT32.max } = options;
  return {
    kind: 'int',
    schema: { type: 'integer', minimum: min, maximum: max },
    parse(value, path) {
      const whole = wholeNumber(value);
      if (whole === undefined) throw wrong(path, value, 'a whole number');
      if (whole < min || whole > max) throw wrong(path, value, `a whole number from ${min} to ${max}`);
      return whole === 0 ? 0 : whole;
    },
    check: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? undefined
        : `no whole number from ${min} to ${max}`,
  };
}

/** The documents' "int that means yes or no": 0 or 1, and whatever converts to a boolean. */
function flag(): Type<number> {
  const yesNo = boolean();
  return {
    kind: 'int',
    schema: { type: 'integer', enum: [0, 1] },
    parse: (value, path) => (yesNo.parse(value, path) ? 1 : 0),
    check: (value) => (value === 0 || value === 1 ? undefined : 'neither 0 nor 1'),
  };
}

/** Decimals are rounded to the nearest double, as everywhere; whole numbers that a double would round are refused. */
function exactNumber(sent: unknown): number | undefined {
  const value = nearest(sent);
  const text = typeof value === 'string' ? value.trim() : '';
  if (typeof value !== 'number' && typeof value !== 'bigint' && !DECIMAL_TEXT.test(text)) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) return undefined;
  const whole = typeof value === 'bigint' ? value : /^[+-]?\d+$/.test(text) ? BigInt(text) : undefined;
  return whole === undefined || whole === BigInt(number) ? number : undefined;
}

function double(): Type<number> {
  return {
    kind: 'double',
    schema: { type: 'number' },
    parse(value, path) {
      const number = exactNumber(value);
      if (number === undefined) throw wrong(path, value, 'a number that a double holds');
      return number;
    },
    check: (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'no finite number'),
  };
}

function boolean(): Type<boolean> {
  return {
    kind: 'boolean',
    schema: { type: 'boolean' },
    parse(value, path) {
      const word = typeof value === 'string' ? value.trim().toLowerCase() : nearest(value);
      if (word === true || word === 1 || word === 1n || word === '1' || word === 'true') return true;
      if (word === false || word === 0 || word === 0n || word === '0' || word === 'false') return false;
      throw wrong(path, value, 'a boolean (0, 1, true or false)');
    },
    check: (value) => (typeof value === 'boolean' ? undefined : 'no boolean'),
  };
}

const COMPACT_TIME = /^(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d):?(\d\d)(?:\.\d{1,9})?Z?$/;

/**
 * Reads `YYYYMMDDThh:mm:ss` and `YYYY-MM-DDThh:mm:ssZ`; a time without a zone is UTC, as everywhere in Scrip.
 * Undefined where the text is not such a time or names no real day.
 */
export function parseDateTime(text: string): Date | undefined {
  const match = COMPACT_TIME.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [number, number, number, number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return real ? date : undefined;
}

/** A moment in UTC, to the second. */
function dateTime(): Type<Date> {
  return {
    kind: 'dateTime',
    schema: { type: 'string', format: 'date-time' },
    parse(value, path) {
      const date = value instanceof Date ? value : typeof value === 'string' ? parseDateTime(value) : undefined;
      if (!date) throw wrong(path, value, 'a time such as 2006-10-23T03:08:00Z');
      return date;
    },
    check: (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? undefined : 'no date'),
  };
}

const BASE64_TEXT = /^[A-Za-z0-9+/]*={0,2}$/;

function base64(options: { max?: number } = {}): Type<Uint8Array> {
  const { max = 1 << 20 } = options;
  return {
    kind: 'base64',
    schema: { type: 'string', contentEncoding: 'base64' },
    parse(value, path) {
      let bytes: Uint8Array;
      if (value instanceof Uint8Array) bytes = value;
      else if (typeof value === 'string' && value.length % 4 === 0 && BASE64_TEXT.test(value)) bytes = Buffer.from(value, 'base64');
      else throw wrong(path, value, 'base64');
      if (bytes.length > max) throw invalidParams(`${path} has ${bytes.length} bytes; at most ${max} are taken`);
      return bytes;
    },
    check: (value) => (value instanceof Uint8Array ? undefined : 'no bytes'),
  };
}

function array<T>(element: Type<T>, options: { max?: number } = {}): Type<T[]> {
  const { max = 10_000 } = options;
  return {
    kind: 'array',
    element,
    schema: { type: 'array', items: element.schema, maxItems: max },
    parse(value, path) {
      if (!Array.isArray(value)) throw wrong(path, value, 'an array');
      if (value.length > max) throw invalidParams(`${path} has ${value.length} elements; at most ${max} are taken`);
      return value.map((item, index) => element.parse(item, `${path}[${index}]`));
    },
    check(value) {
      if (!Array.isArray(value)) return 'no array';
      for (const [index, item] of value.entries()) {
        const problem = element.check(item);
        if (problem) return `[${index}]: ${problem}`;
      }
      return undefined;
    },
  };
}

function tuple<const T extends readonly Type<unknown>[]>(...items: T): Type<{ -readonly [K in keyof T]: TypeOf<T[K]> }> {
  type Result = { -readonly [K in keyof T]: TypeOf<T[K]> };
  return {
    kind: 'tuple',
    items,
    schema: { type: 'array', items: items.map((item) => item.schema), minItems: items.length, maxItems: items.length },
    parse(value, path) {
      if (!Array.isArray(value) || value.length !== items.length) throw wrong(path, value, `an array of ${items.length}`);
      return items.map((item, index) => item.parse(value[index], `${path}[${index}]`)) as Result;
    },
    check(value) {
      if (!Array.isArray(value) || value.length !== items.length) return `no array of ${items.length}`;
      for (const [index, item] of items.entries()) {
        const problem = item.check(value[index]);
        if (problem) return `[${index}]: ${problem}`;
      }
      return undefined;
    },
  };
}

type OptionalKeys<M> = { [K in keyof M]: M[K] extends { readonly _optional: true } ? K : never }[keyof M];
type StructOf<M extends Record<string, Type<unknown>>> = {
  [K in Exclude<keyof M, OptionalKeys<M>>]: TypeOf<M[K]>;
} & { [K in OptionalKeys<M> & keyof M]?: TypeOf<M[K]> };

/** Marks a struct's member as one that may be missing. */
function optional<T>(type: Type<T>): Type<T> & { readonly _optional: true } {
  return { ...type, _optional: true };
}

function struct<M extends Record<string, Type<unknown>>>(shape: M): Type<StructOf<M>> {
  const members = new Map<string, Member>(Object.entries(shape).map(([name, type]) => [name, { type, optional: '_optional' in type }]));
  const required = [...members].filter(([, member]) => !member.optional).map(([name]) => name);
  return {
    kind: 'struct',
    members,
    schema: {
      type: 'object',
      properties: Object.fromEntries([...members].map(([name, member]) => [name, member.type.schema])),
      required,
      additionalProperties: false,
    },
    parse(value, path) {
      if (!isStruct(value)) throw wrong(path, value, 'a struct');
      for (const name of Object.keys(value)) {
        if (!members.has(name)) throw invalidParams(`${path} has a member ${quote(name)}; it takes ${[...members.keys()].join(', ')}`);
      }
      const result: Struct = {};
      for (const [name, member] of members) {
        if (Object.hasOwn(value, name)) result[name] = member.type.parse(value[name], `${path}.${name}`);
        else if (!member.optional) throw invalidParams(`${path} lacks the member ${name}`);
      }
      return result as StructOf<M>;
    },
    check(value) {
      if (!isStruct(value)) return 'no struct';
      for (const name of Object.keys(value)) if (!members.has(name)) return `undeclared member ${name}`;
      for (const [name, member] of members) {
        if (value[name] === undefined) {
          if (!member.optional) return `no member ${name}`;
          continue;
        }
        const problem = member.type.check(value[name]);
        if (problem) return `.${name}: ${problem}`;
      }
      return undefined;
    },
  };
}

/** Any value; decoders have bounded its depth and size. */
function any(): Type<unknown> {
  return { kind: 'any', schema: {}, parse: nearestWithin, check: () => undefined };
}

export const t = { string, int, flag, double, amount, amountShown, boolean, dateTime, base64, array, tuple, struct, optional, any };
