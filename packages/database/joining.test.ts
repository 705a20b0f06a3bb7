import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../../test/testkit/database.ts';
import { type Database, isUnavailable, type Prisma } from './index.ts';

let db: Database & { drop(): Promise<void> };

beforeAll(async () => {
  db = await testDatabase(8);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.prisma.currency.deleteMany();
  await db.prisma.currency.create({ data: { code: 'ONE', scale: 0 } });
});

const SET_SCALE = 'UPDATE currency SET scale = $1 WHERE code = $2';

async function scales(): Promise<Record<string, number>> {
  const rows = await db.prisma.currency.findMany({ orderBy: { code: 'asc' } });
  return Object.fromEntries(rows.map(({ code, scale }) => [code, scale]));
}

it('sees what the transaction wrote, which nobody outside does, and is committed with it', async () => {
  const seen = await db.transaction(async (client) => {
    await client.query(SET_SCALE, [1, 'ONE']);
    const inside = await db.join(client, async (prisma) => {
      await prisma.currency.create({ data: { code: 'TWO', scale: 2 } });
      return prisma.currency.findMany({ orderBy: { code: 'asc' }, select: { code: true, scale: true } });
    });
    const { rows } = await client.query("SELECT scale FROM currency WHERE code = 'TWO'");
    return { inside, outside: await scales(), after: rows };
  });
  expect(seen.inside).toEqual([
    { code: 'ONE', scale: 1 },
    { code: 'TWO', scale: 2 },
  ]);
  expect(seen.outside).toEqual({ ONE: 0 });
  expect(seen.after).toEqual([{ scale: 2 }]);
  expect(await scales()).toEqual({ ONE: 1, TWO: 2 });
});

it('is taken back with the transaction', async () => {
  const thrown = new Error('no');
  const failed = db.transaction(async (client) => {
    await client.query(SET_SCALE, [1, 'ONE']);
    await db.join(client, (prisma) => prisma.currency.create({ data: { code: 'TWO', scale: 2 } }));
    throw thrown;
  });
  await expect(failed).rejects.toBe(thrown);
  expect(await scales()).toEqual({ ONE: 0 });
});

it.each([
  ['an error of the database', (prisma: Prisma.TransactionClient) => prisma.currency.create({ data: { code: 'ONE', scale: 0 } })],
  ["an error of Prisma's", (prisma: Prisma.TransactionClient) => prisma.currency.findUniqueOrThrow({ where: { code: 'NONE' } })],
  ['an error of the work', () => Promise.reject(new Error('no'))],
] as const)(
  'fails the transaction by %s, also where that is caught',
  async (_name, work: (prisma: Prisma.TransactionClient) => Promise<unknown>) => {
    const caught = db.transaction(async (client) => {
      await client.query(SET_SCALE, [1, 'ONE']);
      await db.join(client, work).catch(() => {});
    });
    await expect(caught).rejects.toThrow('the transaction was rolled back: one of its statements had failed');
    expect(await scales()).toEqual({ ONE: 0 });
    await expect(db.transaction((client) => db.join(client, work))).rejects.toThrow();
  },
);

it('does not mix transactions that run at once', async () => {
  const codes = Array.from({ length: 40 }, (_, index) => `C${index}`);
  await db.prisma.currency.createMany({ data: codes.map((code) => ({ code, scale: 0 })) });
  const turns = codes.map((code, index) =>
    db.transaction(async (client) => {
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
      await client.query(SET_SCALE, [1 + (index % 6), code]);
      const inside = await db.join(client, async (prisma) => {
        const found = await prisma.currency.findUnique({ where: { code } });
        const [backend] = await prisma.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
        return { scale: found?.scale, pid: backend?.pid };
      });
      expect(inside).toEqual({ scale: 1 + (index % 6), pid: rows[0].pid });
      if (index % 4 === 3) throw new Error('no');
    }),
  );
  const ends = await Promise.allSettled(turns);
  expect(ends.map(({ status }) => status)).toEqual(codes.map((_, index) => (index % 4 === 3 ? 'rejected' : 'fulfilled')));
  const after = await scales();
  for (const [index, code] of codes.entries()) expect(after[code]).toBe(index % 4 === 3 ? 0 : 1 + (index % 6));
});

it('joins once: what begins inside of it is a transaction of its own', async () => {
  await db.transaction(async (client) => {
    await client.query(SET_SCALE, [1, 'ONE']);
    await db.join(client, async () => {
      expect(await db.prisma.$transaction((other) => other.currency.findUnique({ where: { code: 'ONE' } }))).toMatchObject({ scale: 0 });
    });
  });
});

it('runs again with its transaction on a write conflict', async () => {
  let runs = 0;
  const increment = () =>
    db.transaction(async (client) => {
      runs++;
      await client.query('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
      await db.join(client, async (prisma) => {
        const { scale } = await prisma.currency.findUniqueOrThrow({ where: { code: 'ONE' } });
        // All of them have read before the first one writes.
        if (runs === 1) await db.prisma.currency.update({ where: { code: 'ONE' }, data: { scale: { increment: 1 } } });
        await prisma.currency.update({ where: { code: 'ONE' }, data: { scale: scale + 1 } });
      });
    });
  await increment();
  expect(runs).toBe(2);
  expect(await scales()).toEqual({ ONE: 2 });
});

it('says so where the connection breaks, and the next one works', async () => {
  const failed = db.transaction(async (client) => {
    await client.query(SET_SCALE, [1, 'ONE']);
    await db.join(client, async (prisma) => {
      const [backend] = await prisma.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await db.pool.query('SELECT pg_terminate_backend($1)', [backend?.pid]);
      await prisma.currency.create({ data: { code: 'TWO', scale: 2 } });
    });
  });
  expect(isUnavailable(await failed.catch((error: unknown) => error))).toBe(true);
  expect(await scales()).toEqual({ ONE: 0 });
  await db.transaction((client) => db.join(client, (prisma) => prisma.currency.create({ data: { code: 'TWO', scale: 2 } })));
  expect(await scales()).toEqual({ ONE: 0, TWO: 2 });
});

it('refuses a connection that is in no transaction', async () => {
  const client = await db.pool.connect();
  await expect(async () => db.join(client, async () => {})).rejects.toThrow('there is no transaction to join');
  client.release();
});
