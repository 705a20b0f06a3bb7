import { describe, expect, it, test } from 'vitest';
import { createRegistry, nearest, param, procedure, publicAuthority, readNumber, signatures, type Type, t } from './index.ts';
import { RoundedNumber } from './rounded.ts';

test.each([
  ['an int', 5, '5'],
  ['a double', 9.99, '9.99'],
  ['a double that is whole', 3.0, '3'],
  ['a text', '9.99', '9.99'],
  ['an in-world float', '9.990000', '9.99'],
  ['a text with a plus, spaces and an exponent', ' +1.5e1 ', '15'],
  ['more digits than a double carries, as a text', '9007199254.740991', '9007199254.740991'],
  ['an i8', 9_007_199_254_740_993n, '9007199254740993'],
  ['minus zero', -0, '0'],
  ['a sixth decimal', 0.000001, '0.000001'],
  ['less than nothing', -2, '-2'],
])('an amount as %s is the decimal number that was written', (_, sent, decimal) => {
  expect(t.amount().parse(sent, 'amount')).toBe(decimal);
});

test.each([
  ['abc', 'amount is "abc"; a decimal number of at most 20 digits before the point and behind it is needed'],
  ['', 'amount is ""'],
  [true, 'amount is true'],
  [null, 'amount is nil'],
  [[5], 'amount is an array'],
  [Number.NaN, 'amount is NaN'],
  [1e300, 'amount is 1e+300'],
  ['1e400', 'amount is "1e400"'],
  ['9'.repeat(100_000), 'amount is "9999'],
  [
    new RoundedNumber('0.99999999999999999999'),
    'amount is 0.99999999999999999999; a number that a double carries, such as 1, or a text is needed',
  ],
])('%s is no amount', (sent, message) => {
  expect(() => t.amount().parse(sent, 'amount')).toThrow(message);
});

test('an amount below the least one is refused', () => {
  expect(() => t.amount({ min: 0 }).parse(-0.01, 'amount')).toThrow('amount is -0.01; 0 or more is needed');
  expect(t.amount({ min: -1 }).parse('-1', 'maximum')).toBe('-1');
});

describe('a number that a double rounds', () => {
  const third = readNumber('0.33333333333333333333');
  it.each<[string, Type<unknown>, string, unknown]>([
    ['double', t.double(), '0.10000000000000001', 0.1],
    ['int', t.int(), '2.9999999999999999', 3],
    ['flag', t.flag(), '0.99999999999999999999', 1],
    ['array', t.array(t.double()), '0.10000000000000001', [0.1]],
  ])('is the nearest double to the type %s', (kind, type, text, value) => {
    const sent = readNumber(text);
    expect(type.parse(kind === 'array' ? [sent] : sent, 'p')).toEqual(value);
  });
  it('is the nearest double wherever anything is taken, at any depth', () => {
    expect(t.any().parse({ a: [third, { b: third }], c: new Date(0) }, 'p')).toEqual({ a: [1 / 3, { b: 1 / 3 }], c: new Date(0) });
    expect(t.struct({ a: t.any() }).parse({ a: third }, 'p')).toEqual({ a: 1 / 3 });
  });
  it('is no struct, and no text', () => {
    expect(() => t.struct({}).parse(third, 'p')).toThrow('p is 0.33333333333333333333; a struct is needed');
    expect(() => t.string().parse(third, 'p')).toThrow('p is 0.33333333333333333333; a string is needed');
    expect([nearest(third), nearest('x')]).toEqual([1 / 3, 'x']);
  });
});

test('a signature has an amount once for each type that may be sent, as it was documented first', () => {
  const declared = procedure({
    name: 'amounts.signature',
    summary: 'Of a test.',
    params: { amount: param(t.amount(), 'So much.'), most: param(t.amount({ usual: 'double' }), 'At most.', t.amount().parse(-1, 'most')) },
    result: t.string(),
    resultDoc: 'Nothing.',
    faults: [],
    authority: publicAuthority('a test calls it'),
    handler: () => '',
  });
  const [entry] = createRegistry([declared]).entries;
  expect(entry && signatures(entry)).toEqual([
    ['string', 'int'],
    ['string', 'int', 'double'],
    ['string', 'double'],
    ['string', 'double', 'int'],
    ['string', 'string'],
    ['string', 'string', 'string'],
  ]);
});
