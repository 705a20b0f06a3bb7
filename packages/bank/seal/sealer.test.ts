import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '@scrip/database';
import { newId, type Uuid } from '@scrip/kernel';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, silentLog } from '../../../test/testkit/database.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { sealJob, sealWithin } from './sealer.ts';
import { bookkeeper } from './testkit.ts';
import { verifyChain } from './verify.ts';

let world: World;
let books: ReturnType<typeof bookkeeper>;

beforeEach(async () => {
  world = await testWorld();
  books = bookkeeper(world);
});
afterEach(async () => {
  await books.drain();
  await world.check();
  await world.close();
});

async function numbers(text: string): Promise<number[]> {
  const { rows } = await world.database.pool.query({ text, rowMode: 'array' });
  return rows.flat().map(Number);
}
const waiting = () => numbers('SELECT count(*) FROM unsealed');
const seals = () => numbers('SELECT number FROM seal ORDER BY number');
const sealed = () => numbers('SELECT coalesce(sum(cardinality(journals)), 0) FROM seal');
const pays = (count: number, debit: Uuid, credit: Uuid) =>
  Promise.all(Array.from({ length: count }, () => books.post({ transfers: [{ debit, credit, amount: 1n }] })));

/** `count` unsealed rows with one journal each; the totals of the accounts are left as they are. */
async function backlog(count: number, debit: Uuid, credit: Uuid): Promise<void> {
  await world.database.pool.query(
    `WITH n AS (SELECT gen_random_uuid() AS id, i FROM generate_series(1, $1::int) i),
       j AS (INSERT INTO journal (id, principal, request_hash, kind, comment) SELECT id, id, id, 'pay', 'backlog ' || i FROM n),
       d AS (INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
             SELECT $2::uuid, a.last_seq + i, n.id, 0, $3::uuid, -1, a.posted_credits - a.posted_debits - i FROM n, account a WHERE a.id = $2),
       c AS (INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
             SELECT $3::uuid, a.last_seq + i, n.id, 0, $2::uuid, 1, a.posted_credits - a.posted_debits + i FROM n, account a WHERE a.id = $3),
       a AS (UPDATE account SET last_seq = last_seq + $1, posted_debits = posted_debits + CASE WHEN id = $2 THEN $1 ELSE 0 END,
                                posted_credits = posted_credits + CASE WHEN id = $3 THEN $1 ELSE 0 END WHERE id IN ($2, $3))
     INSERT INTO unsealed (id, journals) SELECT gen_random_uuid(), ARRAY[id] FROM n`,
    [count, debit, credit],
  );
}

describe('a sealer', () => {
  it('seals what waits, and makes no seal of nothing', async () => {
    expect(await world.bank.verifyChain()).toMatchObject({ ok: true, seals: 0, headNumber: 0, headHash: '0'.repeat(64) });
    await books.seal();
    expect(await seals()).toEqual([]);
    const [ann, bob] = (await books.accounts(2)) as [Uuid, Uuid];
    await pays(10, ann, bob);
    await books.seal();
    expect([await seals(), await waiting(), await sealed()]).toEqual([[1], [0], [12]]);
    await books.seal();
    expect(await seals()).toEqual([1]);
    await pays(1, bob, ann);
    await books.seal();
    expect(await seals()).toEqual([1, 2]);
  });

  it('leaves everything as it was where its transaction does not end', async () => {
    const [ann, bob] = (await books.accounts(2)) as [Uuid, Uuid];
    await pays(3, ann, bob);
    const before = await waiting();
    const client = await world.database.pool.connect();
    await client.query('BEGIN');
    expect(await sealWithin(client)).toBe(5);
    client.release(true);
    expect([await seals(), await waiting()]).toEqual([[], before]);
    await books.seal();
    expect([await seals(), await waiting(), await sealed()]).toEqual([[1], [0], [5]]);
  });

  it.each([0, 1])('makes each seal once beside another one, with %i seals before', async (earlier) => {
    const [ann, bob] = (await books.accounts(2)) as [Uuid, Uuid];
    if (earlier > 0) await books.seal();
    await pays(20, ann, bob);
    const [one, two] = [await world.database.pool.connect(), await world.database.pool.connect()];
    await one.query('BEGIN');
    await two.query('BEGIN');
    expect(await sealWithin(one)).toBeGreaterThan(0);
    // With a seal to claim it turns away at once; without one it waits at the primary key of the first.
    const second = sealWithin(two);
    if (earlier > 0) expect(await second).toBe(0);
    await one.query('COMMIT');
    expect(await second).toBe(0);
    await two.query('COMMIT');
    one.release();
    two.release();
    expect([await seals(), await waiting(), await sealed()]).toEqual([earlier > 0 ? [1, 2] : [1], [0], [22]]);
  });

  it('takes its turns with the sealers of other servers', async () => {
    const [ann, bob] = (await books.accounts(2)) as [Uuid, Uuid];
    const other = await testWorld(world);
    const sealers = [books, bookkeeper(other), books, bookkeeper(other)];
    for (let round = 0; round < 10; round++) {
      await pays(5, ann, bob);
      await Promise.all(sealers.map((sealer) => sealer.seal()));
    }
    await books.seal();
    await other.close();
    expect([await waiting(), await sealed()]).toEqual([[0], [52]]);
  });

  it('works off a backlog of 10,000 in portions', async () => {
    const [ann, bob] = (await books.accounts(2)) as [Uuid, Uuid];
    await world.database.prisma.account.updateMany({ where: { id: ann }, data: { floor: -20_000n } });
    await backlog(10_000, ann, bob);
    expect(await world.bank.verifyChain()).toMatchObject({ ok: true, seals: 0, unsealed: 10_002 });
    while ((await waiting())[0] !== 0) await books.seal();
    expect(await sealed()).toEqual([10_002]);
    expect((await seals()).length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...(await numbers('SELECT cardinality(journals) FROM seal')))).toBeLessThanOrEqual(2_000);
    expect(await world.bank.verifyChain()).toMatchObject({ ok: true, journals: 10_002, unsealed: 0 });
    const change = (comment: string) =>
      world.database.pool.query({
        text: `UPDATE journal SET comment = $1 || substr(comment, 2) WHERE id = (SELECT journals[3] FROM seal WHERE number = 5)
               RETURNING id`,
        values: [comment],
      });
    const { rows } = await change('B');
    expect((await world.bank.verifyChain()).firstBad).toBe(`journal ${rows[0]?.id}: changed; seal 5 covers it as it was before`);
    await change('b');
  });

  it('is not stopped by an unsealed row without journals', async () => {
    await world.database.pool.query(`INSERT INTO unsealed (id, journals) VALUES (gen_random_uuid(), NULL), (gen_random_uuid(), '{}')`);
    await books.seal();
    expect([await seals(), await waiting()]).toEqual([[], [0]]);
  });

  it('holds up no payment and no reader while it is at it, and none of them holds it up', async () => {
    const [ann, bob] = (await books.accounts(2)) as [Uuid, Uuid];
    await books.seal();
    await pays(5, ann, bob);
    const client = await world.database.pool.connect();
    await client.query('BEGIN');
    await sealWithin(client);
    await pays(5, ann, bob);
    expect(await world.bank.verifyChain()).toMatchObject({ ok: true, seals: 1, unsealed: 10 });
    await client.query('COMMIT');
    // A payment that has not committed yet, with its locks.
    await client.query('BEGIN');
    await client.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [ann]);
    await client.query('INSERT INTO unsealed (id, journals) VALUES ($1, $2)', [newId(), [newId()]]);
    await books.seal();
    await client.query('ROLLBACK');
    client.release();
    expect([await waiting(), await sealed()]).toEqual([[0], [12]]);
  });

  it('seals and verifies while many pay', async () => {
    const ids = await books.accounts(20);
    const other = await testWorld(world);
    const [first, second] = [bookkeeper(other), books];
    const { rows: before } = await world.database.pool.query('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
    let paying = true;
    const background = [first, second].map(async (sealer) => {
      while (paying) await sealer.seal();
    });
    const verifying = (async () => {
      while (paying) expect(await world.bank.verifyChain()).toMatchObject({ firstBad: '' });
    })();
    for (let round = 0; round < 20; round++) {
      await Promise.all(
        Array.from({ length: 100 }, (_, at) => {
          const [debit, credit] = [ids[(at * 7 + round) % 20] as Uuid, ids[(at * 7 + round + 1 + (at % 5)) % 20] as Uuid];
          return (at % 2 === 0 ? first : second).post({ transfers: [{ debit, credit, amount: 1n }] });
        }),
      );
    }
    paying = false;
    await Promise.all([...background, verifying]);
    await first.drain();
    await books.seal();
    await other.close();
    expect([await waiting(), await sealed()]).toEqual([[0], [2_020]]);
    const { rows: after } = await world.database.pool.query('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
    expect(after).toEqual(before);
  });
});

it('seals what was booked before there were seals', async () => {
  const { url, drop } = await emptyDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'scrip-old-'));
  const all = join(import.meta.dirname, '../../../prisma/migrations');
  for (const name of readdirSync(all).filter((one) => /_(init|books)$/.test(one)))
    cpSync(join(all, name), join(directory, name), { recursive: true });
  await migrate(url, silentLog, directory);
  const old = new pg.Client({ connectionString: url });
  await old.connect();
  await old.query(`INSERT INTO journal (id, principal, request_hash, kind, comment, created_at)
    SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'pay', '', now() - i * interval '1 s' FROM generate_series(1, 1200) i`);
  await old.query(`INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
    SELECT gen_random_uuid(), 1, id, 0, gen_random_uuid(), 1, 1 FROM journal`);
  await migrate(url, silentLog);
  const database = await openDatabase({ url, log: silentLog });
  const verify = () => verifyChain(database, undefined, new AbortController().signal);
  expect(await verify()).toMatchObject({ ok: true, seals: 0, unsealed: 1_200 });
  await sealJob(database).run();
  expect(await verify()).toMatchObject({ ok: true, seals: 3, journals: 1_200, unsealed: 0 });
  const { rowCount } = await old.query('UPDATE entry SET balance = 2 WHERE account_id = (SELECT account_id FROM entry LIMIT 1)');
  expect([rowCount, (await verify()).ok]).toEqual([1, false]);
  await old.end();
  await database.close();
  await drop();
  rmSync(directory, { recursive: true });
});

it('verifies no further once the server is stopping', async () => {
  await expect(verifyChain(world.database, undefined, AbortSignal.abort())).resolves.toMatchObject({ ok: true });
  await books.accounts(1);
  await expect(verifyChain(world.database, undefined, AbortSignal.abort())).rejects.toThrow('stopping');
});
