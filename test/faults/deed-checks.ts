import type { DealScene } from './deal-scene.ts';
import { type Deal, dealOf, dealText, isDeed } from './deals.ts';
import { groupBy } from './group.ts';

const keyOf = (actor: string | null, deal: Deal) => `${dealText(deal)} by ${actor}`;

/**
 * What has no request id leaves a row each time that it is done, and each attempt at it may have done it: there are as many
 * rows as attempts that were acknowledged, and no more than of these and of unknown outcome together.
 */
export function checkDeeds({ books, history, report }: DealScene): void {
  const units = new Map(books.units.map((unit) => [unit.id, unit]));
  const rows = books.leaseLog.flatMap((row) => {
    const unit = units.get(row.unit);
    const deal = unit && dealOf(row, unit);
    return deal && isDeed(deal) ? [keyOf(row.actor, deal)] : [];
  });
  const deeds = history.requests.flatMap(({ principal, effect: { deal }, attempts }) =>
    deal && isDeed(deal)
      ? [{ key: keyOf(principal, deal), deal, outcomes: attempts.map(({ outcome }) => outcome?.kind ?? 'unknown') }]
      : [],
  );
  const [done, asked] = [groupBy(rows, (key) => key), groupBy(deeds, ({ key }) => key)];
  for (const [key, tried] of asked) {
    const outcomes = tried.flatMap((one) => one.outcomes);
    const count = (kind: string) => outcomes.filter((outcome) => outcome === kind).length;
    const [has, sure, perhaps] = [done.get(key)?.length ?? 0, count('acknowledged'), count('unknown')];
    // A payer who is named again is not written down again.
    const least = tried[0]?.deal.what === 'payer' ? Math.min(sure, 1) : sure;
    if (has < least) report('ack_lost', `${key}: ${has} times in the log, acknowledged ${sure} times`);
    if (has > sure + perhaps) report('deal_unasked', `${key}: ${has} times in the log, done ${sure} to ${sure + perhaps} times`);
  }
  for (const key of done.keys()) if (!asked.has(key)) report('deal_unasked', key);
}
