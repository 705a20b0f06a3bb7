import { type Database, enumOf, int4, int8, nullable, pagedList, text, timestamptz, uuid } from '@scrip/database';
import { newId, type Page, type Uuid } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import { LOG_TYPES, type LogType, type Unit } from '../model.ts';

/** A change at a location, as it is written down. */
export interface Entry {
  readonly locationId: Uuid;
  readonly type: LogType;
  /** Left out where the change is about the whole location. */
  readonly unit?: Pick<Unit, 'id' | 'name'>;
  readonly leaseId?: Uuid;
  /** The lessee, or whom the change is about; left out where it is about nobody. */
  readonly akey?: Uuid;
  /** Who did it; null where the server did. */
  readonly actor: Uuid | null;
  /** Minor units: what was paid, or for `terminated` what went back. */
  readonly amount?: bigint;
  readonly durationSecs?: number;
  /** The payment; where nothing was paid, what a retry of the request is found by. */
  readonly journalId?: Uuid;
  /** Of the request that may be retried: a retry asks for the same. */
  readonly requestHash?: Uuid;
  /** What the lease was paid until then. */
  readonly paidUntil?: Date;
  /** In words, for people. */
  readonly detail: string;
}

/** As it is read. */
export interface HistoryEntry {
  readonly id: Uuid;
  /** To the microsecond, for cursors; see `at` for people. */
  readonly at_us: bigint;
  readonly at: Date;
  readonly type: LogType;
  readonly unitName: string;
  readonly leaseId: Uuid | null;
  readonly akey: Uuid | null;
  readonly actor: Uuid | null;
  readonly amount: bigint;
  readonly durationSecs: number;
  /** Null where nothing was paid. */
  readonly journalId: Uuid | null;
  readonly detail: string;
}

/**
 * Ends a statement that changes something with the entry about it, so that both are one step on the wire too. The parameters of the
 * entry, `entryValues`, come behind those of the change; `first` is the number of the first of them.
 */
export function insertEntry(first: number): string {
  const place = (index: number) => `$${first + index}`;
  const rest = Array.from({ length: 12 }, (_, index) => place(index + 2)).join(', ');
  return `INSERT INTO lease_log (id, location_id, at, type, unit_id, unit_name, lease_id, akey, actor, amount, duration_secs, journal_id,
    request_hash, paid_until, detail)
  VALUES (${place(0)}, ${place(1)}, clock_timestamp(), ${rest})`;
}

export function entryValues(entry: Entry): unknown[] {
  const { locationId, type, unit, leaseId, akey, actor, amount, durationSecs, journalId, requestHash, paidUntil, detail } = entry;
  const what = [newId(), locationId, type, unit?.id, unit?.name ?? '', leaseId, akey, actor, amount ?? 0n, durationSecs ?? 0];
  return [...what, journalId, requestHash, paidUntil, detail];
}

const ADD = insertEntry(1);

const COLUMNS = `id, (extract(epoch FROM at) * 1000000)::bigint AS at_us, at, type, unit_name AS "unitName", lease_id AS "leaseId", akey, actor,
  amount, duration_secs AS "durationSecs", CASE WHEN amount > 0 THEN journal_id END AS "journalId", detail`;

/** Whole seconds, both ends included. */
const NEWEST = {
  name: 'lease-log',
  text: `SELECT ${COLUMNS} FROM lease_log WHERE location_id = $1 AND at >= coalesce($2::timestamptz, '-infinity')
           AND at < coalesce($3::timestamptz + interval '1 second', 'infinity')
         ORDER BY at DESC, id LIMIT $4::int`,
};

const PAGE = pagedList({
  name: 'lease-history',
  params: [uuid],
  row: {
    id: uuid,
    at_us: int8,
    at: timestamptz,
    type: enumOf('lease_log_type', LOG_TYPES),
    unitName: text,
    leaseId: nullable(uuid),
    akey: nullable(uuid),
    actor: nullable(uuid),
    amount: int8,
    durationSecs: int4,
    journalId: nullable(uuid),
    detail: text,
  },
  after: uuid,
  order: ['at DESC', 'id'],
  place: (after) => `lease_log WHERE location_id = $1 AND id = ${after}`,
  text: ({ behind, order, slice }) => `SELECT ${COLUMNS} FROM lease_log WHERE location_id = $1 AND ${behind} ${order} ${slice}`,
});

/** Writes what changed, in the transaction of the change. */
export async function writeEntry(client: Pick<PoolClient, 'query'>, entry: Entry): Promise<void> {
  await client.query(ADD, entryValues(entry));
}

/** The only place where the history touches the database. */
export class HistoryStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first, as in `page`. */
  async newest(locationId: Uuid, { from, to }: Period, limit: number): Promise<HistoryEntry[]> {
    return (await this.#database.pool.query<HistoryEntry>({ ...NEWEST, values: [locationId, from, to, limit] })).rows;
  }

  page(locationId: Uuid, page: Page): Promise<HistoryEntry[]> {
    return PAGE.read(this.#database.pool, [locationId], page);
  }
}
