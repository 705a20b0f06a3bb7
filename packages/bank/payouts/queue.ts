import { int2, type Rider, riderStatement, uuid } from '@scrip/database';
import type { JournalId, OwnerKey } from '@scrip/kernel';

const QUEUE = riderStatement({
  name: 'bank-queue-payout',
  text: `INSERT INTO payout (journal_id, leg, akey, realm)
         SELECT n.journal_id, n.leg, n.akey, coalesce(a.realm, '') FROM unnest($1::uuid[], $2::smallint[], $3::uuid[]) AS n (journal_id, leg, akey)
         LEFT JOIN avatar a ON a.akey = n.akey`,
  columns: [uuid, int2, uuid],
});

/** Queues a transfer of this journal, whose money is held, to be handed over in-world. */
export function queueRider(journalId: JournalId, leg: number, akey: OwnerKey): Rider {
  return QUEUE.row(journalId, leg, akey);
}
