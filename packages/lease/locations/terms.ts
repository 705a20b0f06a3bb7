import type { Terms } from '../model.ts';
import { invalidTerms } from './errors.ts';

const HOUR = 3_600;
const DAY = 86_400;
const MAX_INT32 = 2_147_483_647;

export const MAX_REMINDERS = 10;
export const MAX_DISCOUNTS = 20;

/** Of a new location, where its owner says nothing else. */
export const DEFAULT_TERMS: Terms = {
  minSecs: HOUR,
  maxSecs: 365 * DAY,
  overdueSecs: 3 * DAY,
  graceSecs: DAY,
  refundPercent: 100,
  reminders: [3 * DAY, DAY],
  discounts: [],
};

/** The terms in the order in which they are kept: reminders falling, discounts rising. Raises lease.invalid_terms. */
export function checkTerms(terms: Terms): Terms {
  const { minSecs, maxSecs, overdueSecs, graceSecs } = terms;
  if (minSecs > maxSecs) throw invalidTerms(`min_secs is ${minSecs}; no more than max_secs, which is ${maxSecs}, can be`);
  if (maxSecs + overdueSecs > MAX_INT32) {
    throw invalidTerms(`max_secs and overdue_secs are ${maxSecs + overdueSecs} together; at most ${MAX_INT32} can be shown as an int`);
  }
  if (graceSecs > maxSecs) throw invalidTerms(`grace_secs is ${graceSecs}; no more than max_secs, which is ${maxSecs}, can be`);
  const discounts = terms.discounts.toSorted((a, b) => a.secs - b.secs);
  const twice = discounts.find(({ secs }, index) => discounts[index + 1]?.secs === secs);
  if (twice) throw invalidTerms(`two discounts are for ${twice.secs} seconds; one for each length is needed`);
  return { ...terms, discounts, reminders: [...new Set(terms.reminders)].sort((a, b) => b - a) };
}
