import type { Avatars } from '@scrip/avatars';
import {
  type Database,
  enumOf,
  int4,
  int8,
  keyOf,
  nullable,
  pagedList,
  type Row,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { AvatarKey, JournalId, Page, Uuid } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import { cursorOf } from './cursor.ts';
import { LOG_TYPES } from './records.ts';

const avatar = nullable(keyOf<AvatarKey>());

const RECORD = {
  id: uuid,
  /** To the microsecond, for cursors; see `at` for people. */
  at_us: int8,
  at: timestamptz,
  type: enumOf('lease_log_type', LOG_TYPES),
  unitName: text,
  leaseId: nullable(uuid),
  /** The lessee, or whom the change is about. */
  akey: avatar,
  /** Who did it; null where the server did. */
  actor: avatar,
  /** Minor units. */
  amount: int8,
  durationSecs: int4,
  /** Null where nothing was paid. */
  journalId: nullable(keyOf<JournalId>()),
  detail: text,
};

/** A change at a location, with what those in it are called; empty where nobody is named. */
export interface LogRecord extends Row<typeof RECORD> {
  readonly agentName: string;
  readonly actorName: string;
}

const COLUMNS = `id, (extract(epoch FROM at) * 1000000)::bigint AS at_us, at, type, unit_name AS "unitName", lease_id AS "leaseId", akey, actor,
  amount, duration_secs AS "durationSecs", CASE WHEN amount > 0 THEN journal_id END AS "journalId", detail`;

/** Whole seconds, both ends included. */
const NEWEST = statement({
  name: 'lease-log',
  text: `SELECT ${COLUMNS} FROM lease_log WHERE location_id = $1 AND at >= coalesce($2::timestamptz, '-infinity')
           AND at < coalesce($3::timestamptz + interval '1 second', 'infinity')
         ORDER BY at DESC, id LIMIT $4::int`,
  params: [uuid, nullable(timestamptz), nullable(timestamptz), int4],
  row: RECORD,
});

const PAGE = pagedList({
  name: 'lease-history',
  params: [uuid],
  row: RECORD,
  after: uuid,
  order: ['at DESC', 'id'],
  place: (after) => `lease_log WHERE location_id = $1 AND id = ${after}`,
  text: ({ behind, order, slice }) => `SELECT ${COLUMNS} FROM lease_log WHERE location_id = $1 AND ${behind} ${order} ${slice}`,
});

/** What changed at locations, newest first. */
export class History {
  readonly #database: Database;
  readonly #avatars: Avatars;

  constructor(database: Database, avatars: Avatars) {
    this.#database = database;
    this.#avatars = avatars;
  }

  /** The newest of a period (lease.logs). */
  async newest(locationId: Uuid, { from, to }: Period, limit: number): Promise<LogRecord[]> {
    return this.#named(await NEWEST.all(this.#database.pool, locationId, from ?? null, to ?? null, limit));
  }

  /** A page of all (lease.history). The page's cursor names its last record; it is empty on the last page. */
  async page(locationId: Uuid, page: Page): Promise<{ records: LogRecord[]; cursor: string }> {
    const found = await PAGE.read(this.#database.pool, [locationId], { ...page, limit: page.limit + 1 });
    const records = found.slice(0, page.limit);
    const last = found.length > page.limit ? records.at(-1) : undefined;
    return { records: await this.#named(records), cursor: last ? cursorOf(last) : '' };
  }

  async #named(records: readonly Row<typeof RECORD>[]): Promise<LogRecord[]> {
    const names = await this.#avatars.names(records.flatMap(({ akey, actor }) => [akey ?? [], actor ?? []].flat()));
    const nameOf = (akey: AvatarKey | null) => (akey && names.get(akey)) || '';
    return records.map((record) => ({ ...record, agentName: nameOf(record.akey), actorName: nameOf(record.actor) }));
  }
}
