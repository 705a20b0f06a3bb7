import type { Rider } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

const QUEUE = 'INSERT INTO payout (journal_id, akey) SELECT * FROM unnest($1::uuid[], $2::uuid[])';

/** Queues the payment of this journal, whose money is held, to be handed over to the avatar in-world. */
export function payoutRider(journalId: Uuid, akey: Uuid): Rider {
  return { sql: QUEUE, row: [journalId, akey] };
}
