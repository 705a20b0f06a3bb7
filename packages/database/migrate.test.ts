import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyDatabase, silentLog } from '../../test/testkit/database.ts';
import { type Log, migrate, StartError } from './index.ts';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let client: pg.Client;
let directory: string;

beforeEach(async () => {
  database = await emptyDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  directory = mkdtempSync(join(tmpdir(), 'scrip-migrations-'));
});
afterEach(async () => {
  await client.end();
  await database.drop();
  rmSync(directory, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, 'migration.sql'), sql);
}

async function column(sql: string): Promise<unknown[]> {
  return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
}

const APPLIED = 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1';

function counting(): Log & { lines: string[] } {
  const lines: string[] = [];
  const line = (_: object, message: string): void => void lines.push(message);
  return { lines, info: line, warn: line, error: line };
}

it('makes the schema in an empty database and does nothing the second time', async () => {
  const log = counting();
  await migrate(database.url, log);
  expect(await column("SELECT count(*)::int FROM pg_tables WHERE tablename = 'avatar'")).toEqual([1]);
  await migrate(database.url, log);
  expect(log.lines).toEqual(['database migrated']);
});

it('serves servers that start at once on an empty database', async () => {
  const log = counting();
  await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, log)));
  expect(log.lines).toEqual(['database migrated']);
});

it('applies later migrations to a database that has the earlier ones', async () => {
  write('1_one', 'CREATE TABLE one (a int);');
  await migrate(database.url, silentLog, directory);
  write('2_two', 'CREATE TABLE two (a int);');
  await migrate(database.url, silentLog, directory);
  expect(await column(APPLIED)).toEqual(['1_one', '2_two']);
});

it('runs scripts with semicolons in comments, strings and function bodies', async () => {
  write(
    '1_one',
    "-- one; two\nCREATE TABLE one (a text DEFAULT ';');\nCREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;",
  );
  await migrate(database.url, silentLog, directory);
  expect(await column('SELECT f()')).toEqual([1]);
});

it('leaves nothing behind of a migration that fails, names it in one line, and can be tried again', async () => {
  write('1_one', 'CREATE TABLE one (a int);');
  write('2_two', 'CREATE TABLE two (a int); CREATE TABLE one (a int);');
  const error = await migrate(database.url, silentLog, directory).catch((reason: unknown) => reason as Error);
  expect(error).toBeInstanceOf(StartError);
  expect((error as Error).message).toBe('the migration 2_two failed, nothing was changed: relation "one" already exists');
  expect(await column("SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public'")).toEqual([0]);
  write('2_two', 'CREATE TABLE two (a int);');
  await migrate(database.url, silentLog, directory);
  expect(await column(APPLIED)).toEqual(['1_one', '2_two']);
});

it('refuses a database of a newer version, an edited migration and one that failed under another tool', async () => {
  write('1_one', 'CREATE TABLE one (a int);');
  await migrate(database.url, silentLog, directory);

  await client.query("UPDATE _prisma_migrations SET migration_name = '9_later'");
  await expect(migrate(database.url, silentLog, directory)).rejects.toThrow(
    /9_later, which this version does not know: update this server/,
  );
  await client.query("UPDATE _prisma_migrations SET migration_name = '1_one', checksum = 'x'");
  await expect(migrate(database.url, silentLog, directory)).rejects.toThrow(/1_one was changed after it had been applied/);
  await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
  await expect(migrate(database.url, silentLog, directory)).rejects.toThrow(/1_one failed in this database/);
});

it('refuses a database that somebody else uses', async () => {
  await client.query('CREATE TABLE theirs (a int)');
  await expect(migrate(database.url, silentLog)).rejects.toThrow(/^the database has tables of something else/);
  expect(await column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual(['theirs']);
});

it('says in one line that nothing answers', async () => {
  await expect(migrate('postgresql://a:verysecret@127.0.0.1:1/c', silentLog)).rejects.toThrow(
    /^the database could not be migrated, [^\n]*ECONNREFUSED/,
  );
});
