import { type Database, int8, lockOwner, type Queryable, statement, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { Presence } from '../presence/model.ts';

const SET = statement({
  name: 'rooms-ceiling-set',
  text: `INSERT INTO room_ceiling (holder, credits) VALUES ($1, $2)
         ON CONFLICT (holder) DO UPDATE SET credits = excluded.credits, changed_at = clock_timestamp()`,
  params: [uuid, int8],
});

/** A ceiling ends with the last room left: one of an earlier stay does not count again. */
const KEEP = statement({
  name: 'rooms-ceiling-keep',
  text: `INSERT INTO room_ceiling AS c (holder, credits) VALUES ($1, 0)
         ON CONFLICT (holder) DO UPDATE SET changed_at = clock_timestamp(),
           credits = CASE WHEN EXISTS (SELECT FROM room_presence p WHERE p.holder = $1 AND p.id <> $2 AND p.left_at IS NULL)
                     THEN c.credits ELSE 0 END`,
  params: [uuid, int8],
});

const UPDATE = statement({
  name: 'rooms-ceiling-update',
  text: `UPDATE room_ceiling SET credits = $2, changed_at = clock_timestamp()
         WHERE holder = $1 AND EXISTS (SELECT FROM room_presence p WHERE p.holder = $1 AND p.left_at IS NULL)`,
  params: [uuid, int8],
});

/** Nothing where the customer has left: whoever tips has to be in that room. */
const LOCK = statement({
  name: 'rooms-ceiling-lock',
  text: `SELECT credits FROM room_ceiling c
         WHERE c.holder = $1 AND EXISTS (SELECT FROM room_presence p WHERE p.id = $2 AND p.left_at IS NULL) FOR UPDATE OF c`,
  params: [uuid, int8],
  row: { credits: int8 },
});

const LOWER = statement({
  name: 'rooms-ceiling-lower',
  text: 'UPDATE room_ceiling SET credits = credits - $2, changed_at = clock_timestamp() WHERE holder = $1',
  params: [uuid, int8],
});

/** Whoever joins meanwhile writes the row anew, and then it is not old. */
const FORGET = statement({
  name: 'rooms-ceiling-forget',
  text: `DELETE FROM room_ceiling c WHERE changed_at < clock_timestamp() - interval '1 minute'
           AND NOT EXISTS (SELECT FROM room_presence p WHERE p.holder = c.holder AND p.left_at IS NULL)`,
});

/** What customers can still tip, in whole major units. */
export class CeilingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async set(client: Queryable, holder: Uuid, credits: number): Promise<void> {
    await SET.run(client, holder, credits);
  }

  /** For somebody of whom the site names no ceiling: the one that counts in another room, or none. */
  async keep(client: Queryable, { holder, id }: Presence): Promise<void> {
    await KEEP.run(client, holder, id);
  }

  /** False where they are in no room. */
  async update(holder: Uuid, credits: number): Promise<boolean> {
    return (await UPDATE.run(this.#database.pool, holder, credits)) === 1;
  }

  /** Attempts at one tip wait for each other here, whatever they find. */
  async lockRequest(client: Queryable, request: Uuid): Promise<void> {
    await lockOwner(client, 'tip', request);
  }

  /** Until the transaction ends nobody else lowers it. Undefined where they have left the room. */
  async lock(client: Queryable, { holder, id }: Presence): Promise<bigint | undefined> {
    return (await LOCK.first(client, holder, id))?.credits;
  }

  async lower(client: Queryable, holder: Uuid, credits: number): Promise<void> {
    await LOWER.run(client, holder, credits);
  }

  async forget(): Promise<void> {
    await FORGET.run(this.#database.pool);
  }
}
