import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { silentLog, testDatabase } from '../../test/testkit/database.ts';
import { type Database, isUnavailable, isWriteConflict, Prisma } from './index.ts';
import { createPool } from './pool.ts';

let db: Database & { drop(): Promise<void> };

beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query('CREATE TABLE tally (id int PRIMARY KEY, amount bigint NOT NULL)');
  await db.pool.query('INSERT INTO tally VALUES (1, 0), (2, 0)');
  await db.prisma.currency.create({ data: { code: 'TST', scale: 0 } });
});
afterAll(() => db.drop());

function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error) => error as unknown,
  );
}

const serializable = { isolationLevel: Prisma.TransactionIsolationLevel.Serializable };

describe('isWriteConflict', () => {
  it('knows the conflict of a model operation (P2034)', async () => {
    const error = await failure(
      db.prisma.$transaction(async (tx) => {
        await tx.currency.findUniqueOrThrow({ where: { code: 'TST' } });
        await db.pool.query("UPDATE currency SET scale = scale + 1 WHERE code = 'TST'");
        await tx.currency.update({ where: { code: 'TST' }, data: { scale: 3 } });
      }, serializable),
    );
    expect(error).toMatchObject({ code: 'P2034' });
    expect(isWriteConflict(error)).toBe(true);
  });

  it('knows the conflict of raw SQL through Prisma (P2010)', async () => {
    const error = await failure(
      db.prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT amount FROM tally WHERE id = 1`;
        await db.pool.query('UPDATE tally SET amount = amount + 1 WHERE id = 1');
        await tx.$executeRaw`UPDATE tally SET amount = 5 WHERE id = 1`;
      }, serializable),
    );
    expect(error).toMatchObject({ code: 'P2010' });
    expect(isWriteConflict(error)).toBe(true);
  });

  it('knows the conflict that only COMMIT finds (no code)', async () => {
    const error = await failure(
      db.prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT sum(amount) FROM tally`;
        await tx.$executeRaw`UPDATE tally SET amount = 5 WHERE id = 1`;
        await db.prisma.$transaction(async (other) => {
          await other.$queryRaw`SELECT sum(amount) FROM tally`;
          await other.$executeRaw`UPDATE tally SET amount = 6 WHERE id = 2`;
        }, serializable);
      }, serializable),
    );
    expect(isWriteConflict(error)).toBe(true);
  });

  it('knows it by its kind alone, without the SQLSTATE beside it', () => {
    expect(isWriteConflict({ meta: { driverAdapterError: { cause: { kind: 'TransactionWriteConflict' } } } })).toBe(true);
  });

  it('does not take other failures for conflicts', async () => {
    expect(isWriteConflict(await failure(db.pool.query('INSERT INTO tally VALUES (1, 1)')))).toBe(false);
    expect(isWriteConflict(await failure(db.prisma.currency.create({ data: { code: 'TST', scale: 0 } })))).toBe(false);
    expect(isWriteConflict(undefined)).toBe(false);
  });
});

describe('isUnavailable', () => {
  it('knows a refused connection, raw and through Prisma', async () => {
    const { PrismaPg } = await import('@prisma/adapter-pg');
    const { PrismaClient } = await import('./generated/client.ts');
    const pool = createPool('postgresql://a:b@127.0.0.1:1/c', 1, silentLog);
    expect(isUnavailable(await failure(pool.query('SELECT 1')))).toBe(true);
    expect(isUnavailable(await failure(new PrismaClient({ adapter: new PrismaPg(pool) }).currency.count()))).toBe(true);
    await pool.end();
    expect(isUnavailable(await failure(pool.query('SELECT 1')))).toBe(true);
  });

  it('knows a pool without a free connection, raw and through Prisma', async () => {
    const { PrismaPg } = await import('@prisma/adapter-pg');
    const { PrismaClient } = await import('./generated/client.ts');
    const pool = createPool(db.url, 1, silentLog);
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
    const client = await pool.connect();
    const failures = await Promise.all([
      failure(pool.query('SELECT 1')),
      failure(prisma.currency.count()),
      failure(prisma.$transaction(async () => {})),
    ]);
    expect(failures.map(isUnavailable)).toEqual([true, true, true]);
    client.release();
    await pool.end();
  });

  it('knows statement and lock timeouts, raw and through Prisma', async () => {
    expect(isUnavailable(await failure(db.pool.query("SET statement_timeout = '20ms'; SELECT pg_sleep(1)")))).toBe(true);
    await db.transaction(async (client) => {
      await client.query('SELECT 1 FROM tally WHERE id = 1 FOR UPDATE');
      const waiting = [
        failure(db.pool.query('UPDATE tally SET amount = 0 WHERE id = 1')),
        failure(db.prisma.$executeRaw`UPDATE tally SET amount = 0 WHERE id = 1`),
      ];
      expect((await Promise.all(waiting)).map(isUnavailable)).toEqual([true, true]);
    });
  });

  it('knows a server that has too many connections', async () => {
    const admin = new pg.Client({ connectionString: inject('adminUrl') });
    await admin.connect();
    await admin.query("CREATE ROLE crowd LOGIN PASSWORD 'crowd' CONNECTION LIMIT 0");
    await admin.end();
    const url = new URL(db.url);
    url.username = url.password = 'crowd';
    const pool = createPool(url.href, 1, silentLog);
    const error = await failure(pool.query('SELECT 1'));
    expect(error).toMatchObject({ code: '53300' });
    expect(isUnavailable(error)).toBe(true);
    await pool.end();
  });

  it('knows a full disk and a shutdown by their codes', () => {
    for (const code of ['53100', '57P01', '57P03', '08006']) expect(isUnavailable({ code })).toBe(true);
  });

  it('does not take the caller’s mistakes for it', async () => {
    expect(isUnavailable(await failure(db.pool.query('SELEC')))).toBe(false);
    expect(isUnavailable(await failure(db.prisma.currency.create({ data: { code: 'TST', scale: 0 } })))).toBe(false);
    expect(isUnavailable(new Error('insufficient'))).toBe(false);
  });
});
