import type { Location } from '../model.ts';

/** A setting by its name on the wire, and how its value is shown. */
type Shown = [name: string, show: (location: Location) => string];

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
    shown.filter(([, show]) => show(before) !== show(after)).map(([name, show]) => `${name} ${show(before)} -> ${show(after)}`);
  const agreed = changed(AGREED);
  return { words: [...changed(OTHERS), ...agreed], isAgreed: agreed.length > 0 };
}
