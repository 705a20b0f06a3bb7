import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@scrip/database';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyDatabase, silentLog } from '../test/testkit/database.ts';
import { loadDatabasePackage } from './database-package.mjs';
import { migrationsDirectory } from './schema-difference.mjs';
import { EVERYTHING, loadSchemaEngine, migrationList } from './schema-engine.mjs';

const { readMigrations } = await loadDatabasePackage('migration-files');
const migrations = readMigrations(migrationsDirectory);
const earlier = migrations.slice(0, 2);

let database;
let pool;

beforeEach(async () => {
  database = await emptyDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

/** As `prisma migrate deploy` would; returns what it applied. */
async function applyByEngine(list) {
  const engine = await loadSchemaEngine(pool);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: migrationList(migrationsDirectory, list),
    filters: EVERYTHING,
  });
  engine.free();
  return appliedMigrationNames;
}

/** What the table of migrations is, and what stands in it but for ids and times. */
async function history() {
  const { rows: columns } = await pool.query(
    `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default FROM information_schema.columns
     WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
  );
  const { rows: constraints } = await pool.query(
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '_prisma_migrations'::regclass AND contype = 'p'",
  );
  const { rows } = await pool.query(
    `SELECT length(id) AS id, checksum, finished_at >= started_at AS finished, migration_name, logs, rolled_back_at, applied_steps_count
     FROM _prisma_migrations ORDER BY started_at`,
  );
  return { columns, constraints, rows };
}

it("leaves the same history as Prisma's engine", async () => {
  await applyByEngine(migrations);
  const engines = await history();
  await pool.query('DROP SCHEMA public, studio CASCADE');
  await pool.query('CREATE SCHEMA public');
  await migrate(database.url, silentLog);
  expect(await history()).toEqual(engines);
});

it("goes on where Prisma's engine stopped", async () => {
  await applyByEngine(earlier);
  await migrate(database.url, silentLog);
  expect((await history()).rows.map((row) => row.migration_name)).toEqual(migrations.map(({ name }) => name));
});

it("stops where Prisma's engine can go on", async () => {
  const directory = mkdtempSync(join(tmpdir(), 'scrip-migrations-'));
  for (const { name } of earlier) cpSync(join(migrationsDirectory, name), join(directory, name), { recursive: true });
  expect(readdirSync(directory)).toHaveLength(earlier.length);
  await migrate(database.url, silentLog, directory);
  rmSync(directory, { recursive: true });
  expect(await applyByEngine(migrations)).toEqual(migrations.slice(earlier.length).map(({ name }) => name));
  expect(await applyByEngine(migrations)).toEqual([]);
});
