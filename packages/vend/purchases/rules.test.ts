import { apportion } from '@scrip/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WHOLE } from '../model.ts';
import { discounted, type Sharing, split } from './rules.ts';

const plain: Sharing = { merchant: 'm', creator: 'm', creatorShare: 0, partners: [], affiliate: undefined, commission: 0 };

/** Shares that fit into 100 %, with a commission that need not. */
const sharings: fc.Arbitrary<Sharing> = fc
  .record({
    cuts: fc.array(fc.integer({ min: 0, max: WHOLE }), { minLength: 1, maxLength: 8 }),
    own: fc.boolean(),
    affiliate: fc.option(fc.constantFrom('a', 'p0', 'c'), { nil: undefined }),
    commission: fc.integer({ min: 0, max: WHOLE }),
  })
  .map(({ cuts, own, affiliate, commission }) => {
    const marks = cuts.toSorted((a, b) => a - b);
    const [creatorShare = 0, ...others] = marks.map((mark, index) => mark - (marks[index - 1] ?? 0));
    const partners = others.map((share, index) => ({ key: `p${index}`, share })).filter(({ share }) => share > 0);
    return { merchant: 'm', creator: own ? 'm' : 'c', creatorShare, partners, affiliate, commission };
  });
const prices = fc.bigInt({ min: 1n, max: 9_007_199_254_740_991n });

describe('split', () => {
  it.each<[string, bigint, Partial<Sharing>, [string, bigint][]]>([
    ['all of it to the merchant', 10n, {}, [['merchant', 10n]]],
    ['a creator who is the merchant has no share', 10n, { creatorShare: 5_000 }, [['merchant', 10n]]],
    [
      'affiliate, partners, creator, and the rest',
      1_000n,
      { creator: 'c', creatorShare: 2_000, partners: [{ key: 'p', share: 1_250 }], affiliate: 'a', commission: 1_000 },
      [
        ['affiliate', 100n],
        ['partner', 125n],
        ['creator', 200n],
        ['merchant', 575n],
      ],
    ],
    ['a commission that nobody earned', 100n, { commission: 1_000 }, [['merchant', 100n]]],
    [
      'what is left by rounding to the largest remainder',
      10n,
      { partners: [{ key: 'p', share: 3_333 }], affiliate: 'a', commission: 3_333 },
      [
        ['affiliate', 3n],
        ['partner', 3n],
        ['merchant', 4n],
      ],
    ],
    [
      'a price too small to share',
      1n,
      { partners: [{ key: 'p', share: 4_000 }], affiliate: 'a', commission: 1_000 },
      [
        ['affiliate', 0n],
        ['partner', 0n],
        ['merchant', 1n],
      ],
    ],
    [
      'a commission past what is left',
      100n,
      { partners: [{ key: 'p', share: 9_500 }], affiliate: 'a', commission: 1_000 },
      [
        ['affiliate', 5n],
        ['partner', 95n],
      ],
    ],
  ])('%s', (_name, price, sharing, expected) => {
    expect(split(price, { ...plain, ...sharing }).map(({ role, amount }) => [role, amount])).toEqual(expected);
  });

  it('gives away exactly the price, each share within a minor unit of its exact part', () => {
    fc.assert(
      fc.property(prices, sharings, (price, sharing) => {
        const shares = split(price, sharing);
        expect(shares.reduce((sum, { amount }) => sum + amount, 0n)).toBe(price);
        const given = sharing.partners.reduce((sum, { share }) => sum + share, sharing.creator === 'm' ? 0 : sharing.creatorShare);
        for (const { role, key, amount } of shares) {
          const partner = sharing.partners.find((one) => one.key === key)?.share;
          const share = { partner, creator: sharing.creatorShare, affiliate: Math.min(sharing.commission, WHOLE - given) };
          if (role === 'merchant') continue;
          const exact = price * BigInt(share[role] as number);
          expect(amount * BigInt(WHOLE)).toBeGreaterThan(exact - BigInt(WHOLE));
          expect(amount * BigInt(WHOLE)).toBeLessThan(exact + BigInt(WHOLE));
        }
      }),
    );
  });

  it('shares by largest remainder, as groups and splits do', () => {
    fc.assert(
      fc.property(prices, sharings, (price, sharing) => {
        const shares = split(price, { ...sharing, affiliate: undefined });
        const weights = shares.map(({ role, key }) => {
          if (role === 'partner') return sharing.partners.find((one) => one.key === key)?.share ?? 0;
          return role === 'creator' ? sharing.creatorShare : 0;
        });
        const rest = WHOLE - weights.reduce((sum, weight) => sum + weight, 0);
        const all = shares.at(-1)?.role === 'merchant' ? [...weights.slice(0, -1), rest] : weights;
        expect(shares.map(({ amount }) => amount)).toEqual(apportion(price, all.map(BigInt)));
      }),
    );
  });

  it('takes no configuration that gives away more than everything', () => {
    const partners = [{ key: 'p', share: WHOLE + 1 }];
    expect(() => split(1n, { ...plain, partners })).toThrow();
  });
});

describe('discounted', () => {
  it.each<[bigint, number, bigint]>([
    [100n, 0, 100n],
    [100n, 1_250, 88n],
    [1n, 9_999, 1n],
    [1n, WHOLE, 0n],
    [0n, 5_000, 0n],
    [9_007_199_254_740_991n, 1, 9_006_298_534_815_517n],
  ])('%d less %d hundredths of a percent is %d', (price, discount, expected) => {
    expect(discounted(price, discount)).toBe(expected);
  });

  it('never takes more off than the discount says, and less than a minor unit less', () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: 0, max: WHOLE }), (price, discount) => {
        const off = (price - discounted(price, discount)) * BigInt(WHOLE);
        const exact = price * BigInt(discount);
        expect(off).toBeLessThanOrEqual(exact);
        expect(off).toBeGreaterThan(exact - BigInt(WHOLE));
      }),
    );
  });
});
