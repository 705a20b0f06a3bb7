import { invalidParams } from './faults.ts';
import { type Param, param } from './procedure.ts';
import { type JsonSchema, type Type, Typed } from './type.ts';
import { t } from './types.ts';

/** What came in one of the three places: a format word, or a number. */
type Slot = string | number;

/** A part of a list, as the Apez document's lists take it: a limit of -1 is no limit. */
export interface Range {
  readonly offset: number;
  readonly limit: number;
}

export interface FormatSlots<W extends string> {
  readonly format: Param<Slot>;
  readonly offset: Param<Slot>;
  readonly limit: Param<Slot>;
  /** Takes the three in the order in which the procedure declares them. Raises invalid_params where they make no sense. */
  read(...slots: readonly Slot[]): Range & { readonly format: W };
}

const NUMBER = t.int({ min: -1 });

/**
 * The optional parameters format, offset and limit of a list, for a procedure to declare in its documented order. A format
 * word is taken from whichever of the three it stands in, and the numbers then move up: `"csv", 0, -1` and `0, -1, "csv"`
 * are the same. The first word is the default; offset is 0 and limit -1, which is no limit, where they are left out.
 */
export function formatSlots<const W extends string>(words: readonly [W, ...W[]]): FormatSlots<W> {
  const [usual] = words;
  const isWord = (value: Slot): value is W => words.includes(value as W);
  const slot = (kind: 'string' | 'int', schema: JsonSchema): Type<Slot> => ({
    kind,
    schema,
    parse(value, path) {
      const word = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
      if (word === '' && kind === 'string') return usual;
      if (word === undefined || !/[a-z]/.test(word)) return NUMBER.parse(value, path);
      if (isWord(word)) return word;
      throw invalidParams(`${path} is ${JSON.stringify(word.slice(0, 40))}; ${words.join(' or ')} is needed, or a whole number`);
    },
    check: () => 'a parameter, and no result',
  });
  return {
    format: param(slot('string', { type: 'string', enum: words }), `One of: ${words.join(', ')}.`, usual),
    offset: param(slot('int', { type: 'integer', minimum: 0 }), 'How many to leave out at the beginning.', 0),
    limit: param(slot('int', { type: 'integer', minimum: -1 }), 'How many to list; -1 for all.', -1),
    read(...slots) {
      const given = slots.filter(isWord);
      const format = given.find((word) => word !== usual) ?? given[0];
      if (format === undefined)
        throw invalidParams(`no format came, but three numbers (${slots.join(', ')}); ${words.join(' or ')} is needed`);
      const numbers = slots.filter((slot) => typeof slot === 'number');
      // A word in the place of the offset, and what stands in that of the limit where nothing was given.
      if (numbers.length === 1 && numbers[0] === -1) return { format, offset: 0, limit: -1 };
      const [offset = 0, limit = -1] = numbers;
      if (offset < 0) throw invalidParams(`offset is ${offset}; a whole number from 0 is needed`);
      return { format, offset, limit };
    },
  };
}

/** A result that is rows, or one text, by the format that was asked for: `rows` wraps them for the protocols. */
export function rowsOrText<T>(list: Type<T[]>): { type: Type<string | Typed>; rows(value: T[]): Typed } {
  return {
    type: {
      kind: 'any',
      schema: { anyOf: [list.schema, { type: 'string' }] },
      parse: () => {
        throw new Error('a result, and no parameter');
      },
      check: (value) =>
        typeof value === 'string' ? undefined : value instanceof Typed ? list.check(value.value) : 'neither rows nor a text',
    },
    rows: (value) => new Typed(list, value),
  };
}
