import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../../test/testkit/database.ts';
import { type Database, isUnavailable, isWriteConflict, retryConflicts } from './index.ts';

let db: Database & { drop(): Promise<void> };

beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query('CREATE TABLE tally (id int PRIMARY KEY, amount bigint NOT NULL)');
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query('TRUNCATE tally');
  await db.pool.query('INSERT INTO tally VALUES (1, 0), (2, 0)');
});

async function amounts(): Promise<bigint[]> {
  return (await db.pool.query<{ amount: bigint }>('SELECT amount FROM tally ORDER BY id')).rows.map(({ amount }) => amount);
}

it('commits and gives the result back', async () => {
  expect(
    await db.transaction(async (client) => (await client.query('UPDATE tally SET amount = 7 WHERE id = 1 RETURNING amount')).rows[0]),
  ).toEqual({
    amount: 7n,
  });
  expect(await amounts()).toEqual([7n, 0n]);
});

it("takes everything back on the caller's own error and keeps the connection", async () => {
  const before = db.pool.totalCount;
  const thrown = new Error('no');
  const failed = db.transaction(async (client) => {
    await client.query('UPDATE tally SET amount = 7');
    throw thrown;
  });
  await expect(failed).rejects.toBe(thrown);
  expect(await amounts()).toEqual([0n, 0n]);
  expect(db.pool.totalCount).toBe(before);
});

it('fails when the work swallowed a failed statement, instead of reporting a commit that never was', async () => {
  const failed = db.transaction(async (client) => {
    await client.query('UPDATE tally SET amount = 7');
    await client.query('SELECT 1/0').catch(() => {});
  });
  await expect(failed).rejects.toThrow(/was rolled back/);
  expect(await amounts()).toEqual([0n, 0n]);
});

it('runs again on serialization failures (40001): no increment is lost', async () => {
  let runs = 0;
  let begun = 0;
  const increment = (): Promise<void> =>
    db.transaction(async (client) => {
      runs++;
      await client.query('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
      const { rows } = await client.query<{ amount: bigint }>('SELECT amount FROM tally WHERE id = 1');
      begun++;
      // Nobody writes before all three have read: otherwise they may come one after the other, and nothing fails.
      while (begun < 3) await sleep(1);
      await client.query('UPDATE tally SET amount = $1 WHERE id = 1', [(rows[0]?.amount ?? 0n) + 1n]);
    });
  await Promise.all([increment(), increment(), increment()]);
  expect(runs).toBeGreaterThan(3);
  expect(await amounts()).toEqual([3n, 0n]);
});

it('runs again on deadlocks (40P01)', async () => {
  let runs = 0;
  const meet = [0, 0];
  const touch = (first: number, second: number): Promise<void> =>
    db.transaction(async (client) => {
      runs++;
      await client.query('UPDATE tally SET amount = amount + 1 WHERE id = $1', [first]);
      meet[first - 1] = 1;
      while (meet.includes(0)) await sleep(1);
      await client.query('UPDATE tally SET amount = amount + 1 WHERE id = $1', [second]);
    });
  await Promise.all([touch(1, 2), touch(2, 1)]);
  expect(runs).toBe(3);
  expect(await amounts()).toEqual([2n, 2n]);
});

it('gives up after six conflicts, and at once on anything else', async () => {
  let runs = 0;
  const failing = (error: Error) => async (): Promise<never> => {
    runs++;
    throw error;
  };
  const conflict = Object.assign(new Error('could not serialize'), { code: '40001' });
  await expect(retryConflicts(failing(conflict))).rejects.toBe(conflict);
  expect(runs).toBe(6);
  await expect(retryConflicts(failing(new Error('other')))).rejects.toThrow('other');
  expect(runs).toBe(7);
});

it('destroys a connection that broke inside of the transaction, and the next call works', async () => {
  const failed = db.transaction(async (client) => {
    await client.query('UPDATE tally SET amount = 7');
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    await db.pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
    await client.query('UPDATE tally SET amount = 8');
  });
  const error = await failed.catch((reason: unknown) => reason);
  expect(isUnavailable(error)).toBe(true);
  expect(isWriteConflict(error)).toBe(false);
  expect(await amounts()).toEqual([0n, 0n]);
});
