import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { PERIOD_NAMES, PERIODS, periodName, priceFor, weekRate } from './rates.ts';

test.each([
  [1, 'hour', 168],
  [10, 'day', 70],
  [500, 'week', 500],
  // 15 * 7 / 30 is 3.5, which is rounded up, and 14 * 7 / 30 is 3.26…
  [15, 'month', 4],
  [14, 'month', 3],
  [1, 'month', 0],
] as const)('%d for each %s is %d a week', (rate, period, week) => {
  expect(weekRate(priceFor(rate, period))).toBe(week);
});

test.each([
  ['hour', 12_782_640],
  ['day', 306_783_378],
  ['week', 2_147_483_647],
] as const)('a price for each %s is shown as an int, or refused', (period, most) => {
  expect(weekRate(priceFor(most, period))).toBeLessThanOrEqual(2_147_483_647);
  expect(() => priceFor(most + 1, period)).toThrow(`${most + 1} for each ${period} comes to`);
});

it('is the nearest whole number to the exact rate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.constantFrom(...PERIOD_NAMES), (rate, period) => {
      const exact = (rate * PERIODS.week) / PERIODS[period];
      expect(Math.abs(weekRate(priceFor(rate, period)) - exact)).toBeLessThanOrEqual(0.5);
    }),
  );
});

it('names periods by their seconds', () => {
  expect(PERIOD_NAMES.map((name) => periodName(PERIODS[name]))).toEqual(PERIOD_NAMES);
  expect(() => periodName(60)).toThrow('no period has 60 seconds');
});
