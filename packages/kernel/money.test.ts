import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, formatMinor, MAX_MINOR, minorToMajor } from './index.ts';

const whole = { code: 'LS', scale: 0 };
const hundredths = { code: 'USD', scale: 2 };
const millionths = { code: 'XMR', scale: 6 };

it.each([
  [0n, whole, 0],
  [MAX_MINOR, whole, Number.MAX_SAFE_INTEGER],
  [-MAX_MINOR, whole, -Number.MAX_SAFE_INTEGER],
  [1234n, hundredths, 12.34],
  [-5n, hundredths, -0.05],
  [1n, millionths, 0.000001],
])('gives %d minor units of %o out as %d', (minor, currency, major) => {
  expect(minorToMajor(minor, currency)).toBe(major);
});

it('holds no more than a double carries exactly', () => {
  expect(BigInt(Number(MAX_MINOR))).toBe(MAX_MINOR);
  expect(Number(MAX_MINOR + 1n)).toBe(Number(MAX_MINOR + 2n));
});

it.each([
  [0n, 0, '0'],
  [-7n, 0, '-7'],
  [1_000_000n, 0, '1000000'],
  [0n, 2, '0.00'],
  [5n, 2, '0.05'],
  [-5n, 2, '-0.05'],
  [1234n, 2, '12.34'],
  [-1234n, 2, '-12.34'],
  [MAX_MINOR, 6, '9007199254.740991'],
])('writes %d at scale %d as %s', (minor, scale, text) => {
  expect(formatMinor(minor, scale)).toBe(text);
});

describe('apportion', () => {
  it.each([
    ['the earlier first where remainders are equal', 10n, [1n, 1n, 1n], [4n, 3n, 3n]],
    ['by the largest remainder', 10n, [1n, 2n, 4n], [1n, 3n, 6n]],
    ['nothing', 0n, [3n, 4n], [0n, 0n]],
    ['nothing to a weight of nothing', 5n, [0n, 1n], [0n, 5n]],
    ['less than there are weights', 2n, [1n, 1n, 1n], [1n, 1n, 0n]],
  ])('shares %s', (_name, total, weights, shares) => {
    expect(apportion(total, weights)).toEqual(shares);
  });

  it('accounts for every unit, and gives nobody a whole unit more or less than the exact share', () => {
    const weights = fc
      .array(fc.bigInt(0n, 10n ** 20n), { minLength: 1, maxLength: 50 })
      .filter((list) => list.some((weight) => weight > 0n));
    fc.assert(
      fc.property(fc.bigInt(0n, MAX_MINOR), weights, (total, list) => {
        const shares = apportion(total, list);
        const sum = list.reduce((a, b) => a + b, 0n);
        expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
        for (const [index, share] of shares.entries()) {
          const off = share * sum - total * (list[index] as bigint);
          expect(off < sum && off > -sum).toBe(true);
        }
      }),
    );
  });
});
