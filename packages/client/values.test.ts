import { expect, it } from 'vitest';
import { writeParams } from './values.ts';

it('writes what the server reads as it was meant', () => {
  const at = new Date('2006-10-23T03:08:00Z');
  const params = { amount: 12345678901234567890n, half: 0.5, most: Number.MAX_SAFE_INTEGER, at, deep: [{ zero: -0 }], left: undefined };
  expect(writeParams(params)).toBe(
    '{"amount":"12345678901234567890","half":0.5,"most":9007199254740991,"at":"2006-10-23T03:08:00.000Z","deep":[{"zero":0}]}',
  );
});

it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 53], [1e300], [new Date('no day')]])(
  'refuses %s, which would get there as something else',
  (value) => {
    expect(() => writeParams({ amount: value })).toThrow(/^amount is /);
    expect(() => writeParams({ deep: [{ amount: value }] })).toThrow(/^amount is /);
  },
);
