import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';
import { checkTerms, DEFAULT_TERMS } from './terms.ts';

describe('terms', () => {
  it('are kept in one order', () => {
    const reminders = [60, 3_600, 60, 86_400];
    const discounts = [
      { secs: 7_200, percent: 20 },
      { secs: 3_600, percent: 30 },
    ];
    expect(checkTerms({ ...DEFAULT_TERMS, reminders, discounts })).toEqual({
      ...DEFAULT_TERMS,
      reminders: [86_400, 3_600, 60],
      discounts: discounts.toReversed(),
    });
  });

  it('of a new location are possible', () => {
    expect(checkTerms(DEFAULT_TERMS)).toEqual(DEFAULT_TERMS);
  });

  it.each([
    ['a minimum above the maximum', { minSecs: 100, maxSecs: 99, graceSecs: 0 }, 'min_secs is 100; no more than max_secs, which is 99'],
    ['more time than an int shows', { maxSecs: 2_147_483_647, overdueSecs: 1 }, '2147483648 together; at most 2147483647'],
    ['more free time than can be had', { maxSecs: 3_600, graceSecs: 3_601 }, 'grace_secs is 3601'],
    [
      'two discounts for one length',
      {
        discounts: [
          { secs: 5, percent: 1 },
          { secs: 5, percent: 2 },
        ],
      },
      'two discounts are for 5 seconds',
    ],
  ])('are refused with %s', (_what, wrong, text) => {
    expect(() => checkTerms({ ...DEFAULT_TERMS, ...wrong })).toThrow(text);
  });

  it('that were checked are the same when they are checked again', () => {
    const secs = fc.integer({ min: 1, max: 2_147_483_647 });
    const discount = fc.record({ secs, percent: fc.integer({ min: 1, max: 100 }) });
    const lists = fc.record({
      reminders: fc.array(secs, { maxLength: 10 }),
      discounts: fc.uniqueArray(discount, { selector: (d) => d.secs }),
    });
    fc.assert(
      fc.property(lists, (given) => {
        const terms = checkTerms({ ...DEFAULT_TERMS, ...given });
        expect(checkTerms(terms)).toEqual(terms);
        expect(terms.reminders).toEqual([...terms.reminders].sort((a, b) => b - a));
      }),
    );
  });
});

describe('differences', () => {
  const location = { id: '', owner: '', name: 'A', incomeGroup: null, managerGroup: null, tenantGroup: null, ...DEFAULT_TERMS };

  it('are told in words; the name and who manages are nothing that was agreed', () => {
    expect(differences(location, location)).toEqual({ words: [], isAgreed: false });
    expect(differences(location, { ...location, name: 'B', managerGroup: 'g' })).toEqual({
      words: ['name A -> B', 'manager_group none -> g'],
      isAgreed: false,
    });
    expect(differences(location, { ...location, minSecs: 60, discounts: [{ secs: 9, percent: 5 }], reminders: [] })).toEqual({
      words: ['min_secs 3600 -> 60', 'reminders 259200 86400 -> none', 'discounts none -> 5% from 9'],
      isAgreed: true,
    });
  });
});
