import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Terms } from '../model.ts';
import { mostSecs, mustBeSold, nextReminder, timesAfter } from './rules.ts';

const TERMS: Terms = {
  minSecs: 60,
  maxSecs: 10_000,
  overdueSecs: 500,
  graceSecs: 100,
  refundPercent: 80,
  reminders: [3_000, 1_000],
  discounts: [],
};
const NOW = new Date('2026-11-22T10:00:00.500Z');
const at = (secs: number) => new Date(NOW.getTime() + secs * 1_000);

describe('the times of a lease', () => {
  it('begin now or go on from where it is paid until, overdue or not', () => {
    expect(timesAfter(NOW, 5_000, TERMS, NOW)).toEqual({ paidUntil: at(5_000), endsAt: at(5_500), remindAt: at(2_000) });
    expect(timesAfter(at(-400), 300, TERMS, NOW)).toEqual({ paidUntil: at(-100), endsAt: at(400), remindAt: null });
  });

  it('have reminders in order, then the one of being overdue, then none', () => {
    const lease = { paidUntil: at(5_000), endsAt: at(5_500) };
    const steps = [NOW, at(2_000), at(4_000), at(5_000)].map((after) => nextReminder(lease, TERMS.reminders, after));
    expect(steps).toEqual([at(2_000), at(4_000), at(5_000), null]);
    expect(nextReminder({ paidUntil: at(5_000), endsAt: at(5_000) }, TERMS.reminders, at(4_000))).toBeNull();
    expect(nextReminder(lease, [], NOW)).toEqual(at(5_000));
  });

  it('have a next reminder that is the first of all that are still to come', () => {
    const reminders = fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 6 });
    fc.assert(
      fc.property(reminders, fc.integer({ min: -1_000, max: 20_000 }), fc.nat(500), (list, paidFor, overdue) => {
        const lease = { paidUntil: at(paidFor), endsAt: at(paidFor + overdue) };
        const all = [...list.map((secs) => paidFor - secs), ...(overdue > 0 ? [paidFor] : [])].filter((secs) => secs > 0);
        const first = all.sort((a, b) => a - b)[0];
        expect(nextReminder(lease, list, NOW)).toEqual(first === undefined ? null : at(first));
      }),
    );
  });
});

describe('what can be bought', () => {
  const codeOf = (secs: number, from: Date) => {
    try {
      mustBeSold(TERMS, secs, from, NOW);
    } catch (error) {
      return (error as { spec: { code: string } }).spec.code;
    }
    return 'sold';
  };

  it('is at least the minimum, and paid no further ahead than the maximum', () => {
    expect([59, 60, 10_000, 10_001].map((secs) => codeOf(secs, NOW))).toEqual([
      'lease.term_too_short',
      'sold',
      'sold',
      'lease.term_too_long',
    ]);
    expect([60, 61].map((secs) => codeOf(secs, at(9_940)))).toEqual(['sold', 'lease.term_too_long']);
    expect(codeOf(60, at(9_940.001))).toBe('lease.term_too_long');
    expect(codeOf(10_400, at(-400))).toBe('sold');
    expect(mostSecs(TERMS, at(20_000), NOW)).toBe(0);
    // No time is right then, so that it is not too short either.
    expect([codeOf(0, at(9_941)), codeOf(59, at(9_941)), codeOf(1, at(20_000))]).toEqual(Array(3).fill('lease.term_too_long'));
  });
});
