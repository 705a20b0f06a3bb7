import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from './imports.mjs';
import { EVERYTHING, loadSchemaEngine, migrationList } from './schema-engine.mjs';

export const migrationsDirectory = join(root, 'prisma/migrations');

function readSchema() {
  const directory = join(root, 'prisma/schema');
  const paths = readdirSync(directory).map((file) => join(directory, file));
  return paths.map((path) => ({ path, content: readFileSync(path, 'utf8') }));
}

/** SQL that leads from the migrations to prisma/schema; undefined where there is nothing to do. `url`: an empty database, which does not stay so. */
export async function schemaDifference(url, migrations) {
  const pool = new pg.Pool({ connectionString: url });
  try {
    const engine = await loadSchemaEngine(pool);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(migrationsDirectory, migrations) },
      to: { tag: 'schemaDatamodel', files: readSchema() },
      script: true,
      exitCode: true,
      filters: EVERYTHING,
    });
    return exitCode === 0 ? undefined : stdout;
  } finally {
    await pool.end();
  }
}
