import { enumOf, int2, type Rider, riderStatement, uuid } from '@scrip/database';
import type { JournalId, OwnerKey } from '@scrip/kernel';
import type { HoldKey } from '../ledger/model.ts';

/** Of payments that wait for an in-world dispenser. */
export const PAYOUT_STATES = ['queued', 'dispensed', 'failed'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

export const PAYOUT_STATE = enumOf('payout_state', PAYOUT_STATES);

const QUEUE = riderStatement({
  name: 'bank-queue-payout',
  text: 'INSERT INTO payout (journal_id, leg, akey) SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::uuid[])',
  columns: [uuid, int2, uuid],
});

const LEAVE = riderStatement({
  name: 'bank-leave-payout',
  text: `UPDATE payout SET state = n.state FROM unnest($1::uuid[], $2::smallint[], $3::payout_state[]) AS n (journal_id, leg, state)
         WHERE payout.journal_id = n.journal_id AND payout.leg = n.leg`,
  columns: [uuid, int2, PAYOUT_STATE],
});

/** Queues a transfer of this journal, whose money is held, to be handed over in-world. */
export function queueRider(journalId: JournalId, leg: number, akey: OwnerKey): Rider {
  return QUEUE.row(journalId, leg, akey);
}

/** Takes it off the queue. */
export function leaveRider({ journalId, leg }: HoldKey, state: PayoutState): Rider {
  return LEAVE.row(journalId, leg, state);
}
