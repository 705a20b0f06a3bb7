import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { drawn, isCertain, isSome, leastOf, mostOf, type Portion, portionsOf, wholeOf } from './index.ts';

const DRAWS = 1n << 128n;
const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
const draw = fc.bigInt(0n, DRAWS - 1n);
const weights = fc.array(fc.bigInt(0n, 10n ** 30n), { minLength: 1, maxLength: 8 }).filter((list) => sumOf(list) > 0n);
const amount = fc.bigInt(0n, 10n ** 15n);
/** What each of a group of three thirds gets of 1 by this draw. */
const thirds = (number: bigint) => portionsOf(wholeOf(1n), [1n, 1n, 1n]).map((portion) => drawn(portion, () => number));

test('a whole is what it is, without a draw', () => {
  const never = () => {
    throw new Error('nothing is to be drawn');
  };
  expect(drawn(wholeOf(5n), never)).toBe(5n);
  expect([isCertain(wholeOf(5n)), isSome(wholeOf(5n)), isSome(wholeOf(0n))]).toEqual([true, true, false]);
});

describe('portions of a whole', () => {
  it('come to the whole, each to its exact part rounded up or down, whatever is drawn', () => {
    fc.assert(
      fc.property(amount, weights, draw, (total, list, number) => {
        const portions = portionsOf(wholeOf(total), list);
        const amounts = portions.map((portion) => drawn(portion, () => number));
        expect(sumOf(amounts)).toBe(total);
        for (const [index, weight] of list.entries()) {
          const [exact, rest] = [(total * weight) / sumOf(list), (total * weight) % sumOf(list)];
          expect(amounts[index]).toBeGreaterThanOrEqual(exact);
          expect(amounts[index]).toBeLessThanOrEqual(rest === 0n ? exact : exact + 1n);
          expect([leastOf(portions[index] as Portion), mostOf(portions[index] as Portion)]).toEqual([
            exact,
            rest === 0n ? exact : exact + 1n,
          ]);
        }
      }),
    );
  });

  it('that are shared again come to what they are themselves', () => {
    fc.assert(
      fc.property(amount, weights, weights, draw, (total, list, members, number) => {
        for (const portion of portionsOf(wholeOf(total), list)) {
          const inner = portionsOf(portion, members).map((part) => drawn(part, () => number));
          expect(sumOf(inner)).toBe(drawn(portion, () => number));
        }
      }),
    );
  });

  it('are on average exact: every draw that a third of one can come to is as likely', () => {
    const each = DRAWS / 3n;
    expect([0n, each + 1n, 2n * each + 1n].map(thirds)).toEqual([
      [0n, 0n, 1n],
      [0n, 1n, 0n],
      [1n, 0n, 0n],
    ]);
    expect([each, 2n * each, DRAWS - 1n].map(thirds)).toEqual([
      [0n, 0n, 1n],
      [0n, 1n, 0n],
      [1n, 0n, 0n],
    ]);
  });

  it('of nobody with a weight are nothing', () => {
    const [first, second] = portionsOf(wholeOf(7n), [0n, 3n]) as [Portion, Portion];
    expect([isSome(first), drawn(first, () => 1n), drawn(second, () => 1n)]).toEqual([false, 0n, 7n]);
  });
});
