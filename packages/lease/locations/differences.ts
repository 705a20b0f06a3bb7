import type { Location } from '../model.ts';

type Shown = [name: string, of: (location: Location) => string];

/** Settings that those who rent, or who take the money, have agreed to. */
const AGREED: readonly Shown[] = [
  ['income_group', ({ incomeGroup }) => incomeGroup ?? 'none'],
  ['tenant_group', ({ tenantGroup }) => tenantGroup ?? 'none'],
  ['min_secs', ({ minSecs }) => String(minSecs)],
  ['max_secs', ({ maxSecs }) => String(maxSecs)],
  ['overdue_secs', ({ overdueSecs }) => String(overdueSecs)],
  ['grace_secs', ({ graceSecs }) => String(graceSecs)],
  ['refund_percent', ({ refundPercent }) => String(refundPercent)],
  ['reminders', ({ reminders }) => reminders.join(' ') || 'none'],
  ['discounts', ({ discounts }) => discounts.map(({ secs, percent }) => `${percent}% from ${secs}`).join(' ') || 'none'],
];

const OTHERS: readonly Shown[] = [
  ['name', ({ name }) => name],
  ['manager_group', ({ managerGroup }) => managerGroup ?? 'none'],
];

/** What a change of a location is, in words for the log, and whether it is one of what was agreed. */
export function differences(before: Location, after: Location): { words: string[]; isAgreed: boolean } {
  const changed = (shown: readonly Shown[]) =>
    shown.filter(([, of]) => of(before) !== of(after)).map(([name, of]) => `${name} ${of(before)} -> ${of(after)}`);
  const agreed = changed(AGREED);
  return { words: [...changed(OTHERS), ...agreed], isAgreed: agreed.length > 0 };
}
