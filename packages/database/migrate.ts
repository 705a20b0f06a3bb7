import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { Log } from './log.ts';
import { findPrismaDirectory, type Migration, readMigrations } from './migration-files.ts';
import { checkUrl, describeUrl } from './pool.ts';
import { prepareSession, type SessionLimits } from './session.ts';
import { StartError } from './start-error.ts';

/** Another server may be migrating the same database: it holds a lock meanwhile, and we wait a minute for it. Statements take what they take. */
const LIMITS: SessionLimits = { statement_ms: 0, lock_ms: 60_000, idleInTransaction_ms: 0 };
/** The lock that Prisma's engine takes; it would give up after ten seconds where we still wait. */
const ENGINE_LOCK = 72_707_369;
const CONNECT_TIMEOUT_ms = 5_000;

interface Applied {
  name: string;
  checksum: string;
  finished: boolean;
}

async function isThere(client: pg.Client): Promise<boolean> {
  // Not to_regclass: it answers from a cache, which in an open transaction misses what another server just committed.
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema() AND tablename = '_prisma_migrations') AS there",
  );
  return rows[0]?.there ?? false;
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  if (!(await isThere(client))) return [];
  const { rows } = await client.query<Applied>(
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
 * Applies what is missing of prisma/migrations, and writes `_prisma_migrations` as Prisma's own engine does, so that either
 * goes on where the other stopped. All of it is one transaction: a server that is killed meanwhile leaves nothing half
 * done, and of two that start at once the second waits and then finds everything done.
 */
export async function migrate(url: string, log: Log, directory = join(findPrismaDirectory(), 'migrations')): Promise<void> {
  checkUrl(url);
  const migrations = readMigrations(directory);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_ms,
    application_name: 'scrip migrate',
  });
  client.on('error', ({ message }) => log.warn({ reason: message }, 'the connection of the migration broke'));
  try {
    await client.connect();
    await prepareSession(client, LIMITS, describeUrl(url));
    if (pendingMigrations(migrations, await readApplied(client)).length === 0) return;
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(${ENGINE_LOCK})`);
    const pending = pendingMigrations(migrations, await readApplied(client));
    await prepareTable(client);
    for (const migration of pending) await apply(client, migration);
    await client.query('COMMIT');
    if (pending.length > 0) log.info({ migrations: pending.map(({ name }) => name) }, 'database migrated');
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`the database could not be migrated, nothing was changed: ${(error as Error).message}`, { cause: error });
  } finally {
    // Outside of COMMIT, that takes everything back.
    await client.end().catch(() => {});
  }
}

/** As the engine makes it. */
const MAKE_TABLE = `CREATE TABLE _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const HAS_TABLES = 'SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema()) AS there';

async function prepareTable(client: pg.Client): Promise<void> {
  if (await isThere(client)) return;
  const { rows } = await client.query<{ there: boolean }>(HAS_TABLES);
  if (rows[0]?.there) throw new StartError('the database has tables of something else: give this server a database of its own');
  await client.query(MAKE_TABLE);
}

async function apply(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  // Times of the wall, because the transaction has one for all.
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())', [
    id,
    checksum,
    name,
  ]);
  try {
    // As one text, so that PostgreSQL finds the ends of its statements.
    await client.query(script);
  } catch (error) {
    throw new StartError(`the migration ${name} failed, nothing was changed: ${(error as Error).message}`, { cause: error });
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1', [id]);
}
