import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Purchase, refundsOf, unusedSecs } from './refunds.ts';

const NOW = new Date('2026-11-22T10:00:00.500Z');
const at = (secs: number) => new Date(NOW.getTime() + secs * 1_000);

describe('unused time', () => {
  it('is whole seconds, and nothing once it is overdue', () => {
    expect([5_000.9, 1, 0.9, 0, -1].map((secs) => unusedSecs(at(secs), NOW))).toEqual([5_000, 1, 0, 0, 0]);
  });
});

describe('a refund', () => {
  const purchases: fc.Arbitrary<Purchase[]> = fc.array(
    fc.record({
      secs: fc.integer({ min: 1, max: 2_147_483_647 }),
      amount: fc.bigInt({ min: 0n, max: 9_007_199_254_740_991n }),
      refundTo: fc.constantFrom('ann', 'bob', 'cyd'),
      refundPercent: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 6 },
  );
  const refundsAt = (list: readonly Purchase[], unused: number, percent: number) => refundsOf(list, unused, () => percent);
  const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n);
  const total = (list: readonly Purchase[], unused: number, percent: number) =>
    sum(refundsAt(list, unused, percent).map(({ amount }) => amount));

  it('is of the newest purchases first, pro rata, to those who paid', () => {
    const list = [
      { secs: 100, amount: 30n, refundTo: 'bob', refundPercent: 10 },
      { secs: 50, amount: 0n, refundTo: 'ann', refundPercent: 0 },
      { secs: 200, amount: 101n, refundTo: 'ann', refundPercent: 100 },
    ];
    expect(refundsAt(list, 40, 100)).toEqual([{ to: 'bob', amount: 12n }]);
    expect(refundsAt(list, 150, 100)).toEqual([{ to: 'bob', amount: 30n }]);
    expect(refundsAt(list, 250, 100)).toEqual([
      { to: 'bob', amount: 30n },
      { to: 'ann', amount: 50n },
    ]);
    expect(refundsAt(list, 250, 50)).toEqual([
      { to: 'bob', amount: 15n },
      { to: 'ann', amount: 25n },
    ]);
    expect(refundsAt(list, 0, 100)).toEqual([]);
    expect(refundsAt(list, 350, 0)).toEqual([]);
    expect(refundsOf(list, 250, ({ refundPercent }) => refundPercent)).toEqual([
      { to: 'bob', amount: 3n },
      { to: 'ann', amount: 50n },
    ]);
  });

  it('is all that was paid where nothing was used, and never more', () => {
    fc.assert(
      fc.property(purchases, fc.nat(), fc.integer({ min: 0, max: 100 }), (list, unused, percent) => {
        const all = list.reduce((secs, purchase) => secs + purchase.secs, 0);
        const paid = sum(list.map(({ amount }) => amount));
        expect(total(list, all, 100)).toBe(paid);
        expect(total(list, unused, percent) * 100n <= paid * BigInt(percent)).toBe(true);
        expect(refundsAt(list, unused, percent).every(({ amount }) => amount > 0n)).toBe(true);
      }),
    );
  });

  it('grows with the time that is left and the percentage', () => {
    fc.assert(
      fc.property(purchases, fc.nat(), fc.nat(10_000), fc.integer({ min: 0, max: 99 }), (list, unused, more, percent) => {
        expect(total(list, unused, percent) <= total(list, unused + more, percent)).toBe(true);
        expect(total(list, unused, percent) <= total(list, unused, percent + 1)).toBe(true);
      }),
    );
  });

  it('pays each second back at no more than it cost: time that was bought and given back at once gains nobody anything', () => {
    fc.assert(
      fc.property(purchases, fc.integer({ min: 1, max: 1_000_000 }), fc.bigInt({ min: 0n, max: 1_000_000n }), (list, secs, amount) => {
        const used = list.reduce((all, purchase) => all + purchase.secs, 0);
        const before = total(list, Math.floor(used / 2), 100);
        const bought = [{ secs, amount, refundTo: 'ann', refundPercent: 0 }, ...list];
        expect(total(bought, Math.floor(used / 2) + secs, 100)).toBe(before + amount);
      }),
    );
  });
});
