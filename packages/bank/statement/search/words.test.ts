import { newId } from '@scrip/kernel';
import { describe, expect, it } from 'vitest';
import { termsOf } from './words.ts';

describe('terms', () => {
  it('are 32-bit numbers, each once, and others in every account', () => {
    const [one, two] = [newId(), newId()];
    const terms = termsOf(one, ['chair', 'table', 'chair', one]);
    expect(terms).toHaveLength(3);
    for (const term of terms) expect(term).toBe(term | 0);
    expect(termsOf(one, ['table'])).toEqual([terms[1]]);
    expect(termsOf(two, ['table'])).not.toEqual([terms[1]]);
  });
});
