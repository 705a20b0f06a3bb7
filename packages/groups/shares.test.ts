import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratioOf } from './rules.ts';
import { give, MAX_SUM, percentage, percentages, type Shares, take } from './shares.ts';

const NAMES = ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay'];
const START: Shares = new Map([['ann', 1n]]);

function sumOf(shares: Shares): bigint {
  return [...shares.values()].reduce((a, b) => a + b, 0n);
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
  return shares.has(does.who) ? shares : give(shares, does.who, { part: 1n, whole: BigInt(shares.size + 1) });
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

/** The rules once more, in fractions that nothing ever shortens or bounds. */
class Model {
  shares = new Map<string, [bigint, bigint]>([['ann', [1n, 1n]]]);

  apply(does: Step): void {
    const others = [...this.shares].filter(([who]) => who !== does.who);
    if (others.length === 0 && ('leave' in does || 'percent' in does)) return;
    if ('leave' in does) {
      if (this.shares.has(does.who)) this.shares = this.#scaled(others, [1n, 1n]);
      return;
    }
    if ('auto' in does && this.shares.has(does.who)) return;
    const own: [bigint, bigint] = 'auto' in does ? [1n, BigInt(others.length + 1)] : [BigInt(Math.round(does.percent * 100)), 10_000n];
    const rest = this.#scaled(others, [own[1] - own[0], own[1]]);
    this.shares = new Map([...rest, [does.who, own]]);
  }

  /** The others with the proportions they have, or equally, so that together they have `whole`. */
  #scaled(others: [string, [bigint, bigint]][], [part, whole]: [bigint, bigint]): Map<string, [bigint, bigint]> {
    let [n, d] = [0n, 1n];
    for (const [, [a, b]] of others) [n, d] = [n * b + a * d, d * b];
    if (n === 0n) return new Map(others.map(([who]) => [who, [part, whole * BigInt(others.length)]]));
    return new Map(others.map(([who, [a, b]]) => [who, [a * d * part, b * n * whole]]));
  }

  fractions(): Record<string, string> {
    return Object.fromEntries([...this.shares].map(([who, [n, d]]) => [who, fraction(n, d)]));
  }
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
    const below100 = percent.filter((value) => value < 100);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(below100, { maxLength: 8 }), (steps, comings) => {
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
        if (share === 100 || others.every((other) => before.get(other) === 0n)) return;
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
        bounded = give(bounded, who, ratioOf(share));
        expect(sumOf(bounded)).toBeLessThanOrEqual(MAX_SUM);
        // What was asked for last is what there is, but for the hundredth digit.
        const sum = sumOf(bounded);
        const { part, whole } = ratioOf(share);
        const error = ((bounded.get(who) ?? 0n) * whole - part * sum) * 10n ** 95n;
        if (bounded.size > 1) expect(error < 0n ? -error : error).toBeLessThanOrEqual(sum * whole);
      }
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['into 60 and 40 somebody with 50', [60, 40], 50, [30, 20, 50]],
  ['an equal part of three', [50, 50], 100 / 3, [33.333333, 33.333333, 33.333334]],
  ['nothing', [60, 40], 0, [60, 40, 0]],
  ['everything', [60, 40], 100, [0, 0, 100]],
  ['the least there is', [60, 40], 5e-324, [60, 40, 0]],
])('%s', (_name, weights, share, shown) => {
  const shares = new Map(weights.map((weight, i) => [NAMES[i] as string, BigInt(weight)]));
  expect([...percentages(give(shares, 'guest', ratioOf(share))).values()]).toEqual(shown);
});

test('who had everything leaves equal parts to those who had nothing', () => {
  const all = give(
    new Map([
      ['ann', 3n],
      ['bob', 1n],
    ]),
    'cyd',
    ratioOf(100),
  );
  expect(percentages(take(all, 'cyd'))).toEqual(
    new Map([
      ['ann', 50],
      ['bob', 50],
    ]),
  );
  expect(percentages(give(all, 'cyd', ratioOf(60)))).toEqual(
    new Map([
      ['ann', 20],
      ['bob', 20],
      ['cyd', 60],
    ]),
  );
  expect(percentages(give(all, 'cyd', ratioOf(0)))).toEqual(
    new Map([
      ['ann', 50],
      ['bob', 50],
      ['cyd', 0],
    ]),
  );
  expect(percentages(give(START, 'ann', ratioOf(5)))).toEqual(new Map([['ann', 100]]));
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
