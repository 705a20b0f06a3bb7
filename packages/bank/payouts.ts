import type { Rider } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

const QUEUE = 'INSERT INTO payout (journal_id, leg, akey) SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::uuid[])';

/** Queues a transfer of this journal, whose money is held, to be handed over to the avatar in-world. */
export function payoutRider(journalId: Uuid, leg: number, akey: Uuid): Rider {
  return { sql: QUEUE, row: [journalId, leg, akey] };
}
