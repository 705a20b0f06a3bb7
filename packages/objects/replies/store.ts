import { bytea, type Database, int4, nullable, statement, text, timestamptz, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

/**
 * A row that is there stays as it is, and none is counted: unless the same request was cut off, or decided nothing, and may run again.
 * $4: how many seconds nobody else is to run it.
 */
const BEGIN = statement({
  name: 'first-reply-begin',
  text: `INSERT INTO first_reply AS first (object_key, nonce, request_hash, under_way_until)
         VALUES ($1, $2, $3, clock_timestamp() + make_interval(secs => $4::int4))
         ON CONFLICT (object_key, nonce) DO UPDATE SET under_way_until = excluded.under_way_until
         WHERE first.reply IS NULL AND first.request_hash = excluded.request_hash AND first.under_way_until <= clock_timestamp()`,
  params: [uuid, text, uuid, int4],
});
const FIND = statement({
  name: 'first-reply-find',
  text: 'SELECT request_hash, reply FROM first_reply WHERE object_key = $1 AND nonce = $2',
  params: [uuid, text],
  row: { request_hash: uuid, reply: nullable(bytea) },
});
/** The first one stays. */
const KEEP = statement({
  name: 'first-reply-keep',
  text: 'UPDATE first_reply SET reply = $3 WHERE object_key = $1 AND nonce = $2 AND reply IS NULL',
  params: [uuid, text, bytea],
});
const LEAVE = statement({
  name: 'first-reply-leave',
  text: 'UPDATE first_reply SET under_way_until = clock_timestamp() WHERE object_key = $1 AND nonce = $2 AND reply IS NULL',
  params: [uuid, text],
});
const PURGE = statement({
  name: 'first-reply-purge',
  text: `DELETE FROM first_reply WHERE (object_key, nonce) IN (
           SELECT object_key, nonce FROM first_reply WHERE created_at < $1::timestamptz LIMIT 5000 FOR UPDATE SKIP LOCKED)`,
  params: [timestamptz],
});

/** The replies that objects got, sealed, for as long as they may ask again. */
export class FirstReplyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** True where it is to run now. Else it was answered, or is under way at another server, or the nonce stands for another request. */
  async begin(object: Uuid, nonce: string, requestHash: Uuid, alone_s: number): Promise<boolean> {
    return (await BEGIN.run(this.#database.pool, object, nonce, requestHash, alone_s)) === 1;
  }

  /** The reply is null as long as there is none. */
  find(object: Uuid, nonce: string): Promise<{ request_hash: Uuid; reply: Buffer | null } | undefined> {
    return FIND.first(this.#database.pool, object, nonce);
  }

  /** False where another run of the same request was first. */
  async keep(object: Uuid, nonce: string, reply: Uint8Array): Promise<boolean> {
    return (await KEEP.run(this.#database.pool, object, nonce, reply)) === 1;
  }

  /** Nothing was decided: a retry may run it at once. */
  async leave(object: Uuid, nonce: string): Promise<void> {
    await LEAVE.run(this.#database.pool, object, nonce);
  }

  /** Returns how many are gone. */
  purge(before: Date): Promise<number> {
    return PURGE.run(this.#database.pool, before);
  }
}
