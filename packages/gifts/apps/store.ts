import { bytea, type Database, statement, text, uuid } from '@scrip/database';
import type { AvatarKey } from '@scrip/kernel';

/** Nothing is written where another avatar owns it. */
const PUT = statement({
  name: 'gifts-app-put',
  text: `INSERT INTO gift_app AS a (id, owner, secret_hash) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash WHERE a.owner = excluded.owner`,
  params: [text, uuid, bytea],
});

const FIND = statement({
  name: 'gifts-app-find',
  text: 'SELECT id, secret_hash AS "secretHash" FROM gift_app WHERE id = $1',
  params: [text],
  row: { id: text, secretHash: bytea },
});

/** Apps, with the hashes of their secret keys. */
export class AppStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** False where another avatar owns it. */
  async put(id: string, owner: AvatarKey, secretHash: Uint8Array): Promise<boolean> {
    return (await PUT.run(this.#database.pool, id, owner, secretHash)) === 1;
  }

  find(id: string): Promise<{ readonly id: string; readonly secretHash: Buffer } | undefined> {
    return FIND.first(this.#database.pool, id);
  }
}
