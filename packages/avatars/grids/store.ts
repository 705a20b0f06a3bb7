import { array, bool, type Database, nullable, present, type Row, statement, text, timestamptz } from '@scrip/database';

const GRID = { name: text, name_key: text, shard: text, networks: present(array(text)), home: bool, heard_at: nullable(timestamptz) };
export type GridRow = Row<typeof GRID>;

const ALL = statement({
  name: 'grids-all',
  text: 'SELECT name, name_key, shard, networks, home, heard_at FROM grid ORDER BY name_key',
  row: GRID,
});

/** The first one is the server's own. Of two that come first at once the index on `home` refuses one. */
const SET = statement({
  name: 'grids-set',
  text: `INSERT INTO grid (name, name_key, shard, networks, home) SELECT $1, $2, $3, $4, NOT EXISTS (SELECT FROM grid WHERE home)
         ON CONFLICT (name_key) DO UPDATE SET name = excluded.name, shard = excluded.shard, networks = excluded.networks`,
  params: [text, text, text, array(text)],
});

const HEARD = statement({
  name: 'grids-heard',
  text: `UPDATE grid SET heard_at = clock_timestamp()
         WHERE name_key = ANY($1::text[]) AND (heard_at IS NULL OR heard_at < clock_timestamp() - interval '30 seconds')`,
  params: [array(text)],
});

/** One whose avatars are here stays, or they would be of nowhere. */
const REMOVE = statement({
  name: 'grids-remove',
  text: 'DELETE FROM grid WHERE name_key = $1 AND NOT EXISTS (SELECT FROM avatar WHERE realm = grid.name_key AND NOT grid.home)',
  params: [text],
});

/** Keeps the grids: a few rows, which are read whole. */
export class GridStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  all(): Promise<GridRow[]> {
    return ALL.all(this.#database.pool);
  }

  async set(name: string, nameKey: string, shard: string, networks: readonly string[]): Promise<void> {
    await SET.run(this.#database.pool, name, nameKey, shard, networks);
  }

  /** Writes at most twice a minute for each. */
  async heard(nameKeys: readonly string[]): Promise<void> {
    await HEARD.run(this.#database.pool, nameKeys);
  }

  /** False where avatars are of it. */
  async remove(nameKey: string): Promise<boolean> {
    return (await REMOVE.run(this.#database.pool, nameKey)) === 1;
  }
}
