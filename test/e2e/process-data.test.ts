import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Child, childServers } from '../testkit/child.ts';
import { emptyDatabase } from '../testkit/database.ts';
import { DEBIAN_BIN, debianPostgres, hasDebianPostgres } from '../testkit/debian-postgres.ts';
import { type Invoke, jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, refusal, SECRET2 } from './demo-world.ts';

const servers = childServers();

interface Books {
  readonly ok: boolean;
  readonly accounts: number;
  readonly journals: number;
}

const invokeOf = ({ url }: { url: string }): Invoke => jsonRpc(`${url}/jsonrpc`);
const operatorOf = ({ dataDir }: Child) => [readFileSync(join(dataDir, 'operator.capability'), 'utf8').trim()];
const books = async (server: Child & { url: string }) => must<Books>(invokeOf(server), 'operator.audit', operatorOf(server));

async function stop(server: Child): Promise<void> {
  server.signal('SIGTERM');
  expect(await server.ended()).toEqual({ code: 0, signal: null });
}

it('a first start makes the demo world that the README promises, a second one changes nothing about it', async () => {
  const first = await servers.start();
  const invoke = invokeOf(first);
  expect(first.stdout()).toContain('The demo world,');
  const world: { name: string; akey?: string; password: string; accounts: Record<string, number> }[] = [
    { ...SECRET2, accounts: { working: 1000 } },
    { ...COOL, accounts: { working: 5000, savings: 250 } },
    { name: 'An avatar', akey: 'ba7d14ff-a43e-4a04-982a-141e25290142', password: 'avatar', accounts: { working: 0 } },
    { name: 'Chad', password: 'My password goes here', accounts: { working: 100_000, promotional: 50_000 } },
    { name: 'Matt', password: 'matt', accounts: { working: 0 } },
  ];
  for (const { name, akey, password, accounts } of world) {
    const key = await must<string>(invoke, 'general.getAvatarKey', name);
    if (akey) expect(key).toBe(akey);
    const token = await logIn(invoke, { akey: key, password });
    const names = await must<string[]>(invoke, 'bank.accountList', [token], key);
    const balances = await Promise.all(names.map((account) => must(invoke, 'bank.accountBalance', [token], key, account)));
    expect(Object.fromEntries(names.map((account, n) => [account, balances[n]]))).toEqual(accounts);
  }
  expect(statSync(join(first.dataDir, 'operator.capability')).mode & 0o777).toBe(0o600);
  const token = await logIn(invoke, COOL);
  await must(invoke, 'bank.pay', [token], 7, COOL.akey, 'working', SECRET2.akey, 'working', '');
  const before = await books(first);
  await stop(first);

  const second = await servers.start({ SCRIP_DATA: first.dataDir });
  expect(await books(second)).toEqual(before);
  expect(await must(invokeOf(second), 'bank.accountBalance', [token], COOL.akey, 'working')).toBe(4993);
});

it('SCRIP_DEMO=0 leaves an embedded database empty', async () => {
  const server = await servers.start({ SCRIP_DEMO: '0' });
  expect(server.stdout()).not.toContain('demo');
  expect(await must(invokeOf(server), 'operator.listAvatars', operatorOf(server))).toEqual([]);
});

describe('a DATABASE_URL', () => {
  const drops: (() => Promise<void>)[] = [];
  const database = async () => {
    const { url, drop } = await emptyDatabase();
    drops.push(drop);
    return { DATABASE_URL: url };
  };
  afterEach(async () => {
    for (const drop of drops.splice(0)) await drop();
  });

  it('is not seeded unless that is asked for', async () => {
    const server = await servers.start(await database());
    expect(server.stdout()).not.toContain('demo');
    expect(await refusal(invokeOf(server), 'general.getAvatarKey', COOL.name)).toMatch(/^general\.unknown_avatar: /);
    expect(await books(server)).toMatchObject({ ok: true, journals: 0 });
  });

  it('is seeded once by SCRIP_DEMO=1, whatever comes between', async () => {
    const env = { ...(await database()), SCRIP_DATA: await servers.dataDir() };
    const first = await servers.start({ ...env, SCRIP_DEMO: '1' });
    const token = await logIn(invokeOf(first), COOL);
    await must(invokeOf(first), 'bank.pay', [token], 5_000, COOL.akey, 'working', SECRET2.akey, 'working', 'everything');
    await must(invokeOf(first), 'operator.addAvatar', operatorOf(first), 'Somebody Else', 'x');
    const before = await books(first);
    await stop(first);
    for (const demo of ['1', '0', '']) {
      const again = await servers.start({ ...env, SCRIP_DEMO: demo });
      expect(await books(again)).toEqual(before);
      expect(await must(invokeOf(again), 'bank.accountBalance', [token], COOL.akey, 'working')).toBe(0);
      await stop(again);
    }
  }, 60_000);

  it('may be the PostgreSQL 15 of Debian', { timeout: 60_000 }, async ({ skip }) => {
    skip(!hasDebianPostgres, `there is no PostgreSQL in ${DEBIAN_BIN}; on Debian install postgresql-15`);
    const postgres = await debianPostgres();
    try {
      const server = await servers.start({ DATABASE_URL: postgres.url, SCRIP_DEMO: '1' });
      const invoke = invokeOf(server);
      const token = await logIn(invoke, COOL);
      const pay = [[token], 7, COOL.akey, 'working', SECRET2.akey, 'working', 'für 日本 😀', 1, 'r1'];
      expect(await must(invoke, 'bank.pay', ...pay)).toBe(await must(invoke, 'bank.pay', ...pay));
      expect(await must(invoke, 'bank.transactions', [token], COOL.akey, 'working', 0, 1)).toMatchObject([
        { amount: -7, comment: 'für 日本 😀' },
      ]);
      expect(await books(server)).toMatchObject({ ok: true });
      await stop(server);
    } finally {
      await postgres.stop();
    }
  });
});
