import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/testkit/database.ts';
import type { Database } from '../database.ts';
import { statement } from './statement.ts';
import {
  array,
  bool,
  bytea,
  enumOf,
  float8,
  int2,
  int4,
  int8,
  jsonb,
  nullable,
  numeric,
  oneOf,
  type SqlType,
  text,
  timestamptz,
  uuid,
} from './types.ts';

const NOTED = statement({
  name: 'test-noted',
  text: `INSERT INTO note (id, at, state, amount, tags) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
  params: [uuid, timestamptz, oneOf<'open' | 'done'>(), nullable(int8), array(text)],
});
const NOTES = statement({
  name: 'test-notes',
  text: 'SELECT id, at, state, amount, tags FROM note WHERE amount IS NOT DISTINCT FROM $1',
  params: [nullable(int8)],
  row: { id: uuid, at: timestamptz, state: oneOf<'open' | 'done'>(), amount: nullable(int8), tags: array(text) },
});
const COUNT = statement({ text: 'SELECT count(*) AS notes FROM note', row: { notes: int8 } });

let db: Database & { drop(): Promise<void> };
beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query(
    `CREATE TABLE note (id uuid PRIMARY KEY, at timestamptz NOT NULL, state text NOT NULL, amount int8, tags text[] NOT NULL)`,
  );
});
afterAll(() => db.drop());

const ID = '7b1f0a52-8a5e-4c9e-9a53-3f4f7f6d2a11';
const AT = new Date('2026-01-02T03:04:05.678Z');

it('gives rows as they are declared, and tells how many a command touched', async () => {
  expect(await NOTED.run(db.pool, ID, AT, 'open', 2n ** 62n, ['a', ''])).toBe(1);
  expect(await NOTED.run(db.pool, ID, AT, 'open', 1, [])).toBe(0);
  const note: { id: string; at: Date; state: 'open' | 'done'; amount: bigint | null; tags: string[] } | undefined = await NOTES.first(
    db.pool,
    2n ** 62n,
  );
  expect(note).toEqual({ id: ID, at: AT, state: 'open', amount: 2n ** 62n, tags: ['a', ''] });
  expect(await NOTES.all(db.pool, null)).toEqual([]);
  expect(await COUNT.first(db.pool)).toEqual({ notes: 1n });
});

it('runs inside a transaction, where it is sent before the call returns', async () => {
  const thrown = new Error('no');
  const work = db.transaction(async (client) => {
    const removed = client.query('DELETE FROM note');
    const count = COUNT.first(client);
    expect(await count).toEqual({ notes: 0n });
    await removed;
    throw thrown;
  });
  await expect(work).rejects.toBe(thrown);
  expect(await COUNT.first(db.pool)).toEqual({ notes: 1n });
});

it('refuses a name that is taken or too long', () => {
  expect(() => statement({ name: 'test-notes', text: 'SELECT 1' })).toThrow(/test-notes is taken/);
  expect(() => statement({ name: 'n'.repeat(64), text: 'SELECT 1' })).toThrow(/taken or too long/);
});

describe('arrays', () => {
  const CASES: readonly (readonly [string, SqlType<never, unknown>, readonly unknown[]])[] = [
    ['uuid', uuid, [ID, ID]],
    ['bool', bool, [true, false]],
    ['int2', int2, [-1, 7]],
    ['int4', int4, [2 ** 31 - 1]],
    ['int8', int8, [-(2n ** 63n), 5n]],
    ['float8', float8, [0.1, -1e300, Number.POSITIVE_INFINITY]],
    ['numeric', numeric, ['123456789012345678901234567890.5', '-7']],
    ['text', text, ['', 'NULL', 'null', '{}', '"', '\\', '\\"', 'a,b', ' a ', 'ä\n椅子', '\\x00']],
    ['timestamptz', timestamptz, [new Date('1999-12-31T23:59:59.999Z'), AT]],
    [
      'times of any year',
      timestamptz,
      ['+010000-01-01T00:00:00.000Z', '0000-12-31T01:02:03.004Z', '-000043-03-15T12:00:00.000Z'].map((iso) => new Date(iso)),
    ],
    ['bytea', bytea, [Buffer.from([0, 92, 34, 255]), Buffer.alloc(0)]],
    ['jsonb', jsonb<unknown>(), [{ a: ['"', '\\', null] }, 'text', 5]],
    ['texts, some of them null', nullable(text), ['a', null, 'NULL']],
    ['times, some of them null', nullable(timestamptz), [AT, null]],
    ['numbers, some of them null', nullable(int8), [null, 5n, null]],
    ['nothing', text, []],
  ];
  it.each(CASES)('of %s come back as they were sent', async (_name, type, values) => {
    const list = array(type);
    const ECHO = statement({ text: `SELECT $1::${type.name}[] AS values`, params: [list], row: { values: list } });
    expect(await ECHO.first(db.pool, values as never)).toEqual({ values });
  });
});

it('writes values of jsonb, also those that the driver would take for arrays', async () => {
  const ECHO = statement({ text: 'SELECT $1::jsonb AS value', params: [jsonb<unknown>()], row: { value: jsonb<unknown>() } });
  for (const value of [[1, 'two'], { three: null }, 'four', 5]) expect(await ECHO.first(db.pool, value)).toEqual({ value });
});

it('reads and writes enums of the database', async () => {
  await db.pool.query("CREATE TYPE mood AS ENUM ('good', 'bad')");
  const mood = enumOf('mood', ['good', 'bad']);
  const ECHO = statement({
    text: 'SELECT $1::mood AS one, ($2::mood[])[1] AS many',
    params: [mood, array(mood)],
    row: { one: mood, many: mood },
  });
  expect(await ECHO.first(db.pool, 'good', ['bad'])).toEqual({ one: 'good', many: 'bad' });
});
