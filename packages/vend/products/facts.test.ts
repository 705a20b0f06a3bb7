import { describe, expect, it } from 'vitest';
import { looksDifferent, type ProductFacts } from './facts.ts';

describe('looksDifferent', () => {
  const facts: ProductFacts = {
    name: 'Hat',
    description: '',
    categories: ['Hats', 'Wood'],
    tags: '',
    mature: false,
    price: 10n,
    currency: 'L$',
    quantity: null,
    copy: false,
    modify: false,
    transfer: true,
    prims: 1,
    textureKey: '',
    textureAnim: '',
    imageUrlPart: '',
    featured: false,
    creator: 'a',
    creatorShare: 0,
    partners: [],
  };

  it.each<Partial<ProductFacts>>([
    { name: 'Cap' },
    { categories: ['Hats'] },
    { categories: ['Wood', 'Hats'] },
    { price: 11n },
    { quantity: 3 },
    { featured: true },
    { creator: 'b' },
  ])('sees %o', (change) => {
    expect(looksDifferent(facts, { ...facts, ...change })).toBe(true);
  });

  it.each<Partial<ProductFacts>>([{}, { categories: ['Hats', 'Wood'] }, { creatorShare: 100 }, { partners: [{ key: 'b', share: 1 }] }])(
    'does not see %o',
    (change) => {
      expect(looksDifferent(facts, { ...facts, ...change })).toBe(false);
    },
  );
});
