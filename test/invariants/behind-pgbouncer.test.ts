import { openDatabase } from '@scrip/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdmin, silentLog } from '../testkit/database.ts';
import { hasPgbouncer, pgbouncer } from '../testkit/pgbouncer.ts';
import { type Person, testWorld, type World } from '../testkit/world.ts';

const PAYMENTS = 20;

describe.skipIf(!hasPgbouncer)(`behind pgbouncer${hasPgbouncer ? '' : ' (skipped: it is not installed)'}`, () => {
  /** Keeps the database; the server under test is `behind`. */
  let world: World;
  let behind: World;
  let pooler: Awaited<ReturnType<typeof pgbouncer>>;
  let ann: Person;
  let bob: Person;

  beforeAll(async () => {
    world = await testWorld();
    const name = new URL(world.database.url).pathname.slice(1);
    await asAdmin(async (admin) => {
      await admin.query(`ALTER DATABASE ${name} SET timezone = 'America/New_York'`);
      await admin.query(`ALTER DATABASE ${name} SET datestyle = 'German'`);
      await admin.query(`ALTER DATABASE ${name} SET default_transaction_isolation = 'serializable'`);
    });
    pooler = await pgbouncer(world.database.url, 'session');
    behind = await testWorld({ ...world, database: { ...world.database, url: pooler.url } });
    ann = await behind.person('Ann Behind', 1_000);
    bob = await behind.person('Bob Behind');
  });
  afterAll(async () => {
    await behind?.close();
    await pooler?.stop();
    await world?.close();
  });

  const pay = () => behind.call('bank.pay', [[ann.login], 1, ann.akey, 'working', bob.akey, 'working', '', 0]) as Promise<string>;

  it('pays side by side, dates payments by the real time, and has sound books', async () => {
    const before = Date.now();
    const ids = await Promise.all(Array.from({ length: PAYMENTS }, pay));
    const journals = await world.database.prisma.journal.findMany({ where: { id: { in: ids } } });
    expect(journals).toHaveLength(PAYMENTS);
    for (const { createdAt } of journals) expect(Math.abs(createdAt.getTime() - before)).toBeLessThan(60_000);
    expect(await behind.call('bank.accountBalance', [[bob.login], bob.akey, 'working'])).toBe(PAYMENTS);
    await behind.check();
  });

  it('lets holds expire when their time is over, and not before', async () => {
    const id = (await behind.call('bank.hold', [[ann.login], 5, ann.akey, 'working', bob.akey, 'working', '', 3_600])) as string;
    const [hold] = await world.database.prisma.hold.findMany({ where: { journalId: id } });
    expect(Math.abs((hold?.expiresAt?.getTime() ?? 0) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    for (const job of behind.jobs) if (job.name.includes('hold')) await job.run();
    expect(await world.database.prisma.hold.findMany({ where: { journalId: id } })).toMatchObject([{ state: 'open' }]);
  });

  it('is refused in one line where it shares sessions between transactions', async () => {
    const sharing = await pgbouncer(world.database.url, 'transaction');
    await expect(openDatabase({ url: sharing.url, log: silentLog })).rejects.toThrow(
      /^DATABASE_URL: 127\.0\.0\.1:\d+\/\w+ is behind a pooler that shares sessions between transactions: set pool_mode = session/,
    );
    await sharing.stop();
  });
});
