import { t } from '@scrip/rpc';
import type { Stats } from './statements.ts';

/** The document's four numbers. */
export const STATS = t.tuple(t.int(), t.int(), t.int(), t.int());
export const STATS_DOC = 'total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.';

export function fourNumbers({ total, leased, overdue }: Stats): [number, number, number, number] {
  return [total, leased, total - leased, overdue];
}
