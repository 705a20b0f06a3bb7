import { bool, type Database, int4, nullable, pagedList, present, text, timestamptz, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import { type Entry, entryValues, insertEntry } from '../history/store.ts';
import type { Within } from '../locations/store.ts';
import type { Location, PresentLease, Unit } from '../model.ts';
import type { Purchase } from './rules.ts';

/** What a request that may be retried was answered, with what it asked for. */
export interface Answer {
  readonly requestHash: Uuid;
  readonly leaseId: Uuid;
  /** Minor units: what was paid, or what went back. */
  readonly amount: bigint;
  readonly secs: number;
  readonly paidUntil: Date;
  /** The payment; null where nothing was paid. */
  readonly transactionId: Uuid | null;
}

/** A purchase of the lease that it is kept with. */
export interface NewPurchase extends Purchase {
  readonly journalId: Uuid;
}

/** A lease and where it is, for those who have it or pay for it. */
export interface ListedLease extends PresentLease {
  readonly owner: Uuid;
  readonly locationName: string;
  readonly unitName: string;
  readonly region: string;
  /** Below zero where it is overdue. */
  readonly secsRemaining: number;
  /** What the free extension would add; 0 where there is none any more. */
  readonly freeSecs: number;
}

/** Who has which unit of whom, in the words that people are told. */
export interface Tenancy {
  readonly unitId: Uuid;
  readonly unitName: string;
  readonly locationName: string;
  readonly owner: Uuid;
  readonly leaseId: Uuid;
  readonly lessee: Uuid;
}

export function tenancyOf(
  { name: locationName, owner }: Pick<Location, 'name' | 'owner'>,
  { id: unitId, name: unitName }: Pick<Unit, 'id' | 'name'>,
  { id: leaseId, lessee }: Pick<PresentLease, 'id' | 'lessee'>,
): Tenancy {
  return { unitId, unitName, locationName, owner, leaseId, lessee };
}

/** A lease that a job has to do something about. */
export interface DueLease extends Tenancy {
  readonly paidUntil: Date;
  readonly endsAt: Date;
  readonly reminders: readonly number[];
  /** The database's clock. */
  readonly now: Date;
}

/** The clock is not qualified by its schema: tests put their own in front. Here and below. */
const NOW = 'SELECT clock_timestamp() AS now';

const ANSWER = {
  name: 'lease-answer',
  text: `SELECT request_hash AS "requestHash", lease_id AS "leaseId", amount, duration_secs AS secs, paid_until AS "paidUntil",
           CASE WHEN amount > 0 THEN journal_id END AS "transactionId"
         FROM lease_log WHERE journal_id = $1`,
};

const PURCHASES = `SELECT secs, amount, refund_to AS "refundTo", refund_percent AS "refundPercent" FROM lease_purchase WHERE lease_id = $1 ORDER BY at DESC, journal_id`;

/** Under the lock: the whole lease is known, and is written as it is with the time that was added. */
const ADD_TIME = `WITH leased AS (
    UPDATE lease_unit SET lease_id = $2, lessee = $3, payer = $4, leased_at = $5, paid_until = $6, ends_at = $7, remind_at = $8, grace_used = $9
    WHERE id = $1
  ), bought AS (
    INSERT INTO lease_purchase (lease_id, at, journal_id, secs, amount, refund_to, refund_percent)
    VALUES ($2, clock_timestamp(), $10, $11, $12, $13, $14)
  )
  ${insertEntry(15)}`;

const SET_PAYER = `WITH changed AS (UPDATE lease_unit SET payer = $2 WHERE id = $1) ${insertEntry(3)}`;

/** With what is refunded of the former lessee's purchases; what others paid stays theirs. The alternate payer was the former lessee's. */
const SET_LESSEE = `WITH passed_on AS (UPDATE lease_unit SET lessee = $4, payer = NULL WHERE id = $1),
    refunds AS (UPDATE lease_purchase SET refund_to = $4 WHERE lease_id = $2 AND refund_to = $3)
  ${insertEntry(5)}`;

const VACATE = `UPDATE lease_unit SET lease_id = NULL, lessee = NULL, payer = NULL, leased_at = NULL, paid_until = NULL, ends_at = NULL,
  remind_at = NULL, grace_used = false WHERE id = ANY($1::uuid[])`;

const END = `WITH ended AS (${VACATE}) ${insertEntry(2)}`;

const LOG_EXPIRY = `INSERT INTO lease_log (id, location_id, at, type, unit_id, unit_name, lease_id, akey, amount, duration_secs, paid_until, detail)
  SELECT gen_random_uuid(), location_id, clock_timestamp(), 'expire', id, name, lease_id, lessee, 0, 0, paid_until, ''
  FROM lease_unit WHERE id = ANY($1::uuid[])`;

/** Two indexes, each for one of the two parts that an avatar may have in a lease. */
const LISTED = pagedList({
  name: 'lease-my-leases',
  params: [uuid],
  row: {
    id: present(uuid),
    lessee: uuid,
    payer: nullable(uuid),
    leasedAt: present(timestamptz),
    paidUntil: present(timestamptz),
    endsAt: timestamptz,
    remindAt: nullable(timestamptz),
    graceUsed: bool,
    owner: uuid,
    locationName: text,
    unitName: text,
    region: text,
    secsRemaining: int4,
    freeSecs: int4,
  },
  after: uuid,
  order: ['u.paid_until', 'u.id'],
  place: (after) => `lease_unit u WHERE (u.lessee = $1 OR u.payer = $1) AND u.lease_id = ${after}`,
  text: ({
    behind,
    order,
    slice,
  }) => `SELECT u.lease_id AS id, u.lessee, u.payer, u.leased_at AS "leasedAt", u.paid_until AS "paidUntil", u.ends_at AS "endsAt",
    u.remind_at AS "remindAt", u.grace_used AS "graceUsed", u.owner, l.name AS "locationName", u.name AS "unitName", u.region,
    floor(extract(epoch FROM u.paid_until - clock_timestamp()))::int AS "secsRemaining",
    CASE WHEN u.grace_used THEN 0 ELSE l.grace_secs END AS "freeSecs"
  FROM lease_unit u JOIN lease_location l ON l.id = u.location_id
  WHERE (u.lessee = $1 OR u.payer = $1) AND u.ends_at > clock_timestamp() AND ${behind} ${order} ${slice}`,
});

const DUE_COLUMNS = `u.id AS "unitId", u.name AS "unitName", l.name AS "locationName", u.owner, u.lease_id AS "leaseId", u.lessee,
  u.paid_until AS "paidUntil", u.ends_at AS "endsAt", l.reminders, clock_timestamp() AS now`;

/** The clock in a subquery is read once, so that the index ends where what is due ends. Here and below. */
const EXPIRED = 'SELECT id, lessee FROM lease_unit WHERE ends_at <= (SELECT clock_timestamp()) ORDER BY ends_at LIMIT $1::int';

/** Passed over where another process has it; one that it had is not over any more. */
const CLAIM_EXPIRED = `SELECT ${DUE_COLUMNS} FROM lease_unit u JOIN lease_location l ON l.id = u.location_id
  WHERE u.id = ANY($1::uuid[]) AND u.ends_at <= clock_timestamp() FOR UPDATE OF u SKIP LOCKED`;

const CLAIM_REMINDED = `SELECT ${DUE_COLUMNS} FROM lease_unit u JOIN lease_location l ON l.id = u.location_id
  WHERE u.remind_at <= (SELECT clock_timestamp()) ORDER BY u.remind_at LIMIT $1::int FOR UPDATE OF u SKIP LOCKED`;

const REMIND_NEXT = `UPDATE lease_unit u SET remind_at = n.remind_at FROM unnest($1::uuid[], $2::timestamptz[]) AS n (id, remind_at)
  WHERE u.id = n.id`;

/** The only place where leases touch the database. What takes a client is part of the caller's transaction. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async now(): Promise<Date> {
    const [row] = (await this.#database.pool.query<{ now: Date }>(NOW)).rows;
    return (row as { now: Date }).now;
  }

  /** What was answered under a payment's id, if anything was. */
  async answer(journalId: Uuid): Promise<Answer | undefined> {
    return (await this.#database.pool.query<Answer>({ ...ANSWER, values: [journalId] })).rows[0];
  }

  /** Newest first. */
  async purchases(leaseId: Uuid, on: Within = this.#database.pool): Promise<Purchase[]> {
    return (await on.query<Purchase>(PURCHASES, [leaseId])).rows;
  }

  /** The lease as it is with the time that was added, which begins it or prolongs it. */
  async addTime(client: Within, unitId: Uuid, lease: PresentLease, added: NewPurchase, entry: Entry): Promise<void> {
    const { id, lessee, payer, leasedAt, paidUntil, endsAt, remindAt, graceUsed } = lease;
    const { journalId, secs, amount, refundTo, refundPercent } = added;
    const present = [unitId, id, lessee, payer, leasedAt, paidUntil, endsAt, remindAt, graceUsed];
    await client.query(ADD_TIME, [...present, journalId, secs, amount, refundTo, refundPercent, ...entryValues(entry)]);
  }

  async setPayer(client: Within, unitId: Uuid, payer: Uuid | null, entry: Entry): Promise<void> {
    await client.query(SET_PAYER, [unitId, payer, ...entryValues(entry)]);
  }

  async setLessee(client: Within, unitId: Uuid, former: Pick<PresentLease, 'id' | 'lessee'>, lessee: Uuid, entry: Entry): Promise<void> {
    await client.query(SET_LESSEE, [unitId, former.id, former.lessee, lessee, ...entryValues(entry)]);
  }

  async end(client: Within, unitId: Uuid, entry: Entry): Promise<void> {
    await client.query(END, [[unitId], ...entryValues(entry)]);
  }

  /** Ends leases whose time is over, and writes that into the log. */
  async expire(client: Within, unitIds: readonly Uuid[]): Promise<void> {
    await client.query(LOG_EXPIRY, [unitIds]);
    await client.query(VACATE, [unitIds]);
  }

  /** The soonest to end first. */
  listed(akey: Uuid, page: Page): Promise<ListedLease[]> {
    return LISTED.read(this.#database.pool, [akey], page);
  }

  /** Units whose leases are over, as seen without a lock. */
  async expired(most: number): Promise<{ id: Uuid; lessee: Uuid }[]> {
    return (await this.#database.pool.query<{ id: Uuid; lessee: Uuid }>(EXPIRED, [most])).rows;
  }

  async claimExpired(client: Within, unitIds: readonly Uuid[]): Promise<DueLease[]> {
    return (await client.query<DueLease>(CLAIM_EXPIRED, [unitIds])).rows;
  }

  async claimReminded(client: Within, most: number): Promise<DueLease[]> {
    return (await client.query<DueLease>(CLAIM_REMINDED, [most])).rows;
  }

  async remindNext(client: Within, units: readonly { readonly unitId: Uuid; readonly remindAt: Date | null }[]): Promise<void> {
    await client.query(REMIND_NEXT, [units.map(({ unitId }) => unitId), units.map(({ remindAt }) => remindAt)]);
  }
}
