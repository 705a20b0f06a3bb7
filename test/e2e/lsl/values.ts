export const TYPES = ['integer', 'float', 'string', 'key', 'vector', 'rotation', 'list'] as const;
export type TypeName = (typeof TYPES)[number];

/** What a value of each type is in JavaScript. */
export interface Native {
  readonly integer: number;
  readonly float: number;
  readonly string: string;
  readonly key: string;
  readonly vector: readonly number[];
  readonly rotation: readonly number[];
  readonly list: readonly Value[];
}
export type Value = { readonly [T in TypeName]: { readonly type: T; readonly value: Native[T] } }[TypeName];
type Text = Extract<Value, { value: string }>;
type Num = Extract<Value, { value: number }>;

export const isText = (value: Value): value is Text => value.type === 'string' || value.type === 'key';
export const isNumber = (value: Value): value is Num => value.type === 'integer' || value.type === 'float';

/** 32 bits, as everywhere in the language. */
export const integer = (value: number): Value => ({ type: 'integer', value: value | 0 });
export const float = (value: number): Value => ({ type: 'float', value: Math.fround(value) });
export const truth = (value: boolean): Value => integer(value ? 1 : 0);
export const string = (value: string): Value => ({ type: 'string', value });
export const key = (value: string): Value => ({ type: 'key', value });
export const vector = (x: number, y: number, z: number): Value => ({ type: 'vector', value: [x, y, z].map(Math.fround) });
export const rotation = (parts: readonly number[]): Value => ({ type: 'rotation', value: parts.map(Math.fround) });
export const list = (value: readonly Value[]): Value => ({ type: 'list', value });

const NIL_KEY = '00000000-0000-0000-0000-000000000000';

/** What a variable of this type holds until something is put into it. */
export const ZERO: Readonly<Record<TypeName, Value>> = {
  integer: integer(0),
  float: float(0),
  string: string(''),
  key: key(''),
  vector: vector(0, 0, 0),
  rotation: rotation([0, 0, 0, 1]),
  list: list([]),
};

/** As `(string)` makes it: floats have six decimals, parts of vectors five, the elements of a list follow each other without anything between them. */
export function textOf(value: Value): string {
  if (value.type === 'float') return value.value.toFixed(6);
  if (value.type === 'list') return value.value.map(textOf).join('');
  if (value.type === 'vector' || value.type === 'rotation') return `<${value.value.map((part) => part.toFixed(5)).join(', ')}>`;
  return String(value.value);
}

/** The number that a text begins with, or 0; what does not fit 32 bits is -1. */
export function integerIn(text: string): number {
  const [, hex, decimal] = /^\s*(?:(0x[\da-f]+)|([+-]?\d+))/i.exec(text) ?? [];
  const value = Number(hex ?? decimal ?? 0);
  return hex !== undefined ? value | 0 : value === (value | 0) ? value : -1;
}

/** As `(type)` makes it; undefined where the language has no such cast. */
export function cast(value: Value, to: TypeName): Value | undefined {
  if (value.type === to) return value;
  if (to === 'string') return string(textOf(value));
  if (to === 'list') return list([value]);
  if (to === 'key') return value.type === 'string' ? key(value.value) : undefined;
  if (isNumber(value)) return to === 'integer' ? integer(Math.trunc(value.value)) : float(value.value);
  if (value.type !== 'string') return undefined;
  return to === 'integer' ? integer(integerIn(value.value)) : float(Number.parseFloat(value.value) || 0);
}

/** The value where this type is needed and nobody wrote a cast; undefined where that is an error. */
export function implicit(value: Value, to: TypeName): Value | undefined {
  if (value.type === to) return value;
  const allowed = (value.type === 'integer' && to === 'float') || (isText(value) && (to === 'string' || to === 'key'));
  return allowed ? cast(value, to) : undefined;
}

/** What `if` and `for` make of it. */
export function isTrue(value: Value): boolean {
  if (value.type === 'key') return value.value !== '' && value.value !== NIL_KEY;
  if (value.type === 'list') return value.value.length > 0;
  if (value.type === 'vector') return value.value.some((part) => part !== 0);
  if (value.type === 'rotation') return textOf(value) !== textOf(ZERO.rotation);
  return value.value !== 0 && value.value !== '';
}
