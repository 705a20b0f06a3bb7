import { newId } from '@scrip/kernel';
import { describe, expect, test } from 'vitest';
import { type Limits, MAX_TOTAL, narrowLimits } from './limits.ts';

const [alice, bob] = [newId(), newId()];
const PARENT: Limits = { accounts: ['working', 'savings'], payees: [alice, bob], maxEach: 10, total: 100 };

describe('narrowing', () => {
  const LESS: readonly (readonly [string, Limits, Limits, Limits])[] = [
    ['nothing asked for keeps all', PARENT, {}, PARENT],
    ['anything is less than no limit', {}, PARENT, PARENT],
    ['the same is not more', PARENT, PARENT, PARENT],
    ['fewer accounts', PARENT, { accounts: ['savings'] }, { ...PARENT, accounts: ['savings'] }],
    ['accounts match in any case', PARENT, { accounts: ['SAVINGS'] }, { ...PARENT, accounts: ['SAVINGS'] }],
    ['none at all', PARENT, { payees: [] }, { ...PARENT, payees: [] }],
    ['the largest total', {}, { total: MAX_TOTAL }, { total: MAX_TOTAL }],
    ['smaller amounts', PARENT, { maxEach: 9, total: 0 }, { ...PARENT, maxEach: 9, total: 0 }],
  ];
  test.each(LESS)('%s', (_name, parent, wanted, result) => {
    expect(narrowLimits(parent, wanted)).toEqual(result);
  });

  const MORE: readonly (readonly [string, Limits])[] = [
    ['another account', { accounts: ['working', 'secret'] }],
    ['another payee', { payees: [newId()] }],
    ['more each', { maxEach: 11 }],
    ['more in all', { total: 101 }],
  ];
  test.each(MORE)('%s is refused', (_name, wanted) => {
    expect(() => narrowLimits(PARENT, wanted)).toThrow('of the capability that is narrowed');
  });

  const MALFORMED: readonly (readonly [string, object])[] = [
    ['a seventh decimal', { total: 0.0000001 }],
    ['less than nothing', { maxEach: -1 }],
    ['a payee by name', { payees: ['Alice'] }],
    ['a total whose millionths do not fit into 64 bits', { total: MAX_TOTAL + 1 }],
    ['seventeen accounts', { accounts: Array.from({ length: 17 }, String) }],
    ['an unknown limit', { hours: 5 }],
  ];
  test.each(MALFORMED)('%s is refused', (_name, wanted) => {
    expect(() => narrowLimits({}, wanted)).toThrow('limits are');
  });
});
