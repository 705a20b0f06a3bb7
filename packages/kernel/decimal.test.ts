import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, decimalOf, decimalOfMinor, isMore, isShortest, toDecimal, toScale } from './index.ts';

test.each([
  ['5', '5'],
  ['+5', '5'],
  ['-0', '0'],
  ['007.50', '7.5'],
  ['20.000000', '20'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['1e3', '1000'],
  ['12.5E-3', '0.0125'],
  ['-9.99', '-9.99'],
  ['0e99999', '0'],
  ['9007199254.740991', '9007199254.740991'],
])('%s is the decimal number %s', (text, decimal) => {
  expect(toDecimal(text)).toBe(decimal);
});

test.each(['', '.', 'abc', '1,5', '1e', '0x10', '--1', 'NaN', 'Infinity', '1 ', '1e20', '1e-21', '1e99999999999999999999', '1\n'])(
  '%j is no decimal number of twenty places',
  (text) => {
    expect(toDecimal(text)).toBeUndefined();
  },
);

test('a double is the number of its shortest text', () => {
  expect([0.1, 9.99, -0, 5, 1e-7, 2 ** 53, 1e300].map(decimalOf)).toEqual([
    '0.1',
    '9.99',
    '0',
    '5',
    '0.0000001',
    '9007199254740992',
    undefined,
  ]);
});

test.each([
  ['12.5', 2, 1_250n],
  ['12', 2, 1_200n],
  ['-0.05', 2, -5n],
  ['0.005', 2, undefined],
  ['1.5', 0, undefined],
  ['9007199254.740991', 6, 9_007_199_254_740_991n],
] as const)('%s at scale %i is %s', (decimal, scale, minor) => {
  expect(toScale(decimal as Decimal, scale)).toBe(minor);
});

test('minor units become major ones and come back', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 6 }), (minor, scale) => {
      const decimal = decimalOfMinor(minor, scale);
      expect(decimal).toMatch(/^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/);
      expect(toScale(decimal, scale)).toBe(minor);
    }),
  );
});

test('amounts are compared as numbers', () => {
  const more = (a: string, b: string) => isMore(a as Decimal, b as Decimal);
  expect([more('10', '9'), more('9.99', '10'), more('0.1', '0.09'), more('5', '5'), more('-1', '0')]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

describe('isShortest', () => {
  test.each([
    '3.0',
    '3e0',
    '3.000',
    '0.1',
    '1e22',
    '100000000000000000000',
    '0.30000000000000004',
    '0.000000000000000000',
    '-1.5e-7',
    '5e-324',
  ])('%s means what its double means', (text) => expect(isShortest(text)).toBe(true));
  test.each([
    '0.99999999999999999999',
    '2.9999999999999999',
    '0.10000000000000001',
    '9007199254740993.0',
    '1e400',
    '1e-400',
    '4e-324',
    '1.00000000000000000000000000000000000001',
  ])('%s means another number', (text) => expect(isShortest(text)).toBe(false));

  test('the shortest text of every double does', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => isShortest(String(double))));
  });
});
