import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ratio, ratioOf } from './ratios.ts';
import { assign, MAX_SUM, percentage, percentages, type Shares, take } from './shares.ts';

const NAMES = ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay'];
const START: Shares = new Map([['ann', 1n]]);

function sumOf(shares: Shares): bigint {
  return [...shares.values()].reduce((a, b) => a + b, 0n);
}

/** As the procedures do it for one member. */
function give(shares: Shares, who: string, ratio: Ratio): Shares {
  return assign(shares, new Map([[who, ratio]]));
}

type Step = { readonly who: string } & ({ readonly percent: number } | { readonly auto: true } | { readonly leave: true });

/** Percentages as people write them. */
const percent = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ who: fc.constantFrom(...NAMES), percent }),
  fc.record({ who: fc.constantFrom(...NAMES), auto: fc.constant(true as const) }),
  fc.record({ who: fc.constantFrom(...NAMES), leave: fc.constant(true as const) }),
);

/** As the procedures do it: somebody always stays, and `auto` says nothing about who is there already. */
function apply(shares: Shares, does: Step): Shares {
  if ('leave' in does) return shares.size > 1 && shares.has(does.who) ? take(shares, does.who) : shares;
  if ('percent' in does) return give(shares, does.who, ratioOf(does.percent));
  return shares.has(does.who) ? shares : give(shares, does.who, { part: 1n, whole: BigInt(shares.size) });
}

/** A share as an exact fraction in lowest terms, which is how two of them are the same. */
function fraction(part: bigint, whole: bigint): string {
  let [a, b] = [part, whole];
  while (b > 0n) [a, b] = [b, a % b];
  return `${part / a}/${whole / a}`;
}
function fractions(shares: Shares): Record<string, string> {
  const sum = sumOf(shares);
  return Object.fromEntries([...shares].map(([who, weight]) => [who, fraction(weight, sum)]));
}

type Fraction = readonly [bigint, bigint];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];

/** The rules once more, in fractions of the whole that nothing ever shortens or bounds. */
class Model {
  shares = new Map<string, Fraction>([['ann', [1n, 1n]]]);

  apply(does: Step): void {
    const { who } = does;
    const others = new Map([...this.shares].filter(([other]) => other !== who));
    if ('leave' in does) {
      if (this.shares.has(who) && others.size > 0) this.shares = scaled(others);
    } else if ('percent' in does) {
      const assigned = new Map(this.shares).set(who, [BigInt(Math.round(does.percent * 100)), 10_000n]);
      const nothing = [...assigned.values()].every(([n]) => n === 0n);
      this.shares = nothing && others.size > 0 ? scaled(others).set(who, [0n, 1n]) : scaled(assigned);
    } else if (!this.shares.has(who)) {
      const n = BigInt(others.size + 1);
      this.shares = new Map([...others].map(([other, share]) => [other, times(share, [n - 1n, n])]));
      this.shares.set(who, [1n, n]);
    }
  }

  fractions(): Record<string, string> {
    return Object.fromEntries([...this.shares].map(([who, [n, d]]) => [who, fraction(n, d)]));
  }
}

/** In the proportions they have, or equally where all have nothing, so that the sum is 1. */
function scaled(shares: ReadonlyMap<string, Fraction>): Map<string, Fraction> {
  const [n, d] = [...shares.values()].reduce<Fraction>(plus, [0n, 1n]);
  return new Map([...shares].map(([who, share]) => [who, n === 0n ? [1n, BigInt(shares.size)] : times(share, [d, n])]));
}

describe('any sequence of changes', () => {
  test('is what exact fractions say, to the last of their digits', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let shares = START;
        const model = new Model();
        for (const does of steps) {
          shares = apply(shares, does);
          model.apply(does);
          expect(fractions(shares)).toEqual(model.fractions());
        }
      }),
    );
  });

  test('shows percentages that sum to 100 to the last digit, each next to its exact value', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const shares = steps.reduce(apply, START);
        const shown = percentages(shares);
        const millionths = [...shown.values()].map((value) => Math.round(value * 1e6));
        expect(millionths.reduce((a, b) => a + b, 0)).toBe(100_000_000);
        for (const [who, weight] of shares) {
          expect(Math.abs((shown.get(who) ?? Number.NaN) - percentage(weight, sumOf(shares)))).toBeLessThan(1.000001e-6);
          expect(String(shown.get(who))).toMatch(/^\d{1,3}(\.\d{1,6})?$/);
        }
      }),
    );
  });

  test('adding somebody and taking them out again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(percent, { maxLength: 8 }), (steps, comings) => {
        const before = steps.reduce(apply, START);
        let shares = before;
        for (const share of comings) shares = take(give(shares, 'guest', ratioOf(share)), 'guest');
        shares = take(apply(shares, { who: 'guest', auto: true }), 'guest');
        expect(shares).toEqual(before);
      }),
    );
  });

  test('leaves the proportions of all others alone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.constantFrom(...NAMES), percent, (steps, who, share) => {
        const before = steps.reduce(apply, START);
        const after = give(before, who, ratioOf(share));
        const others = [...before.keys()].filter((other) => other !== who);
        if (others.every((other) => before.get(other) === 0n)) return;
        for (const a of others) {
          for (const b of others) expect((before.get(a) ?? 0n) * (after.get(b) ?? 0n)).toBe((after.get(a) ?? 0n) * (before.get(b) ?? 0n));
        }
      }),
    );
  });
});

test('nothing drifts in a thousand changes', () => {
  const before = new Map([
    ['ann', 7n],
    ['bob', 2n],
    ['cyd', 4n],
  ]);
  let shares: Shares = before;
  for (let i = 0; i < 1_000; i++) {
    shares = give(shares, 'guest', ratioOf((i % 99) + 0.37));
    shares = give(shares, 'guest', ratioOf(33.333333333333336));
    shares = take(shares, 'guest');
  }
  expect(shares).toEqual(before);
});

test('weights stay within their bound, at an error that no digit shows', () => {
  const random = fc.double({ min: 0.1, max: 99.9, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...NAMES), random), { minLength: 60, maxLength: 80 }), (changes) => {
      let bounded: Shares = START;
      for (const [who, share] of changes) {
        const { part, whole } = ratioOf(share);
        // What it has to be beside what the others keep.
        const own = sumOf(bounded) * part;
        const all = own + (sumOf(bounded) - (bounded.get(who) ?? 0n)) * whole;
        bounded = give(bounded, who, ratioOf(share));
        expect(sumOf(bounded)).toBeLessThanOrEqual(MAX_SUM);
        const error = ((bounded.get(who) ?? 0n) * all - own * sumOf(bounded)) * 10n ** 95n;
        expect(error < 0n ? -error : error).toBeLessThanOrEqual(all * sumOf(bounded));
      }
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['beside 60 and 40 somebody with 50', { ann: 60, bob: 40 }, { cyd: 50 }, [40, 26.666667, 33.333333]],
  ['80 for the second of 60 and 40', { ann: 60, bob: 40 }, { bob: 80 }, [42.857143, 57.142857]],
  ['80 for the second once more', { ann: 60, bob: 80 }, { bob: 80 }, [34.883721, 65.116279]],
  ['what somebody has already', { ann: 60, bob: 40 }, { bob: 40 }, [60, 40]],
  ['less than somebody has', { ann: 60, bob: 40 }, { ann: 10 }, [20, 80]],
  ['nothing', { ann: 60, bob: 40 }, { cyd: 0 }, [60, 40, 0]],
  ['as much as there is', { ann: 60, bob: 40 }, { cyd: 100 }, [30, 20, 50]],
  ['the least there is', { ann: 60, bob: 40 }, { cyd: 5e-324 }, [60, 40, 0]],
  ['anything to somebody who is alone', { ann: 1 }, { ann: 5 }, [100]],
  ['nothing to somebody who is alone', { ann: 1 }, { ann: 0 }, [100]],
  ['some of it to who has everything', { ann: 0, bob: 0, cyd: 1 }, { cyd: 60 }, [0, 0, 100]],
  ['nothing to who has everything', { ann: 0, bob: 0, cyd: 1 }, { cyd: 0 }, [50, 50, 0]],
  ['percentages for all, whatever they had', { ann: 1, bob: 6 }, { bob: 12.5, ann: 20, cyd: 67.5 }, [20, 12.5, 67.5]],
  ['percentages for all that sum to more', { ann: 1, bob: 6 }, { ann: 60, bob: 60 }, [50, 50]],
  ['percentages for two of three', { ann: 1, bob: 1, cyd: 2 }, { ann: 50, dan: 25 }, [33.333333, 16.666667, 33.333333, 16.666667]],
  ['nothing to all', { ann: 1, bob: 6 }, { ann: 0, bob: 0 }, [50, 50]],
])('%s', (_name, weights, percents, shown) => {
  const shares = new Map(Object.entries(weights).map(([who, weight]) => [who, BigInt(weight)]));
  const ratios = new Map(Object.entries(percents).map(([who, value]) => [who, ratioOf(value)]));
  expect([...percentages(assign(shares, ratios)).values()]).toEqual(shown);
});

test('who had everything leaves equal parts to those who had nothing', () => {
  const shares = new Map([
    ['ann', 0n],
    ['bob', 0n],
    ['cyd', 1n],
  ]);
  expect([...percentages(take(shares, 'cyd')).values()]).toEqual([50, 50]);
});

test('of three equal members the first is rounded up', () => {
  expect([
    ...percentages(
      new Map([
        ['ann', 1n],
        ['bob', 1n],
        ['cyd', 1n],
      ]),
    ).values(),
  ]).toEqual([33.333334, 33.333333, 33.333333]);
  expect(percentage(2n, 3n)).toBe(66.666667);
});
