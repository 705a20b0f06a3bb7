import { type Database, enumOf, int4, int8, lockOwner, pagedList, type Row, text, timestamptz, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { Schedule, Step } from './schedule.ts';

/** What was ordered; it never changes. */
export interface Terms {
  readonly id: Uuid;
  readonly owner: Uuid;
  readonly requestHash: Uuid;
  readonly accountId: Uuid;
  readonly accountName: string;
  readonly payee: Uuid;
  readonly payeeAccount: string;
  /** Whole major units. */
  readonly amount: number;
  readonly comment: string;
  readonly everyDays: number;
  readonly times: number;
}

export interface StandingOrder extends Terms, Schedule {
  readonly tryAt: Date;
  readonly paid: number;
  readonly missed: number;
  /** Why the last attempt failed; empty where it did not. */
  readonly lastFault: string;
  readonly state: 'active' | 'ended' | 'cancelled';
  readonly createdAt: Date;
}

/** What became of one attempt. */
export interface Outcome extends Step {
  readonly result: 'paid' | 'missed' | 'failed';
  readonly fault: string;
}

const COLUMNS = `id, owner, request_hash AS "requestHash", account_id AS "accountId", account_name AS "accountName", payee,
  payee_account AS "payeeAccount", amount, comment, every_days AS "everyDays", times, due_at AS "dueAt", try_at AS "tryAt",
  occurrence, attempts, paid, missed, last_fault AS "lastFault", state, created_at AS "createdAt"`;

const ADD = `INSERT INTO standing_order
    (id, owner, request_hash, account_id, account_name, payee, payee_account, amount, comment, every_days, times, due_at, try_at)
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::uuid, $7, $8::bigint, $9, $10::int, $11::int, first, first
  FROM (SELECT clock_timestamp() + make_interval(days => $12::int) AS first) AS due
  WHERE (SELECT count(*) FROM standing_order WHERE owner = $2::uuid AND state = 'active') < $13::int
  ON CONFLICT (id) DO NOTHING`;

const FIND_REQUEST = 'SELECT id, request_hash AS "requestHash" FROM standing_order WHERE id = $1';

const ORDER = {
  id: uuid,
  owner: uuid,
  requestHash: uuid,
  accountId: uuid,
  accountName: text,
  payee: uuid,
  payeeAccount: text,
  amount: int8,
  comment: text,
  everyDays: int4,
  times: int4,
  dueAt: timestamptz,
  tryAt: timestamptz,
  occurrence: int4,
  attempts: int4,
  paid: int4,
  missed: int4,
  lastFault: text,
  state: enumOf('standing_order_state', ['active', 'ended', 'cancelled'] satisfies StandingOrder['state'][]),
  createdAt: timestamptz,
};

const LIST = pagedList({
  name: 'bank-standing-orders',
  params: [uuid],
  row: ORDER,
  after: uuid,
  order: ['created_at DESC', 'id'],
  place: (after) => `standing_order WHERE owner = $1 AND id = ${after}`,
  text: ({ behind, order, slice }) => `SELECT ${COLUMNS} FROM standing_order WHERE owner = $1 AND ${behind} ${order} ${slice}`,
});

const CANCEL = `UPDATE standing_order SET state = CASE state WHEN 'active' THEN 'cancelled' ELSE state END WHERE id = $1 AND owner = $2`;

/** The clock is read once, or no index would help; and not qualified by its schema: tests put their own in front. */
const DUE = `SELECT ${COLUMNS} FROM standing_order WHERE state = 'active' AND try_at <= (SELECT clock_timestamp())
  ORDER BY try_at LIMIT $1::int`;

/** Passed over where another process has it, or had it since it was listed. */
const CLAIM = `SELECT clock_timestamp() AS now FROM standing_order
  WHERE id = $1 AND occurrence = $2 AND attempts = $3 AND state = 'active' AND try_at <= clock_timestamp()
  FOR UPDATE SKIP LOCKED`;

const MOVE_ON = `UPDATE standing_order SET state = $2, occurrence = $3, attempts = $4, due_at = $5, try_at = $6, last_fault = $7,
    paid = paid + ($8 = 'paid')::int, missed = missed + ($8 = 'missed')::int
  WHERE id = $1`;

const POSTPONE = `UPDATE standing_order SET try_at = clock_timestamp() + make_interval(mins => 1)
  WHERE id = $1 AND occurrence = $2 AND attempts = $3 AND state = 'active'`;

/** A transaction of the caller's. */
type Within = Pick<PoolClient, 'query'>;

/** The only place where standing orders touch the database. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** How many orders one owner has is decided by one call at a time. */
  lockOwner(client: Within, owner: Uuid): Promise<void> {
    return lockOwner(client, 'standing orders', owner);
  }

  /** False where the same request was added before, or the owner has `most` active ones. */
  async add(client: Within, terms: Terms, firstInDays: number, most: number): Promise<boolean> {
    const { id, owner, requestHash, accountId, accountName, payee, payeeAccount, amount, comment, everyDays, times } = terms;
    const to = [payee, payeeAccount, amount, comment, everyDays, times];
    const { rowCount } = await client.query(ADD, [id, owner, requestHash, accountId, accountName, ...to, firstInDays, most]);
    return rowCount === 1;
  }

  /** Of an order whose id was worked out of its request. */
  async findRequest(id: Uuid): Promise<Pick<Terms, 'id' | 'requestHash'> | undefined> {
    return (await this.#database.pool.query<Pick<Terms, 'id' | 'requestHash'>>(FIND_REQUEST, [id])).rows[0];
  }

  /** Newest first. */
  async list(owner: Uuid, page: Page): Promise<StandingOrder[]> {
    return (await LIST.read(this.#database.pool, [owner], page)).map(orderOf);
  }

  /** False where the owner has no such order. One that is over stays as it is. */
  async cancel(owner: Uuid, id: Uuid): Promise<boolean> {
    return (await this.#database.pool.query(CANCEL, [id, owner])).rowCount === 1;
  }

  /** Those that are to be tried now, the longest waiting first. */
  async due(most: number): Promise<StandingOrder[]> {
    return (await this.#database.pool.query<Row<typeof ORDER>>(DUE, [most])).rows.map(orderOf);
  }

  /** Locks an order that is to be tried, and tells the database's clock. Undefined where it is not to be tried any more, or another process has it. */
  async claim(client: Within, { id, occurrence, attempts }: StandingOrder): Promise<Date | undefined> {
    return (await client.query<{ now: Date }>(CLAIM, [id, occurrence, attempts])).rows[0]?.now;
  }

  async moveOn(client: Within, { id }: StandingOrder, outcome: Outcome): Promise<void> {
    const { state, occurrence, attempts, dueAt, tryAt, fault, result } = outcome;
    await client.query(MOVE_ON, [id, state, occurrence, attempts, dueAt, tryAt, fault, result]);
  }

  /** An attempt that failed for reasons of ours does not count, and does not hold up the orders behind it. */
  async postpone({ id, occurrence, attempts }: StandingOrder): Promise<void> {
    await this.#database.pool.query(POSTPONE, [id, occurrence, attempts]);
  }
}

function orderOf(row: Row<typeof ORDER>): StandingOrder {
  return { ...row, amount: Number(row.amount) };
}
