import { type Database, pagedList, text } from '@scrip/database';
import type { Page } from '@scrip/kernel';
import type { Hold } from '../holds/model.ts';
import { HOLD, holdOf, isAt, selectHolds } from '../holds/store.ts';
import { PAYOUT_STATE, type PayoutState } from './queue.ts';

const LIST = pagedList({
  name: 'bank-holds-in-world',
  params: [PAYOUT_STATE],
  row: HOLD,
  after: text,
  order: ['p.created_at', 'p.journal_id', 'p.leg'],
  place: (after) => `payout p WHERE ${isAt('p', after)}`,
  text: ({ behind, order, slice }) =>
    selectHolds(
      `SELECT hold.* FROM (SELECT * FROM payout p WHERE state = $1 AND ${behind} ${order} ${slice}) queue JOIN hold USING (journal_id, leg)`,
      order,
    ),
});

/** The holds of the money that is or was to be handed over in-world, oldest first. */
export async function listPayouts({ pool }: Database, state: PayoutState, page: Page): Promise<Hold[]> {
  return (await LIST.read(pool, [state], page)).map(holdOf);
}
