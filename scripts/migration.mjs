// node scripts/migration.mjs NAME     writes prisma/migrations/<now>_NAME from what the schema has and the migrations lack
// node scripts/migration.mjs --check  says whether they agree (exit code 1: they do not)
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadDatabasePackage, root } from './database-package.mjs';

const migrationsDirectory = join(root, 'prisma/migrations');

function readSchema() {
  const directory = join(root, 'prisma/schema');
  const paths = readdirSync(directory).map((file) => join(directory, file));
  return paths.map((path) => ({ path, content: readFileSync(path, 'utf8') }));
}

/** SQL that leads from the migrations to the schema; undefined where there is nothing to do. Compared in a database of its own. */
async function difference(migrations, { startEmbedded, loadSchemaEngine, migrationList, EVERYTHING }) {
  const parent = mkdtempSync(join(tmpdir(), 'scrip-migration-'));
  // As root PostgreSQL runs under another account, which must be able to walk through.
  chmodSync(parent, 0o711);
  const dataDir = join(parent, 'data');
  const log = { info() {}, warn: console.warn, error: console.error };
  const embedded = await startEmbedded({ dataDir, log });
  const pool = new pg.Pool({ connectionString: embedded.url });
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
    await embedded.stop();
    rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true });
    rmSync(parent, { recursive: true });
  }
}

const [argument = ''] = process.argv.slice(2);
if (!/^(--check|[a-z0-9_]{1,60})$/.test(argument)) {
  console.error('usage: node scripts/migration.mjs NAME (a-z, 0-9, _) | --check');
  process.exit(2);
}
const database = await loadDatabasePackage('embedded/embedded', 'migration-files', 'schema-engine');
const script = await difference(database.readMigrations(migrationsDirectory), database);
if (argument === '--check') {
  if (script) console.error(`prisma/schema and prisma/migrations differ; node scripts/migration.mjs NAME would write:\n${script}`);
  process.exit(script ? 1 : 0);
}
if (!script) {
  console.log('the migrations already make this schema');
  process.exit(0);
}
const now = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const name = `${now}_${argument}`;
mkdirSync(join(migrationsDirectory, name), { recursive: true });
writeFileSync(join(migrationsDirectory, name, 'migration.sql'), script);
writeFileSync(join(migrationsDirectory, 'migration_lock.toml'), 'provider = "postgresql"\n');
console.log(`prisma/migrations/${name}/migration.sql`);
