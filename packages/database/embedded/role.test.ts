import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../../test/testkit/database.ts';
import { openDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

let parent: string;
let dataDir: string;
let embedded: Embedded;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'scrip-role-'));
  chmodSync(parent, 0o755);
  dataDir = join(parent, 'data');
  embedded = await startEmbedded({ dataDir, log: silentLog });
});
afterAll(async () => {
  await embedded.stop();
  rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true });
  rmSync(parent, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe("the server's role", () => {
  it('is no superuser, makes no roles and databases, and owns its database', async () => {
    const rights = 'rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls';
    expect(await query(embedded.url, `SELECT ${rights} FROM pg_roles WHERE rolname = current_user`)).toEqual(Array(5).fill(false));
    const owned = 'SELECT pg_get_userbyid(datdba) = current_user FROM pg_database WHERE datname = current_database()';
    expect(await query(embedded.url, owned)).toEqual([true]);
  });

  it.each([
    ["COPY (SELECT 1) TO PROGRAM 'true'"],
    ["COPY (SELECT 1) TO '/tmp/scrip-role-test'"],
    ["SELECT pg_read_file('/etc/passwd')"],
    ["SELECT pg_ls_dir('.')"],
    ["SELECT lo_import('/etc/passwd')"],
    ['ALTER SYSTEM SET fsync = off'],
    ['CREATE ROLE another SUPERUSER'],
    ['ALTER ROLE scrip PASSWORD NULL'],
    ['ALTER ROLE scrip_server SUPERUSER'],
    ['GRANT pg_execute_server_program TO scrip_server'],
    ['SET ROLE scrip'],
    ['SET session_replication_role = replica'],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc', 'abs'"],
    ['SELECT rolpassword FROM pg_authid'],
  ])('can not %s', async (sql) => {
    await expect(query(embedded.url, sql)).rejects.toThrow(/permission denied|must be superuser|must have|[Oo]nly roles with/);
  });
});

it('takes over what a version made that was a superuser there, and migrates it further', async () => {
  const steps = ['ALTER DATABASE scrip OWNER TO scrip', 'DROP OWNED BY scrip_server', 'DROP ROLE scrip_server'];
  for (const sql of steps) await query(embedded.superuserUrl, sql);
  await migrate(embedded.superuserUrl, silentLog);
  await embedded.stop();
  rmSync(join(dataDir, 'postgres', 'server-password'));

  embedded = await startEmbedded({ dataDir, log: silentLog });
  const others = (name: string, owner: string, table: string, schema: string) =>
    `SELECT ${name}::text FROM ${table} WHERE ${schema} IN ('public'::regnamespace, 'studio'::regnamespace) AND ${owner} <> current_user::regrole`;
  for (const sql of [
    others('relname', 'relowner', 'pg_class', 'relnamespace'),
    others('proname', 'proowner', 'pg_proc', 'pronamespace'),
    others('typname', 'typowner', 'pg_type', 'typnamespace'),
    others('nspname', 'nspowner', 'pg_namespace', "nullif(oid, 'public'::regnamespace)"),
  ]) {
    expect(await query(embedded.url, sql)).toEqual([]);
  }
  await migrate(embedded.url, silentLog);
  const database = await openDatabase({ url: embedded.url, poolSize: 2, log: silentLog });
  expect(await database.prisma.avatar.count()).toBe(0);
  await database.close();
  for (const sql of [
    'ALTER TABLE avatar ADD COLUMN later int',
    "ALTER TYPE account_state ADD VALUE 'later'",
    'DROP SCHEMA studio CASCADE',
  ]) {
    await query(embedded.url, sql);
  }
});
