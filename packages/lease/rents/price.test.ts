import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf, secsFor, type Tariff } from './price.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;

/** 100 a week; 10 % off from two weeks, 25 % from a month. */
const TARIFF: Tariff = {
  rate: 100n,
  periodSecs: WEEK,
  discounts: [
    { secs: 2 * WEEK, percent: 10 },
    { secs: 30 * DAY, percent: 25 },
  ],
};

const discounts = fc
  .uniqueArray(fc.record({ secs: fc.integer({ min: 1, max: 5_000 }), percent: fc.integer({ min: 0, max: 100 }) }), {
    maxLength: 5,
    selector: ({ secs }) => secs,
  })
  .map((list) => list.toSorted((a, b) => a.secs - b.secs));
const tariffs: fc.Arbitrary<Tariff> = fc.record({
  rate: fc.bigInt({ min: 1n, max: 5_000n }),
  periodSecs: fc.constantFrom(3_600, 86_400),
  discounts,
});
const secs = fc.integer({ min: 1, max: 10_000 });
/** As the database's columns allow, for what must not overflow. */
const anyTariff: fc.Arbitrary<Tariff> = fc.record({
  rate: fc.bigInt({ min: 1n, max: 2_147_483_647n * 1_000_000n }),
  periodSecs: fc.constantFrom(3_600, 86_400, 604_800, 2_592_000),
  discounts,
});
const anySecs = fc.integer({ min: 1, max: 2_147_483_647 });

describe('a quote', () => {
  it.each([
    ['a whole period', WEEK, 100n, 0],
    ['part of one, rounded up', DAY, 15n, 0],
    ['a second', 1, 1n, 0],
    ['the last second without a discount', 2 * WEEK - 1, 200n, 0],
    ['the first second with one', 2 * WEEK, 180n, 10],
    ['the largest discount', 30 * DAY, 322n, 25],
  ])('for %s', (_name, time, amount, discountPercent) => {
    expect(quoteOf(TARIFF, time)).toEqual({ secs: time, amount, discountPercent });
  });

  it('is never less than one minor unit', () => {
    expect(quoteOf({ rate: 1n, periodSecs: WEEK, discounts: [{ secs: 1, percent: 100 }] }, WEEK).amount).toBe(1n);
  });

  it('is the exact price rounded up, whatever the numbers', () => {
    fc.assert(
      fc.property(anyTariff, anySecs, (tariff, time) => {
        const { amount, discountPercent } = quoteOf(tariff, time);
        const [exact, whole] = [tariff.rate * BigInt(time) * BigInt(100 - discountPercent), 100n * BigInt(tariff.periodSecs)];
        expect(amount >= 1n && amount * whole >= exact).toBe(true);
        expect(amount === 1n || (amount - 1n) * whole < exact).toBe(true);
      }),
    );
  });

  it('is no dearer in one purchase than in two, but for the discount of each', () => {
    fc.assert(
      fc.property(tariffs, secs, secs, (tariff, one, two) => {
        const plain = { ...tariff, discounts: [] };
        const together = quoteOf(plain, one + two).amount;
        const apart = quoteOf(plain, one).amount + quoteOf(plain, two).amount;
        expect(together <= apart && apart <= together + 1n).toBe(true);
      }),
    );
  });
});

describe('the time for an amount', () => {
  it('is the most that costs no more, as counting every second finds it', () => {
    fc.assert(
      fc.property(tariffs, fc.bigInt({ min: 0n, max: 20_000n }), fc.integer({ min: 0, max: 6_000 }), (tariff, amount, most) => {
        let longest = 0;
        for (let time = 1; time <= most; time++) if (quoteOf(tariff, time).amount <= amount) longest = time;
        expect(secsFor(tariff, amount, most)).toBe(longest);
      }),
      { numRuns: 60 },
    );
  });

  it('buys back at least what its price was for', () => {
    fc.assert(
      fc.property(anyTariff, anySecs, (tariff, time) => {
        const found = secsFor(tariff, quoteOf(tariff, time).amount, 2_147_483_647);
        expect(found).toBeGreaterThanOrEqual(time);
        expect(quoteOf(tariff, found).amount <= quoteOf(tariff, time).amount).toBe(true);
      }),
    );
  });

  it('takes the discount that more time brings', () => {
    expect(secsFor(TARIFF, 200n, 10 * WEEK)).toBe(Math.floor((200 * 100 * WEEK) / (100 * 90)));
    expect(secsFor(TARIFF, 200n, 2 * WEEK - 1)).toBe(2 * WEEK - 1);
    expect(secsFor(TARIFF, 100n, 10 * WEEK)).toBe(WEEK);
    expect(secsFor(TARIFF, 0n, 10 * WEEK)).toBe(0);
  });
});
