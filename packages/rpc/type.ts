import { invalidParams } from './faults.ts';
import { RoundedNumber } from './rounded.ts';

/**
 * The closed kit of wire types. A type knows four things: how to read a value that a caller sent (`parse`, which converts
 * what docs/decisions/wire-types.md allows and raises invalid_params for the rest), how to check a value that a handler
 * returns (`check`, which converts nothing), its XML-RPC name, and its JSON Schema. The phantom `T` is what TypeScript
 * sees; nothing is computed from schemas at the type level, so that hundreds of procedures compile in seconds.
 */
export interface Type<T> {
  readonly kind: Kind;
  readonly schema: JsonSchema;
  /** Reads what a caller sent; `path` names the place for the fault's text. */
  parse(value: unknown, path: string): T;
  /** What is wrong with a handler's value, or undefined. */
  check(value: unknown): string | undefined;
  /** Array: the element's type. */
  readonly element?: Type<unknown>;
  /** Tuple: the types in order. */
  readonly items?: readonly Type<unknown>[];
  /** Amount: the names in `system.methodSignature` of all that may be sent, the usual one first. */
  readonly xmlNames?: readonly string[];
  /** Struct: the members in order. */
  readonly members?: ReadonlyMap<string, Member>;
  /** A password, a capability, a code: whoever writes it down gives it away. Faults don't quote it, and records leave it out. */
  readonly secret?: true;
  readonly _type?: T;
}

export type Kind = 'string' | 'int' | 'double' | 'amount' | 'boolean' | 'dateTime' | 'base64' | 'array' | 'tuple' | 'struct' | 'any';
export type JsonSchema = Readonly<Record<string, unknown>>;
export type TypeOf<T extends Type<unknown>> = T extends Type<infer U> ? U : never;

export interface Member {
  readonly type: Type<unknown>;
  readonly optional: boolean;
}

/** What a struct is made of when it has no declared shape. Its prototype is null: a member may be named `__proto__`. */
export type Struct = { [name: string]: unknown };

/** A value together with the type that says how to write it, for results whose shape is only known at run time. */
export class Typed {
  readonly type: Type<unknown>;
  readonly value: unknown;
  constructor(type: Type<unknown>, value: unknown) {
    this.type = type;
    this.value = value;
  }
}

/** Whether a decoded value is a struct rather than a scalar, list, date or bytes. */
export function isStruct(value: unknown): value is Struct {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof RoundedNumber) &&
    !(value instanceof Typed)
  );
}

const XML_NAMES: Readonly<Record<Kind, string>> = {
  string: 'string',
  int: 'int',
  double: 'double',
  amount: 'int',
  boolean: 'boolean',
  dateTime: 'dateTime.iso8601',
  base64: 'base64',
  array: 'array',
  tuple: 'array',
  struct: 'struct',
  any: 'any',
};

/** The names in `system.methodSignature` of what may be sent for a type, the usual one first. */
export function xmlNames(type: Type<unknown>): readonly string[] {
  return type.xmlNames ?? [XML_NAMES[type.kind]];
}

/** The type's name in `system.methodSignature`. */
export function xmlName(type: Type<unknown>): string {
  return xmlNames(type)[0] ?? XML_NAMES[type.kind];
}

/** A value as a fault may quote it: short, on one line, never a whole body. */
export function quote(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  if (value instanceof RoundedNumber) return quoted(value.text);
  if (value instanceof Uint8Array) return `${value.length} bytes of base64`;
  if (value instanceof Date) return 'a dateTime';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'a struct';
  if (typeof value === 'string') return JSON.stringify(quoted(value));
  return String(value);
}

export function wrong(path: string, value: unknown, wanted: string) {
  return invalidParams(`${path} is ${quote(value)}; ${wanted} is needed`);
}

function quoted(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
