import { type Database, statement, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Answered } from './requests.ts';

const BOOKED = statement({
  name: 'deals-booked',
  text: 'SELECT id, request_hash AS "requestHash" FROM journal WHERE id = $1',
  params: [uuid],
  row: { id: uuid, requestHash: uuid },
});

/** A payment in the books, as the answer to the request that asked for it. */
export interface Booked extends Answered {
  readonly id: Uuid;
}

/** The payment of this id, if it is in the books: the first answer of deals that keep no other record of their request. */
export function findBooked({ pool }: Database, journalId: Uuid): Promise<Booked | undefined> {
  return BOOKED.first(pool, journalId);
}
