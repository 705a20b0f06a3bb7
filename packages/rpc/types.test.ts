import { describe, expect, it } from 'vitest';
import { Fault, parseDateTime, type Type, Typed, t, xmlName } from './index.ts';

const BIG = Number.MAX_SAFE_INTEGER;
const bigInt = t.int({ max: BIG });
const time = new Date('2006-10-23T03:08:00Z');
const bytes = Uint8Array.of(1, 2, 3);

/** What a caller sent, and what the handler gets. */
const ACCEPTED: readonly (readonly [string, Type<unknown>, unknown, unknown])[] = [
  ['an empty string', t.string(), '', ''],
  ['text beyond ASCII', t.string(), 'Zoë 日本 𝄞', 'Zoë 日本 𝄞'],
  ['a string of the longest length', t.string({ max: 3 }), 'abc', 'abc'],
  ['an int', t.int(), 7, 7],
  ['the least int', t.int(), -2147483648, -2147483648],
  ['the greatest int', t.int(), 2147483647, 2147483647],
  ['an int as an in-world string', t.int(), '42', 42],
  ['a signed string', t.int(), '-42', -42],
  ['a plus sign and spaces', t.int(), ' +42 ', 42],
  ['leading zeros', t.int(), '007', 7],
  ['a double that is whole', t.int(), 20.0, 20],
  ['an in-world float that is whole', t.int(), '20.000000', 20],
  ['an i8', t.int(), 20n, 20],
  ['minus zero', t.int(), -0, 0],
  ['minus zero as text', t.int(), '-0', 0],
  ['the greatest whole number that is exact', bigInt, BIG, BIG],
  ['the same as text', bigInt, '9007199254740991', BIG],
  ['the same as an i8', bigInt, 9007199254740991n, BIG],
  ['a double', t.double(), 1.5, 1.5],
  ['an int where a float is meant', t.double(), 20, 20],
  ['a decimal as text', t.double(), '0.25', 0.25],
  ['an exponent', t.double(), '1e3', 1000],
  ['no digit before the point', t.double(), '.5', 0.5],
  ['no digit after the point', t.double(), '5.', 5],
  ['an i8 that a double holds', t.double(), 9007199254740992n, 9007199254740992],
  ['whole text that a double holds', t.double(), '9007199254740992', 9007199254740992],
  ['true', t.boolean(), true, true],
  ['one', t.boolean(), 1, true],
  ['one as text', t.boolean(), '1', true],
  ['the word true', t.boolean(), 'true', true],
  ['the word TRUE', t.boolean(), ' TRUE ', true],
  ['an i8 one', t.boolean(), 1n, true],
  ['false', t.boolean(), false, false],
  ['zero', t.boolean(), 0, false],
  ['zero as text', t.boolean(), '0', false],
  ['the word false', t.boolean(), 'False', false],
  ['a flag', t.flag(), 1, 1],
  ['a flag as a boolean', t.flag(), true, 1],
  ['a flag as a word', t.flag(), 'false', 0],
  ['a time', t.dateTime(), time, time],
  ['a time as XML-RPC writes it', t.dateTime(), '20061023T03:08:00', time],
  ['a time as JSON has it', t.dateTime(), '2006-10-23T03:08:00.000Z', time],
  ['a time as the lease log writes it', t.dateTime(), '2006-10-23 03:08:00Z', time],
  ['bytes', t.base64(), bytes, bytes],
  ['bytes as JSON has them', t.base64(), 'AQID', Buffer.from(bytes)],
  ['no bytes', t.base64(), '', Buffer.alloc(0)],
  ['elements that convert', t.array(t.int()), ['1', 2], [1, 2]],
  ['a tuple', t.tuple(t.string(), t.double()), ['a', '1.5'], ['a', 1.5]],
  ['a struct', t.struct({ a: t.int(), b: t.optional(t.int()) }), { a: '1' }, { a: 1 }],
  ['an optional member', t.struct({ a: t.int(), b: t.optional(t.int()) }), { a: 1, b: 2 }, { a: 1, b: 2 }],
  ['anything', t.any(), [{ a: null }], [{ a: null }]],
];

/** What a caller sent, and what the fault's text says of it. */
const REFUSED: readonly (readonly [string, Type<unknown>, unknown, string])[] = [
  ['a number for a string', t.string(), 5, 'p is 5; a string is needed'],
  ['null for a string', t.string(), null, 'p is nil; a string is needed'],
  ['an array for a string', t.string(), ['a'], 'p is an array'],
  ['a string that is too long', t.string({ max: 3 }), 'abcd', 'p has 4 characters; at most 3'],
  ['a string that is too short', t.string({ min: 2 }), 'a', 'p has 1 characters; at least 2'],
  ['a NUL', t.string(), 'a\0b', 'control character'],
  ['a control character', t.string(), 'a\x01b', 'control character'],
  ['a form feed', t.string(), 'a\fb', 'control character'],
  ['a character that is none', t.string(), 'a\uffffb', 'control character'],
  ['a high surrogate alone', t.string(), 'a\ud834', 'surrogate'],
  ['a low surrogate alone', t.string(), '\udd1ea', 'surrogate'],
  ['surrogates the wrong way round', t.string(), '\udd1e\ud834', 'surrogate'],
  ['abc for an int', t.int(), 'abc', 'p is "abc"; a whole number is needed'],
  ['1.5 for an int', t.int(), 1.5, 'p is 1.5; a whole number is needed'],
  ['1.5 as text for an int', t.int(), '1.5', 'whole number'],
  ['a millionth too much for an int', t.int(), '20.000001', 'whole number'],
  ['an exponent for an int', t.int(), '1e3', 'whole number'],
  ['hexadecimal', t.int(), '0x10', 'whole number'],
  ['no text for an int', t.int(), '', 'p is ""'],
  ['spaces for an int', t.int(), '  ', 'whole number'],
  ['digits of another script', t.int(), '٤٢', 'whole number'],
  ['a boolean for an int', t.int(), true, 'p is true'],
  ['NaN', t.int(), Number.NaN, 'whole number'],
  ['infinity', t.int(), Number.POSITIVE_INFINITY, 'whole number'],
  ['an int beyond 32 bits', t.int(), 2147483648, 'from -2147483648 to 2147483647'],
  ['an int below 32 bits', t.int(), '-2147483649', 'from -2147483648 to 2147483647'],
  ['an int below its own least', t.int({ min: 1 }), 0, 'from 1 to'],
  ['a whole number that would be rounded', bigInt, '9007199254740993', 'to 9007199254740991'],
  ['the same as an i8', bigInt, 9007199254740993n, 'to 9007199254740991'],
  ['a huge string of digits', bigInt, '9'.repeat(100_000), 'whole number'],
  ['huge digits for a double', t.double(), '9'.repeat(100_000), 'a number that a double holds is needed'],
  ['digits beyond every double', t.double(), '9'.repeat(399), 'a number that a double holds is needed'],
  ['an i8 that a double would round', t.double(), 9007199254740993n, 'a number that a double holds is needed'],
  ['whole text that a double would round', t.double(), '9007199254740993', 'a number that a double holds is needed'],
  ['abc for a double', t.double(), 'abc', 'p is "abc"; a number that a double holds is needed'],
  ['no text for a double', t.double(), '', 'a number that a double holds is needed'],
  ['a point for a double', t.double(), '.', 'a number that a double holds is needed'],
  ['the word NaN', t.double(), 'NaN', 'a number that a double holds is needed'],
  ['the word Infinity', t.double(), '-Infinity', 'a number that a double holds is needed'],
  ['an exponent beyond every double', t.double(), '1e400', 'a number that a double holds is needed'],
  ['a boolean for a double', t.double(), false, 'a number that a double holds is needed'],
  ['two for a boolean', t.boolean(), 2, 'p is 2; a boolean'],
  ['yes for a boolean', t.boolean(), 'yes', 'a boolean'],
  ['no text for a boolean', t.boolean(), '', 'a boolean'],
  ['null for a boolean', t.boolean(), null, 'a boolean'],
  ['two for a flag', t.flag(), 2, 'a boolean'],
  ['the 30th of February', t.dateTime(), '20060230T00:00:00', 'a time such as'],
  ['24 hours', t.dateTime(), '20060228T24:00:00', 'a time such as'],
  ['a zone', t.dateTime(), '2006-10-23T03:08:00+02:00', 'a time such as'],
  ['seconds since the epoch', t.dateTime(), 1161572880, 'a time such as'],
  ['base64 without its padding', t.base64(), 'AQI', 'base64'],
  ['no base64', t.base64(), 'A*==', 'base64'],
  ['too many bytes', t.base64({ max: 2 }), 'AQID', 'p has 3 bytes; at most 2'],
  ['a string for an array', t.array(t.string()), 'a', 'p is "a"; an array'],
  ['a struct for an array', t.array(t.string()), { 0: 'a' }, 'p is a struct'],
  ['too many elements', t.array(t.int(), { max: 1 }), [1, 2], 'p has 2 elements; at most 1'],
  ['a wrong element', t.array(t.int()), [1, 'x'], 'p[1] is "x"'],
  ['a short tuple', t.tuple(t.int(), t.int()), [1], 'an array of 2'],
  ['a long tuple', t.tuple(t.int()), [1, 2], 'an array of 1'],
  ['an array for a struct', t.struct({ a: t.int() }), [1], 'a struct is needed'],
  ['a missing member', t.struct({ a: t.int() }), {}, 'p lacks the member a'],
  ['a member that is inherited only', t.struct({ toString: t.any() }), {}, 'p lacks the member toString'],
  ['an unknown member', t.struct({ a: t.int() }), { a: 1, b: 2 }, 'p has a member "b"; it takes a'],
  ['__proto__', t.struct({ a: t.int() }), JSON.parse('{"__proto__":{"a":1}}'), 'p has a member "__proto__"'],
  ['a wrong member', t.struct({ a: t.int() }), { a: 'x' }, 'p.a is "x"'],
];

describe('what callers send', () => {
  it.each(ACCEPTED)('takes %s', (_, type, given, wanted) => {
    expect(type.parse(given, 'p')).toStrictEqual(wanted);
  });

  it.each(REFUSED)('refuses %s', (_, type, given, text) => {
    const parse = () => type.parse(given, 'p');
    expect(parse).toThrow(Fault);
    expect(parse).toThrow(text);
  });

  it('quotes no more than the beginning of a value', () => {
    expect(() => t.int().parse('x'.repeat(10_000), 'p')).toThrow(/^.{1,100}$/);
  });

  it('never quotes a secret', () => {
    expect(() => t.string({ secret: true }).parse(1234, 'password')).toThrow('password is not a string; a string is needed');
  });
});

const RETURNED: readonly (readonly [string, Type<unknown>, unknown, boolean])[] = [
  ['a string', t.string(), 'a', true],
  ['a number for a string', t.string(), 1, false],
  ['an int', t.int(), 1, true],
  ['an int as text', t.int(), '1', false],
  ['an int that is none', t.int(), 1.5, false],
  ['an int beyond 32 bits', t.int(), 2 ** 31, false],
  ['a flag', t.flag(), 1, true],
  ['a boolean for a flag', t.flag(), true, false],
  ['a double', t.double(), 1.5, true],
  ['NaN', t.double(), Number.NaN, false],
  ['a boolean', t.boolean(), false, true],
  ['an int for a boolean', t.boolean(), 0, false],
  ['a date', t.dateTime(), time, true],
  ['no date', t.dateTime(), new Date(Number.NaN), false],
  ['bytes', t.base64(), bytes, true],
  ['text for bytes', t.base64(), 'AQID', false],
  ['an array', t.array(t.int()), [1], true],
  ['a wrong element', t.array(t.int()), [1, '2'], false],
  ['nothing for an array', t.array(t.int()), undefined, false],
  ['a tuple', t.tuple(t.int(), t.string()), [1, 'a'], true],
  ['a long tuple', t.tuple(t.int()), [1, 2], false],
  ['a wrong item', t.tuple(t.int()), ['1'], false],
  ['a struct', t.struct({ a: t.int(), b: t.optional(t.int()) }), { a: 1 }, true],
  ['an optional member that is undefined', t.struct({ a: t.optional(t.int()) }), { a: undefined }, true],
  ['a missing member', t.struct({ a: t.int() }), {}, false],
  ['an undeclared member', t.struct({ a: t.int() }), { a: 1, b: 2 }, false],
  ['a wrong member', t.struct({ a: t.optional(t.int()) }), { a: '1' }, false],
  ['a typed value for a struct', t.struct({}), new Typed(t.int(), 1), false],
];

it.each(RETURNED)('checks what a handler returns: %s', (_, type, value, fits) => {
  expect(type.check(value) === undefined).toBe(fits);
});

it('names the place of what is wrong in a result', () => {
  expect(t.struct({ list: t.array(t.tuple(t.int())) }).check({ list: [[1], ['2']] })).toContain('.list: [1]: [0]: ');
});

it('tells times that do not exist from those that do', () => {
  expect(parseDateTime('20000229T23:59:59')?.toISOString()).toBe('2000-02-29T23:59:59.000Z');
  expect(parseDateTime('00010101T00:00:00')?.getUTCFullYear()).toBe(1);
  for (const text of ['', '20010229T00:00:00', '20000100T00:00:00', '20001301T00:00:00', '20000101T00:60:00', '2000-01-01']) {
    expect(parseDateTime(text)).toBeUndefined();
  }
});

it('names types as XML-RPC does', () => {
  const types = [
    t.string(),
    t.int(),
    t.flag(),
    t.double(),
    t.boolean(),
    t.dateTime(),
    t.base64(),
    t.array(t.int()),
    t.tuple(),
    t.struct({}),
  ];
  const names = ['string', 'int', 'int', 'double', 'boolean', 'dateTime.iso8601', 'base64', 'array', 'array', 'struct'];
  expect(types.map(xmlName)).toEqual(names);
});
