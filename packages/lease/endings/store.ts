import { array, type Database, int2, int4, int8, keyOf, type Queryable, statement, uuid } from '@scrip/database';
import type { AvatarKey, JournalId, Uuid } from '@scrip/kernel';
import { VACATE } from '../due/store.ts';
import { insertRecord, type NewLogRecord, RECORD, recordValues } from '../history/records.ts';
import type { Purchase } from './refunds.ts';

const PURCHASES = statement({
  name: 'lease-purchases',
  text: `SELECT journal_id AS "journalId", secs, amount, refund_to AS "refundTo", refund_percent AS "refundPercent" FROM lease_purchase
    WHERE lease_id = $1 ORDER BY at DESC, journal_id`,
  params: [uuid],
  row: { journalId: keyOf<JournalId>(), secs: int4, amount: int8, refundTo: keyOf<AvatarKey>(), refundPercent: int2 },
});

const END = statement({
  name: 'lease-end',
  text: `WITH ended AS (${VACATE}) ${insertRecord(2)}`,
  params: [array(uuid), ...RECORD],
});

/** What was bought for leases, and their ends. */
export class EndingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first; `on` is the client of a transaction that the lease is locked in, if there is one. */
  purchases(leaseId: Uuid, on: Queryable = this.#database.pool): Promise<Purchase[]> {
    return PURCHASES.all(on, leaseId);
  }

  /** In the caller's transaction. */
  async end(client: Queryable, unitId: Uuid, record: NewLogRecord): Promise<void> {
    await END.run(client, [unitId], ...recordValues(record));
  }
}
