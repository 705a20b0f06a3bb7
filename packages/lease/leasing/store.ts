import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Within } from '../estate/locations/store.ts';
import type { Location, PresentLease, Unit } from '../model.ts';
import type { Purchase, Times } from './rules.ts';

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

/** A purchase as it is kept. */
export interface NewPurchase extends Purchase {
  readonly journalId: Uuid;
  readonly leaseId: Uuid;
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

const ADD_PURCHASE = `INSERT INTO lease_purchase (journal_id, lease_id, at, secs, amount, refund_to, refund_percent)
  VALUES ($1, $2, clock_timestamp(), $3, $4, $5, $6)`;

const BEGIN = `UPDATE lease_unit SET lease_id = $2, lessee = $3, payer = NULL, leased_at = $4, paid_until = $5, ends_at = $6, remind_at = $7,
  grace_used = false WHERE id = $1`;

const PROLONG = `UPDATE lease_unit SET paid_until = $2, ends_at = $3, remind_at = $4, grace_used = grace_used OR $5 WHERE id = $1`;

const SET_PAYER = 'UPDATE lease_unit SET payer = $2 WHERE id = $1';

const SET_LESSEE = 'UPDATE lease_unit SET lessee = $2, payer = NULL WHERE id = $1';

const REFUND_TO = 'UPDATE lease_purchase SET refund_to = $3 WHERE lease_id = $1 AND refund_to = $2';

const END = `UPDATE lease_unit SET lease_id = NULL, lessee = NULL, payer = NULL, leased_at = NULL, paid_until = NULL, ends_at = NULL,
  remind_at = NULL, grace_used = false WHERE id = ANY($1::uuid[])`;

const LOG_EXPIRY = `INSERT INTO lease_log (id, location_id, at, type, unit_id, unit_name, lease_id, akey, amount, duration_secs, paid_until, detail)
  SELECT gen_random_uuid(), location_id, clock_timestamp(), 'expire', id, name, lease_id, lessee, 0, 0, paid_until, ''
  FROM lease_unit WHERE id = ANY($1::uuid[])`;

/** Two indexes, each for one of the two parts that an avatar may have in a lease. */
const LISTED = `SELECT u.lease_id AS id, u.lessee, u.payer, u.leased_at AS "leasedAt", u.paid_until AS "paidUntil", u.ends_at AS "endsAt",
    u.remind_at AS "remindAt", u.grace_used AS "graceUsed", u.owner, l.name AS "locationName", u.name AS "unitName", u.region,
    floor(extract(epoch FROM u.paid_until - clock_timestamp()))::int AS "secsRemaining",
    CASE WHEN u.grace_used THEN 0 ELSE l.grace_secs END AS "freeSecs"
  FROM lease_unit u JOIN lease_location l ON l.id = u.location_id
  WHERE (u.lessee = $1 OR u.payer = $1) AND u.ends_at > clock_timestamp()
  ORDER BY u.paid_until, u.id OFFSET $2::int LIMIT $3::int`;

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
  async answer(journalId: Uuid, on: Within = this.#database.pool): Promise<Answer | undefined> {
    return (await on.query<Answer>({ ...ANSWER, values: [journalId] })).rows[0];
  }

  /** Newest first. */
  async purchases(leaseId: Uuid, on: Within = this.#database.pool): Promise<Purchase[]> {
    return (await on.query<Purchase>(PURCHASES, [leaseId])).rows;
  }

  async addPurchase(client: Within, { journalId, leaseId, secs, amount, refundTo, refundPercent }: NewPurchase): Promise<void> {
    await client.query(ADD_PURCHASE, [journalId, leaseId, secs, amount, refundTo, refundPercent]);
  }

  async begin(client: Within, unitId: Uuid, lease: Times & Pick<PresentLease, 'id' | 'lessee' | 'leasedAt'>): Promise<void> {
    const { id, lessee, leasedAt, paidUntil, endsAt, remindAt } = lease;
    await client.query(BEGIN, [unitId, id, lessee, leasedAt, paidUntil, endsAt, remindAt]);
  }

  /** `free`: the one free extension is used by it. */
  async prolong(client: Within, unitId: Uuid, { paidUntil, endsAt, remindAt }: Times, free: boolean): Promise<void> {
    await client.query(PROLONG, [unitId, paidUntil, endsAt, remindAt, free]);
  }

  async setPayer(client: Within, unitId: Uuid, payer: Uuid | null): Promise<void> {
    await client.query(SET_PAYER, [unitId, payer]);
  }

  /** With what is refunded of the former lessee's purchases; what others paid stays theirs. The alternate payer was the former lessee's. */
  async setLessee(client: Within, unitId: Uuid, former: Pick<PresentLease, 'id' | 'lessee'>, lessee: Uuid): Promise<void> {
    await client.query(SET_LESSEE, [unitId, lessee]);
    await client.query(REFUND_TO, [former.id, former.lessee, lessee]);
  }

  async end(client: Within, unitId: Uuid): Promise<void> {
    await client.query(END, [[unitId]]);
  }

  /** Ends leases whose time is over, and writes that into the log. */
  async expire(client: Within, unitIds: readonly Uuid[]): Promise<void> {
    await client.query(LOG_EXPIRY, [unitIds]);
    await client.query(END, [unitIds]);
  }

  /** The soonest to end first. */
  async listed(akey: Uuid, offset: number, limit: number): Promise<ListedLease[]> {
    return (await this.#database.pool.query<ListedLease>(LISTED, [akey, offset, limit])).rows;
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
