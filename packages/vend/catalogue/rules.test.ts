import { type Decimal, decimalOf } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCategories, checkCollectionName, checkLabel, mustLeaveEnough, percentOf, priceToMinor, sharedOf, shareOf } from './rules.ts';

const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error instanceof Fault ? error.spec.code : error;
  }
};

describe('names', () => {
  it.each([
    [' Mall  Toys ', 'Mall Toys'],
    ['Zoe\u0308s', 'Zo\u00ebs'],
    ['a'.repeat(63), 'a'.repeat(63)],
  ])('%j is kept as %j', (name, kept) => {
    expect(checkCollectionName(name)).toBe(kept);
    expect(checkLabel(name, 'product')).toBe(kept);
  });

  it.each(['', '  ', 'a'.repeat(64), 'a\tb', 'a\u200bb', 'a\nb'])('%j is no name', (name) => {
    expect(codeOf(() => checkCollectionName(name))).toBe('vend.invalid_name');
    expect(codeOf(() => checkLabel(name, 'product'))).toBe('vend.invalid_name');
  });

  it.each(['a,b', 'a#b', 'a::b', '3d9c9417-6b10-594b-b7b0-7d21616aaf50'])('%j may be a product, but no collection', (name) => {
    expect(codeOf(() => checkCollectionName(name))).toBe('vend.invalid_name');
    expect(checkLabel(name, 'product')).toBe(name);
  });

  it('of regions hold no slash', () => {
    expect(codeOf(() => checkLabel('Kinda/1', 'region'))).toBe('vend.invalid_name');
    expect(checkLabel('Kinda/1', 'product')).toBe('Kinda/1');
  });
});

describe('categories', () => {
  it('are each kept once, and never none', () => {
    expect(checkCategories([' Hats ', 'Shoes', 'HATS'])).toEqual(['Hats', 'Shoes']);
    expect(checkCategories([])).toEqual(['Other']);
    expect(codeOf(() => checkCategories(['Hats', '']))).toBe('vend.invalid_name');
  });
});

describe('a price', () => {
  it.each([
    [0, 0, 0n],
    [-0, 0, 0n],
    [25, 0, 25n],
    [12.5, 2, 1250n],
    [0.07, 2, 7n],
    [9_007_199_254_740_991, 0, 9_007_199_254_740_991n],
  ])('of %d at scale %d is %d minor units', (price, scale, minor) => {
    expect(priceToMinor(decimalOf(price) as Decimal, { code: 'X', scale })).toBe(minor);
  });

  it.each([
    [-1, 0],
    [0.5, 0],
    [12.345, 2],
    [0.1 + 0.2, 2],
    [1e19, 0],
    [1e-7, 6],
    [90_071_992_547_409.92, 2],
  ])('of %d at scale %d is none', (price, scale) => {
    expect(codeOf(() => priceToMinor(decimalOf(price) as Decimal, { code: 'X', scale }))).toBe('vend.invalid_price');
  });
});

describe('shares', () => {
  it('are hundredths of a percent, there and back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (share) => shareOf(percentOf(share), 'x') === share));
  });

  it.each([-1, 100.01, 101, 0.001, 33.333, 1e300, Number.NaN])('%d is none', (percent) => {
    expect(codeOf(() => shareOf(percent, 'x'))).toBe('vend.invalid_shares');
  });

  it('are never more than everything', () => {
    const partners = [
      { key: 'a', share: 4_000 },
      { key: 'b', share: 2_500 },
    ];
    expect(sharedOf({ creatorShare: 1_000, partners })).toBe(7_500);
    expect(codeOf(() => mustLeaveEnough(2_500, 7_500))).toBeUndefined();
    expect(codeOf(() => mustLeaveEnough(2_501, 7_500))).toBe('vend.invalid_shares');
  });
});
