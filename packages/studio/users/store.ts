import { type Database, int4, keyOf, type Queryable, type Row, statement, text } from '@scrip/database';
import type { AvatarKey } from '@scrip/kernel';
import type { PoolClient } from 'pg';

const akey = keyOf<AvatarKey>();
const USER = { email: text, displayName: text, akey };
export type User = Row<typeof USER>;

const FIND = statement({
  name: 'studio-user-find',
  text: 'SELECT email, display_name AS "displayName", akey FROM studio_user WHERE studio_id = $1 AND email_key = $2',
  params: [int4, text],
  row: USER,
});

/** Of two with one email at once the second waits here for the first, and adds nothing. */
const ADD = statement({
  name: 'studio-user-add',
  text: `INSERT INTO studio_user (studio_id, email_key, email, display_name, akey) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (studio_id, email_key) DO NOTHING`,
  params: [int4, text, text, text, akey],
});

/** The rows of studios' users. */
export class UserStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#database.transaction(work);
  }

  find(studio: number, emailKey: string): Promise<User | undefined> {
    return FIND.first(this.#database.pool, studio, emailKey);
  }

  /** False where the studio has a user of this email. */
  async add(client: Queryable, studio: number, emailKey: string, { email, displayName, akey }: User): Promise<boolean> {
    return (await ADD.run(client, studio, emailKey, email, displayName, akey)) === 1;
  }
}
