import { bytea, type Database, int4, type Row, statement, text } from '@scrip/database';

const STUDIO = { id: int4, name: text };
export type Studio = Row<typeof STUDIO>;

/** The studio of a name keeps its number, and gets another token. */
const SET = statement({
  name: 'studio-set',
  text: `INSERT INTO studio (name, name_key, token_hash) VALUES ($1, $2, $3)
         ON CONFLICT (name_key) DO UPDATE SET name = excluded.name, token_hash = excluded.token_hash`,
  params: [text, text, bytea],
});

const BY_TOKEN = statement({
  name: 'studio-by-token',
  text: 'SELECT id, name FROM studio WHERE token_hash = $1',
  params: [bytea],
  row: STUDIO,
});

const BY_NAME = statement({
  name: 'studio-by-name',
  text: 'SELECT id, name FROM studio WHERE name_key = $1',
  params: [text],
  row: STUDIO,
});

/** The rows of studios. */
export class StudioStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async set(name: string, nameKey: string, tokenHash: Uint8Array): Promise<void> {
    await SET.run(this.#database.pool, name, nameKey, tokenHash);
  }

  findByToken(tokenHash: Uint8Array): Promise<Studio | undefined> {
    return BY_TOKEN.first(this.#database.pool, tokenHash);
  }

  findByName(nameKey: string): Promise<Studio | undefined> {
    return BY_NAME.first(this.#database.pool, nameKey);
  }
}
