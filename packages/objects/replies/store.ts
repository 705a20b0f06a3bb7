import { bytea, type Database, nullable, statement, text, timestamptz, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

/** Nothing comes back where the nonce was used before. */
const BEGIN = statement({
  name: 'first-reply-begin',
  text: 'INSERT INTO first_reply (object_key, nonce, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
  params: [uuid, text, uuid],
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

  /** False where the nonce was used before. */
  async begin(object: Uuid, nonce: string, requestHash: Uuid): Promise<boolean> {
    return (await BEGIN.run(this.#database.pool, object, nonce, requestHash)) === 1;
  }

  /** The reply is null where the first call is under way, or was cut off. */
  find(object: Uuid, nonce: string): Promise<{ request_hash: Uuid; reply: Buffer | null } | undefined> {
    return FIND.first(this.#database.pool, object, nonce);
  }

  async keep(object: Uuid, nonce: string, reply: Uint8Array): Promise<void> {
    await KEEP.run(this.#database.pool, object, nonce, reply);
  }

  /** Returns how many are gone. */
  purge(before: Date): Promise<number> {
    return PURGE.run(this.#database.pool, before);
  }
}
