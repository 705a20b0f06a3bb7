import {
  bool,
  type Database,
  int2,
  int4,
  int8,
  keyOf,
  nullable,
  present,
  type Queryable,
  type Row,
  statement,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { JournalId, Uuid } from '@scrip/kernel';
import type { Purchase } from '../endings/refunds.ts';
import { insertRecord, type NewLogRecord, RECORD, recordValues } from '../history/records.ts';
import type { PresentLease } from '../model.ts';

const ANSWER = {
  requestHash: present(uuid),
  leaseId: present(uuid),
  /** Minor units: what was paid, or what went back. */
  amount: int8,
  secs: int4,
  paidUntil: present(timestamptz),
  /** The payment; null where nothing was paid. */
  transactionId: nullable(keyOf<JournalId>()),
};
/** What a request that may be retried was answered, with what it asked for. */
export type Answer = Readonly<Row<typeof ANSWER>>;

/** The clock is not qualified by its schema: tests put their own in front. Here and below. */
const NOW = statement({ name: 'lease-now', text: 'SELECT clock_timestamp() AS now', row: { now: timestamptz } });

const FIRST_ANSWER = statement({
  name: 'lease-answer',
  text: `SELECT request_hash AS "requestHash", lease_id AS "leaseId", amount, duration_secs AS secs, paid_until AS "paidUntil",
           CASE WHEN amount > 0 THEN journal_id END AS "transactionId"
         FROM lease_log WHERE journal_id = $1`,
  params: [uuid],
  row: ANSWER,
});

/** What ADD_TIME takes of a unit and its lease, and of a purchase. */
const LEASE = [uuid, uuid, uuid, nullable(uuid), timestamptz, timestamptz, timestamptz, nullable(timestamptz), bool] as const;
const PURCHASE = [uuid, int4, int8, uuid, int2] as const;

/** Under the lock: the whole lease is known, and is written as it is with the time that was added. */
const ADD_TIME = statement({
  name: 'lease-add-time',
  text: `WITH leased AS (
      UPDATE lease_unit SET lease_id = $2, lessee = $3, payer = $4, leased_at = $5, paid_until = $6, ends_at = $7, remind_at = $8, grace_used = $9
      WHERE id = $1
    ), bought AS (
      INSERT INTO lease_purchase (lease_id, at, journal_id, secs, amount, refund_to, refund_percent)
      VALUES ($2, clock_timestamp(), $10, $11, $12, $13, $14)
    )
    ${insertRecord(15)}`,
  params: [...LEASE, ...PURCHASE, ...RECORD],
});

/** Where leases, and the answers about them, are kept. What takes a client is part of the caller's transaction. */
export class LeaseStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** By the database's clock. */
  async now(): Promise<Date> {
    const row = await NOW.first(this.#database.pool);
    if (!row) throw new Error('the clock gave no row');
    return row.now;
  }

  /** What was answered to the request whose payment has, or would have, this id. */
  answer(journalId: JournalId): Promise<Answer | undefined> {
    return FIRST_ANSWER.first(this.#database.pool, journalId);
  }

  /** The lease as it is with the time that was added, which begins it or prolongs it. */
  async addTime(client: Queryable, unitId: Uuid, lease: PresentLease, added: Purchase, record: NewLogRecord): Promise<void> {
    const { id, lessee, payer, leasedAt, paidUntil, endsAt, remindAt, graceUsed } = lease;
    const { journalId, secs, amount, refundTo, refundPercent } = added;
    const present = [unitId, id, lessee, payer, leasedAt, paidUntil, endsAt, remindAt, graceUsed] as const;
    await ADD_TIME.run(client, ...present, journalId, secs, amount, refundTo, refundPercent, ...recordValues(record));
  }
}
