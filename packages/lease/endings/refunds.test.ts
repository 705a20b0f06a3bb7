import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duesOf, type Purchase, unusedSecs } from './refunds.ts';

const NOW = new Date('2026-11-22T10:00:00.500Z');
const at = (secs: number) => new Date(NOW.getTime() + secs * 1_000);

describe('unused time', () => {
  it('is whole seconds, and nothing once it is overdue', () => {
    expect([5_000.9, 1, 0.9, 0, -1].map((secs) => unusedSecs(at(secs), NOW))).toEqual([5_000, 1, 0, 0, 0]);
  });
});

describe('what is due', () => {
  const bought = fc.record({
    secs: fc.integer({ min: 1, max: 2_147_483_647 }),
    amount: fc.bigInt({ min: 0n, max: 9_007_199_254_740_991n }),
    refundTo: fc.constantFrom('ann', 'bob', 'cyd'),
    refundPercent: fc.integer({ min: 0, max: 100 }),
  });
  const purchases: fc.Arbitrary<Purchase[]> = fc
    .array(bought, { maxLength: 6 })
    .map((list) => list.map((one, index) => ({ ...one, journalId: `purchase ${index}` })));
  const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n);
  /** As the bank counts it: of each payment so much, rounded down. */
  const backOf = (list: readonly Purchase[], unused: number, percentOf: (purchase: Purchase) => number) =>
    duesOf(list, unused, percentOf).map(({ original, fraction, to }) => {
      const paid = list.find(({ journalId }) => journalId === original)?.amount ?? 0n;
      return { original, to, amount: (paid * (fraction?.part ?? 0n)) / (fraction?.whole ?? 1n) };
    });
  const total = (list: readonly Purchase[], unused: number, percent: number) =>
    sum(backOf(list, unused, () => percent).map(({ amount }) => amount));

  it('is of the newest purchases first, pro rata, to those who paid', () => {
    const list = [
      { journalId: 'third', secs: 100, amount: 30n, refundTo: 'bob', refundPercent: 10 },
      { journalId: 'free', secs: 50, amount: 0n, refundTo: 'ann', refundPercent: 0 },
      { journalId: 'first', secs: 200, amount: 101n, refundTo: 'ann', refundPercent: 100 },
    ];
    const [third, first] = [
      { original: 'third', to: 'bob' },
      { original: 'first', to: 'ann' },
    ];
    expect(duesOf(list, 40, () => 100)).toEqual([{ ...third, fraction: { part: 4_000n, whole: 10_000n } }]);
    const back = (unused: number, percent: number) => backOf(list, unused, () => percent);
    expect(back(40, 100)).toEqual([{ ...third, amount: 12n }]);
    expect(back(150, 100)).toEqual([{ ...third, amount: 30n }]);
    expect(back(250, 100)).toEqual([
      { ...third, amount: 30n },
      { ...first, amount: 50n },
    ]);
    expect(back(250, 50)).toEqual([
      { ...third, amount: 15n },
      { ...first, amount: 25n },
    ]);
    expect([back(0, 100), back(350, 0)]).toEqual([[], []]);
    expect(backOf(list, 250, ({ refundPercent }) => refundPercent)).toEqual([
      { ...third, amount: 3n },
      { ...first, amount: 50n },
    ]);
  });

  it('is all that was paid where nothing was used, and never more', () => {
    fc.assert(
      fc.property(purchases, fc.nat(), fc.integer({ min: 0, max: 100 }), (list, unused, percent) => {
        const all = list.reduce((secs, purchase) => secs + purchase.secs, 0);
        const paid = sum(list.map(({ amount }) => amount));
        expect(total(list, all, 100)).toBe(paid);
        expect(total(list, unused, percent) * 100n <= paid * BigInt(percent)).toBe(true);
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

  it('of each second is no more than it cost: time that was bought and given back at once gains nobody anything', () => {
    fc.assert(
      fc.property(purchases, fc.integer({ min: 1, max: 1_000_000 }), fc.bigInt({ min: 0n, max: 1_000_000n }), (list, secs, amount) => {
        const used = list.reduce((all, purchase) => all + purchase.secs, 0);
        const before = total(list, Math.floor(used / 2), 100);
        const more = [{ journalId: 'more', secs, amount, refundTo: 'ann', refundPercent: 0 }, ...list];
        expect(total(more, Math.floor(used / 2) + secs, 100)).toBe(before + amount);
      }),
    );
  });

  it('of time that was bought in small pieces is no more than of the same time bought at once', () => {
    const pieces = fc.array(fc.record({ secs: fc.integer({ min: 1, max: 1_000 }) }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        pieces,
        fc.bigInt({ min: 1n, max: 50n }),
        fc.integer({ min: 0, max: 100 }),
        fc.nat(20_000),
        (list, rate, percent, used) => {
          // Rounded up when it is bought, as rents are.
          const costOf = (secs: number) => (rate * BigInt(secs) + 99n) / 100n;
          const one = (secs: number, index: number) => {
            return { journalId: `piece ${index}`, secs, amount: costOf(secs), refundTo: 'ann', refundPercent: percent };
          };
          const secs = list.reduce((all, piece) => all + piece.secs, 0);
          const unused = Math.max(0, secs - used);
          const many = list.map((piece, index) => one(piece.secs, index));
          const lost = (bought: readonly Purchase[]) => sum(bought.map(({ amount }) => amount)) - total(bought, unused, percent);
          expect(lost(many) >= lost([one(secs, 0)])).toBe(true);
        },
      ),
    );
  });
});
