import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { silentLog, testDatabase } from '../../test/testkit/database.ts';
import { type Database, openDatabase, StartError } from './index.ts';

let db: Database & { drop(): Promise<void> };

beforeAll(async () => {
  db = await testDatabase(4);
});
afterAll(() => db.drop());

function failure(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error) => error as Error,
  );
}

describe('the pool', () => {
  it('reads int8 as bigint, alone and in lists, beyond what a double holds', async () => {
    const { rows } = await db.pool.query(
      "SELECT 9007199254740993::int8 AS one, '{-9223372036854775808,NULL,7}'::int8[] AS many, 5::int4 AS small",
    );
    expect(rows).toEqual([{ one: 9007199254740993n, many: [-9223372036854775808n, null, 7n], small: 5 }]);
  });

  it('leaves other pools of the process as they are', async () => {
    const other = new pg.Client({ connectionString: db.url });
    await other.connect();
    expect((await other.query('SELECT 7::int8 AS n')).rows).toEqual([{ n: '7' }]);
    await other.end();
  });

  it("leaves Prisma's own reading of int8 as it is", async () => {
    expect(await db.prisma.$queryRaw`SELECT 9007199254740993::int8 AS one, ARRAY[1, 2]::int8[] AS many`).toEqual([
      { one: 9007199254740993n, many: [1n, 2n] },
    ]);
  });

  it('bounds statements, waiting for locks and idle transactions, below the limits of Prisma', async () => {
    const { rows } = await db.pool.query(
      "SELECT name, setting::int AS ms FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY name",
    );
    expect(rows.map(({ ms }) => ms)).toEqual([10_000, 3_000, 4_000]);
  });

  it('outlives its connections being cut', async () => {
    await Promise.all([1, 2, 3].map(() => db.pool.query('SELECT pg_sleep(0.05)')));
    const admin = new pg.Client({ connectionString: inject('adminUrl') });
    await admin.connect();
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [new URL(db.url).pathname.slice(1)]);
    await admin.end();
    await expect.poll(() => db.pool.totalCount).toBe(0);
    expect((await db.pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });

  it('does not take back a connection that is still inside of a transaction', async () => {
    const client = await db.pool.connect();
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    await client.query('BEGIN');
    client.release();
    await expect
      .poll(async () => (await db.pool.query('SELECT count(*)::int AS n FROM pg_stat_activity WHERE pid = $1', [rows[0].pid])).rows[0].n)
      .toBe(0);
  });
});

describe('openDatabase', () => {
  it('says in one line that nothing answers, without the password', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => probe.once('listening', listening));
    const { port } = probe.address() as { port: number };
    await new Promise((closed) => probe.close(closed));
    const error = await failure(openDatabase({ url: `postgresql://me:verysecret@127.0.0.1:${port}/books`, log: silentLog }));
    expect(error).toBeInstanceOf(StartError);
    expect(error.message).toMatch(new RegExp(`^DATABASE_URL: 127.0.0.1:${port}/books does not answer: .*ECONNREFUSED`));
    expect(error.message).not.toMatch(/verysecret|\n/);
  });

  it('tells a wrong password and a missing database apart from no answer', async () => {
    const wrong = new URL(db.url);
    wrong.password = 'verysecret';
    const refused = await failure(openDatabase({ url: wrong.href, log: silentLog }));
    expect(refused.message).toMatch(/refused the connection: password authentication failed/);
    expect(refused.message).not.toContain('verysecret');
    const missing = new URL(db.url);
    missing.pathname = '/no_such';
    expect((await failure(openDatabase({ url: missing.href, log: silentLog }))).message).toMatch(/database "no_such" does not exist/);
  });

  it.each(['', 'localhost', 'mysql://localhost/x', 'http://[', 'postgres'])('refuses %j as an address', async (url) => {
    await expect(openDatabase({ url, log: silentLog })).rejects.toThrow(/DATABASE_URL is not an address/);
  });
});
