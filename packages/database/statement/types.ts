/**
 * A type of PostgreSQL, as a statement declares it for a parameter or a column: what TypeScript gives to it (`In`) and gets
 * from it (`Out`).
 */
export interface SqlType<In, Out = In> {
  /** As pg_type has it, such as `int8`; `_int8` is its array. */
  readonly name: string;
  readonly nullable: boolean;
  /** All values of an enum of the database. */
  readonly labels?: readonly string[];
  /** What the driver is given for a value, where that is not the value itself. */
  readonly write?: (value: In) => unknown;
  /** The text of an element in the literal of an array, where that is not String(value). */
  readonly element?: (value: In) => string;
  /** Whether that text may hold commas, braces, quotes or nothing at all. */
  readonly quoted: boolean;
  /** Whether a column is never null although its table lets it be. */
  readonly present?: true;
  /** Never there: it tells TypeScript what comes out. */
  readonly out?: Out;
}

export type In<T> = T extends SqlType<infer Value, unknown> ? Value : never;
export type Out<T> = T extends SqlType<never, infer Value> ? Value : never;

/** Lower-case, with dashes. */
export const uuid: SqlType<string> = { name: 'uuid', nullable: false, quoted: false };
export const bool: SqlType<boolean> = { name: 'bool', nullable: false, quoted: false };
export const int2: SqlType<number> = { name: 'int2', nullable: false, quoted: false };
export const int4: SqlType<number> = { name: 'int4', nullable: false, quoted: false };
/** Comes back as bigint: amounts must not slip into doubles. */
export const int8: SqlType<bigint | number, bigint> = { name: 'int8', nullable: false, quoted: false };
export const float8: SqlType<number> = { name: 'float8', nullable: false, quoted: false };
/** Comes back as its text: no number of JavaScript holds all of them. */
export const numeric: SqlType<bigint | string, string> = { name: 'numeric', nullable: false, quoted: false };
export const text: SqlType<string> = { name: 'text', nullable: false, quoted: true };
/** As PostgreSQL reads it: years beyond 9999 without the sign that JavaScript writes, and those before 1 as BC. */
function isoString(at: Date): string {
  const year = at.getUTCFullYear();
  const iso = at.toISOString();
  if (year >= 1 && year <= 9_999) return iso;
  const rest = iso.slice(iso.indexOf('-', 1));
  return year > 0 ? `${year}${rest}` : `${String(1 - year).padStart(4, '0')}${rest} BC`;
}
/** To the millisecond, both ways. */
export const timestamptz: SqlType<Date> = { name: 'timestamptz', nullable: false, quoted: false, write: isoString, element: isoString };
export const bytea: SqlType<Uint8Array, Buffer> = {
  name: 'bytea',
  nullable: false,
  quoted: true,
  element: (bytes) => `\\x${Buffer.from(bytes).toString('hex')}`,
};

/** `T` is what the author knows to be inside; nothing checks it. */
export function jsonb<T>(): SqlType<T> {
  const write = (value: T) => JSON.stringify(value);
  return { name: 'jsonb', nullable: false, quoted: true, write, element: write };
}

/** A column or parameter of text that holds one of these words, such as `oneOf<'open' | 'closed'>()`. */
export function oneOf<Word extends string>(): SqlType<Word> {
  return { name: 'text', nullable: false, quoted: true };
}

/** An enum of the database, with all of its values. */
export function enumOf<const Label extends string>(name: string, labels: readonly Label[]): SqlType<Label> {
  return { name, nullable: false, quoted: true, labels };
}

/** A key of one sort only, such as `keyOf<AvatarKey>()`. */
export function keyOf<Key extends string>(): SqlType<Key> {
  return { name: 'uuid', nullable: false, quoted: false };
}

/** A parameter that may be null, or a column that may be: NOT NULL does not guard it, or an outer join leaves it out. */
export function nullable<I, O>(type: SqlType<I, O>): SqlType<I | null, O | null> {
  const { write, element, out: _, ...rest } = type;
  return {
    ...rest,
    nullable: true,
    ...(write && { write: (value: I | null) => (value === null ? null : write(value)) }),
    ...(element && { element: (value: I | null) => (value === null ? 'NULL' : element(value)) }),
  };
}

/**
 * A column that its table lets be null, and that is not in these rows: a constraint or a condition sees to it that the check
 * of statements can't follow. The author vouches for it.
 */
export function present<I, O>(type: SqlType<I, O>): SqlType<I, O> {
  return { ...type, present: true };
}

/**
 * Written as a literal. The driver can write arrays too, but through one converter for values of any type; knowing the
 * type is worth a fifth of the ledger's time.
 */
export function array<I, O>(type: SqlType<I, O>): SqlType<readonly I[], O[]> {
  const write = type.quoted || type.element || type.nullable ? elementWriter(type) : (values: readonly I[]) => `{${values.join(',')}}`;
  const { labels } = type;
  return { name: `_${type.name}`, nullable: false, quoted: false, write, element: write, ...(labels && { labels }) };
}

const SPECIAL = /["\\]/g;

function elementWriter<I>({ quoted, element = String }: SqlType<I, unknown>): (values: readonly I[]) => string {
  return (values) => {
    let literal = '{';
    for (const [index, value] of values.entries()) {
      if (index > 0) literal += ',';
      if (value === null) literal += 'NULL';
      else literal += quoted ? `"${element(value).replace(SPECIAL, '\\$&')}"` : element(value);
    }
    return `${literal}}`;
  };
}
