import type { Database } from '@scrip/database';
import { newId, type Uuid } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { LogType, Unit } from '../../model.ts';
import type { EntryPlace } from './cursor.ts';

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

/** A cursor's microseconds are counted from 1970, since a double of seconds would not hold them. */
const BEHIND = {
  name: 'lease-history',
  text: `SELECT ${COLUMNS} FROM lease_log, (SELECT timestamptz '1970-01-01Z' + $2::bigint * interval '1 microsecond' AS last) AS cursor
         WHERE location_id = $1 AND at <= last AND (at < last OR id > $3) ORDER BY at DESC, id LIMIT $4::int`,
};

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

  /** Newest first, as in `behind`. */
  async newest(locationId: Uuid, { from, to }: Period, limit: number): Promise<HistoryEntry[]> {
    return (await this.#database.pool.query<HistoryEntry>({ ...NEWEST, values: [locationId, from, to, limit] })).rows;
  }

  /** Those that come after a place. */
  async behind(locationId: Uuid, { at_us, id }: EntryPlace, limit: number): Promise<HistoryEntry[]> {
    return (await this.#database.pool.query<HistoryEntry>({ ...BEHIND, values: [locationId, at_us, id, limit] })).rows;
  }
}
