import { join } from 'node:path';
import pg from 'pg';
import type { Log } from './log.ts';
import { findPrismaDirectory, type Migration, readMigrations } from './migration-files.ts';
import { checkUrl } from './pool.ts';
import { StartError } from './start-error.ts';

/** Another server may be migrating the same database: it holds a lock meanwhile, and we wait for it this long. */
const LOCK_TIMEOUT_MS = 60_000;
/** The lock that Prisma's engine takes; it would give up after ten seconds where we still wait. */
const ENGINE_LOCK = 72_707_369;
const CONNECT_TIMEOUT_MS = 5_000;

interface Applied {
  name: string;
  checksum: string;
  finished: boolean;
}

async function readApplied(pool: pg.Pool): Promise<Applied[]> {
  // Not to_regclass: it answers from a cache, which in an open transaction misses what another server just committed.
  const { rows: found } = await pool.query(
    "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema() AND tablename = '_prisma_migrations') AS there",
  );
  if (!found[0]?.there) return [];
  const { rows } = await pool.query<Applied>(
    'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return rows;
}

/** Which of ours are still to run. Throws StartError where the database and our migrations contradict each other. */
export function pendingMigrations(ours: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(ours.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    if (!finished)
      throw new StartError(`the migration ${name} failed in this database: repair it, then set its rolled_back_at in _prisma_migrations`);
    const own = known.get(name);
    if (!own) throw new StartError(`the database has the migration ${name}, which this version does not know: update this server`);
    if (own.checksum !== checksum)
      throw new StartError(`the migration ${name} was changed after it had been applied: restore its migration.sql`);
  }
  const done = new Set(applied.map(({ name }) => name));
  return ours.filter(({ name }) => !done.has(name));
}

/**
 * Applies what is missing of prisma/migrations, with Prisma's schema engine and its table `_prisma_migrations`. All of it
 * is one transaction: a server that is killed meanwhile leaves nothing half done, and of two that start at once the
 * second waits and then finds everything done. Where nothing is missing the engine is not loaded.
 */
export async function migrate(url: string, log: Log, directory = join(findPrismaDirectory(), 'migrations')): Promise<void> {
  checkUrl(url);
  const migrations = readMigrations(directory);
  // One connection, never given up: the engine's queries must all fall into our transaction.
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    application_name: 'scrip migrate',
  });
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'the connection of the migration broke'));
  // Outside of COMMIT, closing the only connection takes everything back. Were it replaced by another one, the rest of
  // the work would run outside of the transaction.
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= pool.end());
  pool.once('remove', close);
  try {
    if (pendingMigrations(migrations, await readApplied(pool)).length === 0) return;
    await pool.query('BEGIN');
    await pool.query(`SELECT pg_advisory_xact_lock(${ENGINE_LOCK})`);
    if (pendingMigrations(migrations, await readApplied(pool)).length > 0) await apply(pool, directory, migrations, log);
    await pool.query('COMMIT');
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`the database could not be migrated, nothing was changed: ${(error as Error).message}`, { cause: error });
  } finally {
    await close();
  }
}

async function apply(pool: pg.Pool, baseDir: string, migrations: readonly Migration[], log: Log): Promise<void> {
  const { EVERYTHING, loadSchemaEngine, migrationList } = await import('./schema-engine.ts');
  let failed: StartError | undefined;
  const run = async (script: string): Promise<void> => {
    try {
      await pool.query(script);
    } catch (error) {
      const name = migrations.find((migration) => migration.script === script)?.name ?? '';
      failed ??= new StartError(`the migration ${name} failed, nothing was changed: ${(error as Error).message}`, { cause: error });
      throw error;
    }
  };
  const engine = await loadSchemaEngine(pool, run);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(baseDir, migrations),
      filters: EVERYTHING,
    });
    log.info({ migrations: appliedMigrationNames }, 'database migrated');
  } catch (error) {
    throw failed ?? error;
  } finally {
    engine.free();
  }
}
