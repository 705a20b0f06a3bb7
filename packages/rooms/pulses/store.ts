import { array, type Database, float8, int8, statement, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { HORIZON } from '../revision.ts';

/** What is older than that was heard by every server, or is of no use any more. */
const TELL = statement({
  name: 'rooms-pulse-tell',
  text: `WITH old AS (DELETE FROM room_pulse WHERE at < clock_timestamp() - interval '1 minute')
         INSERT INTO room_pulse (server, seen) VALUES ($1, $2)`,
  params: [uuid, array(int8)],
});

const HEAR = statement({
  name: 'rooms-pulse-hear',
  text: `SELECT seen, (extract(epoch FROM clock_timestamp() - at) * 1000)::float8 AS age_ms, ${HORIZON} AS horizon
         FROM room_pulse WHERE revision >= $1 AND server <> $2`,
  params: [int8, uuid],
  row: { seen: array(int8), age_ms: float8, horizon: int8 },
});

export interface Pulse {
  /** Ids of presences. */
  readonly seen: readonly bigint[];
  /** How long ago it was told. */
  readonly age_ms: number;
}

/** Who was heard lately, told from server to server: one row for all of a second. */
export class PulseStore {
  readonly #database: Database;
  readonly #server: Uuid;
  #horizon = 0n;

  /** `server` is different for each process. */
  constructor(database: Database, server: Uuid) {
    this.#database = database;
    this.#server = server;
  }

  async tell(seen: readonly bigint[]): Promise<void> {
    await TELL.run(this.#database.pool, this.#server, seen);
  }

  /** What other servers have told since the last time. */
  async hear(): Promise<readonly Pulse[]> {
    const rows = await HEAR.all(this.#database.pool, this.#horizon, this.#server);
    this.#horizon = rows[0]?.horizon ?? this.#horizon;
    return rows;
  }
}
