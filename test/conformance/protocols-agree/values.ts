import { type Param, type Type, t } from '@scrip/rpc';
import fc, { type Arbitrary } from 'fast-check';

/** An id that a world gave out in the results of these procedures: the same place in each world's own list of them. */
export class Learned {
  readonly from: readonly string[];
  readonly place: number;
  constructor(from: readonly string[], place: number) {
    this.from = from;
    this.place = place;
  }
}

/** What the words of a kind of parameter are, by its name. */
export type Vocabulary = (procedure: string, param: string) => Arbitrary<unknown> | undefined;

/**
 * Left out knowingly, because a protocol can't carry it: control characters, halves of surrogate pairs and U+FFFE (XML), whole
 * numbers that a double would round, infinities and a zero below zero (JSON). Times and bytes are sent to parameters that take them
 * and nowhere else: in JSON they are texts.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const UNSENDABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/u;
const sendable = (text: string) => !UNSENDABLE.test(text);
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) || Math.abs(value) >= 2 ** 53 ? 0.5 : value));

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter(sendable),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '1',
    'abc',
    'true',
    'a,b',
    'a#b',
    'a::b',
    ' x  y ',
    'Zoë 日本 😀',
    '<&>"\']]>',
    'a\r\nb\tc',
    '\u200b',
    '__proto__',
    'x'.repeat(64),
  ),
);
const wholeText = fc.integer({ min: -3, max: 40 }).chain((n) => fc.constantFrom(String(n), `${n}.000000`, ` ${n} `, `${n}.5`));

/** Anything that JSON and XML-RPC can both write, a few levels deep. */
const anything: Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(word, fc.integer(), number, fc.boolean(), fc.constant(null), wholeText),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** What is never right, or only by one of the documented conversions. */
export const wrong: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    2 ** 31,
    -(2 ** 31) - 1,
    Number.MAX_SAFE_INTEGER,
    1e-7,
    '',
    'abc',
    '1e3',
    [],
    {},
  ),
  wholeText,
  anything,
);

function bounds(type: Type<unknown>, low: string, high: string): [number | undefined, number | undefined] {
  const { [low]: min, [high]: max } = type.schema;
  return [typeof min === 'number' ? min : undefined, typeof max === 'number' ? max : undefined];
}

/** Values at and beside the edges of what a type takes. */
export function edges(type: Type<unknown>): Arbitrary<unknown> {
  switch (type.kind) {
    case 'string': {
      const [min = 0, max = 64] = bounds(type, 'minLength', 'maxLength');
      return fc.constantFrom(
        'x'.repeat(min),
        'x'.repeat(Math.max(0, min - 1)),
        'x'.repeat(max),
        'x'.repeat(max + 1),
        '日'.repeat(Math.min(max, 1_000)),
      );
    }
    case 'int': {
      const [min = -1, max = 2 ** 31 - 1] = bounds(type, 'minimum', 'maximum');
      const near = [min - 1, min, min + 1, max - 1, max, max + 1].filter(Number.isSafeInteger);
      return fc.oneof(fc.constantFrom(...near, ...near.map(String)), wholeText, number);
    }
    case 'amount':
    case 'double':
      return fc.oneof(fc.constantFrom(-1, 0, 1e-7, 1e15, 2 ** 53 - 1, '1e3', '.5', '5.', '-0', '1e999', '0x10'), number, wholeText);
    case 'boolean':
      return fc.constantFrom(true, false, 0, 1, 2, '0', '1', 'TRUE', ' false ', 'no');
    case 'dateTime':
      return fc.oneof(time, fc.constantFrom('20261122T03:08:00', '2026-11-22T03:08:00.5Z', '2026-02-30 00:00:00', '', 'now'));
    case 'base64':
      return fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constantFrom('', 'AAA', 'AAAA', '!!!!', 'AA=='));
    case 'array': {
      const [, max = 10_000] = bounds(type, 'minItems', 'maxItems');
      const element = type.element ?? t.any();
      return fc.oneof(
        fc.constant([]),
        fc.array(edges(element), { maxLength: 2 }),
        ...(max < 100 ? [fc.array(plain(element), { minLength: max, maxLength: max + 1, size: 'max' })] : []),
      );
    }
    default:
      return fc.oneof(wrong, plain(type));
  }
}

const NOW_ms = Date.now();
/** To the second, as XML-RPC writes it. */
const time = fc.integer({ min: -100_000, max: 100_000 }).map((s) => new Date(Math.floor(NOW_ms / 1_000 + s) * 1_000));

/** Values that a type takes, of the size that people send. */
export function plain(
  type: Type<unknown>,
  words: (member: string) => Arbitrary<unknown> | undefined = () => undefined,
): Arbitrary<unknown> {
  const listed = type.schema['enum'];
  if (Array.isArray(listed)) return fc.constantFrom(...listed);
  switch (type.kind) {
    case 'string': {
      const [min = 0, max = 64] = bounds(type, 'minLength', 'maxLength');
      return word.filter((text) => text.length >= min && text.length <= max);
    }
    case 'int': {
      const [min = 0, max = 2 ** 31 - 1] = bounds(type, 'minimum', 'maximum');
      return fc.integer({ min: Math.max(min, -1), max: Math.min(max, 40) });
    }
    case 'amount':
    case 'double':
      return fc.integer({ min: 0, max: 80 }).map((quarters) => quarters / 4);
    case 'boolean':
      return fc.boolean();
    case 'dateTime':
      return time;
    case 'base64':
      return fc.uint8Array({ maxLength: 20 });
    case 'array':
      return fc.array(plain(type.element ?? t.any(), words), { maxLength: 3 });
    case 'tuple':
      return fc.tuple(...(type.items ?? []).map((item) => plain(item, words)));
    case 'struct': {
      const members = [...(type.members ?? [])];
      const all = Object.fromEntries(members.map(([name, member]) => [name, words(name) ?? plain(member.type, words)]));
      const requiredKeys = members.filter(([, member]) => !member.optional).map(([name]) => name);
      return fc.record(all, { requiredKeys, noNullPrototype: true });
    }
    case 'any':
      return anything;
  }
}

/** A value for a parameter that a caller might send who knows what they do. */
export function sensible(procedure: string, name: string, { type }: Param<unknown>, vocabulary: Vocabulary): Arbitrary<unknown> {
  return vocabulary(procedure, name) ?? plain(type, (member) => vocabulary(procedure, member));
}
