import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Answered } from './requests.ts';

const BOOKED = { name: 'deal-booked', text: 'SELECT id, request_hash AS "requestHash" FROM journal WHERE id = $1' };

/** A payment in the books, as the answer to the request that asked for it. */
export interface Booked extends Answered {
  readonly id: Uuid;
}

/** The payment of this id, if it is in the books: the first answer of deals that keep no other record of their request. */
export async function findBooked(database: Database, journalId: Uuid): Promise<Booked | undefined> {
  return (await database.pool.query<Booked>({ ...BOOKED, values: [journalId] })).rows[0];
}
