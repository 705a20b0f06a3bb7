import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdmin, type EmptyDatabase, emptyDatabase, silentLog } from '../../test/testkit/database.ts';
import { type Database, migrate, openDatabase, StartError } from './index.ts';

/** Each of these does harm to a server that takes the usual for granted. */
const HOSTILE = {
  timezone: 'America/New_York',
  datestyle: 'German',
  intervalstyle: 'iso_8601',
  client_encoding: 'LATIN1',
  standard_conforming_strings: 'off',
  bytea_output: 'escape',
  extra_float_digits: '-15',
  array_nulls: 'off',
  transform_null_equals: 'on',
  gin_fuzzy_search_limit: '1',
  default_transaction_isolation: 'serializable',
  default_transaction_read_only: 'on',
  synchronous_commit: 'off',
  statement_timeout: '500ms',
  lock_timeout: '500ms',
  idle_in_transaction_session_timeout: '500ms',
  idle_session_timeout: '500ms',
  transaction_timeout: '500ms',
  search_path: 'elsewhere',
};

describe('a database that is set up otherwise', () => {
  let empty: EmptyDatabase;
  let db: Database;
  const said: string[] = [];

  beforeAll(async () => {
    empty = await emptyDatabase();
    const name = new URL(empty.url).pathname.slice(1);
    const admin = new pg.Client({ connectionString: empty.url });
    await admin.connect();
    await admin.query('CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.avatar (akey int)');
    await admin.end();
    await asAdmin(async (client) => {
      for (const [setting, value] of Object.entries(HOSTILE)) await client.query(`ALTER DATABASE ${name} SET ${setting} = '${value}'`);
    });
    const log = { ...silentLog, warn: (_fields: object, text: string) => said.push(text) };
    db = await openDatabase({ url: empty.url, log });
    await migrate(empty.url, silentLog);
  });
  afterAll(async () => {
    await db.close();
    await empty.drop();
  });

  const show = async (name: string) => (await db.pool.query('SELECT current_setting($1) AS value', [name])).rows[0]?.value;

  it('is migrated, into the schema that Prisma Client names', async () => {
    expect(await db.prisma.avatar.count()).toBe(0);
    const { rows } = await db.pool.query("SELECT schemaname FROM pg_tables WHERE tablename = 'journal'");
    expect(rows).toEqual([{ schemaname: 'public' }]);
    expect(await show('search_path')).toBe('public, elsewhere');
  });

  it('keeps times as they are', async () => {
    const at = new Date('2026-01-02T03:04:05.678Z');
    expect(await db.prisma.$queryRaw`SELECT '2026-01-02T03:04:05.678Z'::timestamptz AS t`).toEqual([{ t: at }]);
    expect(await db.prisma.$queryRaw`SELECT extract(epoch from ${at}::timestamptz)::float8 AS s`).toEqual([{ s: at.getTime() / 1000 }]);
    expect((await db.pool.query('SELECT $1::timestamptz AS t', [at])).rows).toEqual([{ t: at }]);
  });

  it('keeps texts, bytes, lists and numbers as they are', async () => {
    const values = ['Zoë \\ ☃', Buffer.from([0, 92, 255]), ['a', null], 0.1 + 0.2];
    const { rows } = await db.pool.query('SELECT $1::text AS a, $2::bytea AS b, $3::text[] AS c, $4::float8 AS d', values);
    expect(Object.values(rows[0])).toEqual(values);
    expect((await db.pool.query("SELECT 'a\\b' AS a, '{NULL}'::text[] AS b")).rows).toEqual([{ a: 'a\\b', b: [null] }]);
  });

  it.each([
    ['transaction_isolation', 'read committed'],
    ['transaction_read_only', 'off'],
    ['synchronous_commit', 'on'],
    ['statement_timeout', '4s'],
    ['lock_timeout', '3s'],
    ['idle_in_transaction_session_timeout', '10s'],
    ['idle_session_timeout', '0'],
    ['transaction_timeout', '0'],
    ['row_security', 'off'],
    ['gin_fuzzy_search_limit', '0'],
  ])('has its transactions with %s %s', async (name, value) => {
    expect(await show(name)).toBe(value);
    expect(await db.transaction(async (client) => (await client.query('SELECT current_setting($1) AS v', [name])).rows[0].v)).toBe(value);
  });

  it('tells its operator once what is dangerous', async () => {
    await Promise.all([1, 2, 3].map(() => db.pool.query('SELECT pg_sleep(0.05)')));
    expect(said.filter((text) => text.startsWith('synchronous_commit is off'))).toHaveLength(1);
    expect(said.filter((text) => text.startsWith('default_transaction_read_only is on'))).toHaveLength(1);
  });
});

describe('a role that is set up otherwise', () => {
  it('has row security off: rows that a policy hides are an error, and not missing', async () => {
    const { url, drop } = await emptyDatabase();
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(`CREATE ROLE session_test LOGIN PASSWORD 'x'; ALTER ROLE session_test SET row_security = on;
      ALTER ROLE session_test SET timezone = 'Asia/Tokyo'; CREATE TABLE kept (n int); INSERT INTO kept VALUES (1);
      ALTER TABLE kept ENABLE ROW LEVEL SECURITY; GRANT SELECT ON kept TO session_test`);
    const address = new URL(url);
    address.username = 'session_test';
    address.password = 'x';
    const db = await openDatabase({ url: address.href, log: silentLog });
    await expect(db.pool.query('SELECT n FROM kept')).rejects.toThrow(/row-level security/);
    expect((await db.pool.query('SHOW timezone')).rows).toEqual([{ TimeZone: 'UTC' }]);
    await db.close();
    await admin.query('DROP OWNED BY session_test; DROP ROLE session_test');
    await admin.end();
    await drop();
  });
});

describe('a database that can not be used', () => {
  const database = 'session_test_other';
  afterAll(() => asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${database}`)));

  it.each(['LATIN1', 'SQL_ASCII'])('is refused in one line, and untouched, where it is in %s', async (encoding) => {
    const url = await asAdmin(async (admin) => {
      await admin.query(`DROP DATABASE IF EXISTS ${database}`);
      await admin.query(`CREATE DATABASE ${database} ENCODING '${encoding}' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`);
      const { host, port, user, password } = admin;
      return `postgresql://${user}:${password}@${host}:${port}/${database}`;
    });
    for (const start of [() => openDatabase({ url, log: silentLog }), () => migrate(url, silentLog)]) {
      const error = await start().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(StartError);
      expect((error as StartError).message).toMatch(
        new RegExp(`^DATABASE_URL: [^ ]+/${database} is encoded in ${encoding}, and UTF8 is needed: `),
      );
    }
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    expect((await admin.query("SELECT FROM pg_tables WHERE schemaname = 'public'")).rowCount).toBe(0);
    await admin.end();
  });
});
