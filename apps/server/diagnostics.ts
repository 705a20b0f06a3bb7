import { invalidParams, isStruct, type Procedure, param, procedure, publicAuthority, type Struct, t } from '@scrip/rpc';

const PUBLIC = publicAuthority('it answers with what it was sent');
const NOTES = 'Only on a server with SCRIP_DIAGNOSTICS=1.';

/** The number in a struct's member, or a fault that names it. */
function number(struct: unknown, name: string): number {
  const value = isStruct(struct) && Object.hasOwn(struct, name) ? struct[name] : undefined;
  if (typeof value !== 'number') throw invalidParams(`the struct needs a number named ${name}`);
  return value;
}

/** The sum as an int. */
function sum(numbers: readonly number[]): number {
  const result = numbers.reduce((total, one) => total + one, 0);
  if ((result | 0) !== result) throw invalidParams(`the sum is ${result}; numbers whose sum is whole and fits into 32 bits are needed`);
  return result;
}

function struct(value: unknown, path: string): Struct {
  if (!isStruct(value)) throw invalidParams(`${path} must be a struct`);
  return value;
}

const STOOGES = ['moe', 'larry', 'curly'] as const;

const ENTITIES = { ctLeftAngleBrackets: '<', ctRightAngleBrackets: '>', ctAmpersands: '&', ctApostrophes: "'", ctQuotes: '"' } as const;

/** The interoperability methods of the XML-RPC validator, and an echo; only there with SCRIP_DIAGNOSTICS=1. */
export const diagnostics: readonly Procedure[] = [
  procedure({
    name: 'diagnostics.echo',
    summary: 'Answers with the value that it is sent.',
    notes: NOTES,
    params: { value: param(t.any(), 'Anything.') },
    result: t.any(),
    resultDoc: 'The same value.',
    faults: [],
    authority: PUBLIC,
    handler: ({ value }) => value,
  }),
  procedure({
    name: 'validator1.arrayOfStructsTest',
    summary: 'Adds up the members named `curly` of an array of structs.',
    notes: NOTES,
    params: { structs: param(t.array(t.any()), 'Structs with the numbers moe, larry and curly.') },
    result: t.int(),
    resultDoc: 'The sum of all curly.',
    faults: [],
    authority: PUBLIC,
    handler: ({ structs }) => sum(structs.map((one) => number(one, 'curly'))),
  }),
  procedure({
    name: 'validator1.countTheEntities',
    summary: 'Counts the characters that XML has to escape.',
    notes: NOTES,
    params: { text: param(t.string({ max: 65_536 }), 'Any text.') },
    result: t.struct({
      ctLeftAngleBrackets: t.int(),
      ctRightAngleBrackets: t.int(),
      ctAmpersands: t.int(),
      ctApostrophes: t.int(),
      ctQuotes: t.int(),
    }),
    resultDoc: 'How many of each there are.',
    faults: [],
    authority: PUBLIC,
    handler({ text }) {
      const count = (name: keyof typeof ENTITIES) => text.split(ENTITIES[name]).length - 1;
      return {
        ctLeftAngleBrackets: count('ctLeftAngleBrackets'),
        ctRightAngleBrackets: count('ctRightAngleBrackets'),
        ctAmpersands: count('ctAmpersands'),
        ctApostrophes: count('ctApostrophes'),
        ctQuotes: count('ctQuotes'),
      };
    },
  }),
  procedure({
    name: 'validator1.easyStructTest',
    summary: 'Adds up moe, larry and curly.',
    notes: NOTES,
    params: { stooges: param(t.any(), 'A struct with the numbers moe, larry and curly.') },
    result: t.int(),
    resultDoc: 'The sum of the three.',
    faults: [],
    authority: PUBLIC,
    handler: ({ stooges }) => sum(STOOGES.map((name) => number(stooges, name))),
  }),
  procedure({
    name: 'validator1.echoStructTest',
    summary: 'Answers with the struct that it is sent.',
    notes: NOTES,
    params: { value: param(t.any(), 'A struct.') },
    result: t.any(),
    resultDoc: 'The same struct.',
    faults: [],
    authority: PUBLIC,
    handler: ({ value }) => struct(value, 'value'),
  }),
  procedure({
    name: 'validator1.manyTypesTest',
    summary: 'Answers with its six parameters as an array.',
    notes: NOTES,
    params: {
      number: param(t.int(), 'A whole number.'),
      boolean: param(t.boolean(), 'A boolean.'),
      string: param(t.string({ max: 65_536 }), 'A text.'),
      double: param(t.double(), 'A number.'),
      dateTime: param(t.dateTime(), 'A time.'),
      base64: param(t.base64(), 'Bytes.'),
    },
    result: t.tuple(t.int(), t.boolean(), t.string(), t.double(), t.dateTime(), t.base64()),
    resultDoc: 'The parameters in order.',
    faults: [],
    authority: PUBLIC,
    handler: (input): [number, boolean, string, number, Date, Uint8Array] => [
      input.number,
      input.boolean,
      input.string,
      input.double,
      input.dateTime,
      input.base64,
    ],
  }),
  procedure({
    name: 'validator1.moderateSizeArrayCheck',
    summary: 'Joins the first and the last text of an array.',
    notes: NOTES,
    params: { texts: param(t.array(t.string({ max: 4_096 })), 'Between 100 and 200 texts, as the validator sends them.') },
    result: t.string({ max: 8_192 }),
    resultDoc: 'The first and the last, joined.',
    faults: [],
    authority: PUBLIC,
    handler: ({ texts }) => (texts[0] ?? '') + (texts.at(-1) ?? ''),
  }),
  procedure({
    name: 'validator1.nestedStructTest',
    summary: 'Adds up moe, larry and curly of the first of April 2000 in a calendar of nested structs.',
    notes: NOTES,
    params: { calendar: param(t.any(), 'Structs of years, months (`04`) and days (`01`).') },
    result: t.int(),
    resultDoc: 'The sum of the three.',
    faults: [],
    authority: PUBLIC,
    handler({ calendar }) {
      const month = struct(struct(calendar, 'calendar')['2000'], 'the year 2000')['04'];
      const day = struct(month, 'the month 04')['01'];
      return sum(STOOGES.map((name) => number(day, name)));
    },
  }),
  procedure({
    name: 'validator1.simpleStructReturnTest',
    summary: 'Multiplies a number by ten, a hundred and a thousand.',
    notes: NOTES,
    params: { number: param(t.int({ min: -2_000_000, max: 2_000_000 }), 'A whole number.') },
    result: t.struct({ times10: t.int(), times100: t.int(), times1000: t.int() }),
    resultDoc: 'The three products.',
    faults: [],
    authority: PUBLIC,
    handler: ({ number }) => ({ times10: number * 10, times100: number * 100, times1000: number * 1000 }),
  }),
];
