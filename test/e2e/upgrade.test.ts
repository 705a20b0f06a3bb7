import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../testkit/build.ts';
import { emptyDatabase } from '../testkit/database.ts';
import { startTestServer, type TestServer, temporaryDirectory } from '../testkit/server.ts';
import { direct, type Invoke } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';

/** Written by scripts/release-fixture.mjs with the server of that release. */
interface Answers {
  readonly audit: { readonly accounts: number; readonly journals: number; readonly transfers: number };
  /** The newest seal. */
  readonly sealed: { readonly head_number: number; readonly head_hash: string; readonly journals: number; readonly seals: number };
  readonly balances: readonly { readonly as: string; readonly account: string; readonly balance: number }[];
  /** Calls with a request id, without the login that stands first, and how that release answered a retry. */
  readonly retries: readonly {
    readonly as: string;
    readonly method: string;
    readonly params: readonly unknown[];
    readonly result: unknown;
  }[];
}

const RELEASED = join(ROOT, 'test/fixtures/released');

async function load(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe.each(readdirSync(RELEASED))('the data of version %s', (version) => {
  const directory = join(RELEASED, version);
  const answers: Answers = JSON.parse(readFileSync(join(directory, 'answers.json'), 'utf8'));
  let server: TestServer;
  let invoke: Invoke;
  const logins = new Map<string, string>();
  let cleanUp: () => Promise<void>;

  beforeAll(async () => {
    const parent = await temporaryDirectory();
    const dataDir = join(parent, 'data');
    mkdirSync(dataDir, { mode: 0o700 });
    copyFileSync(join(directory, 'master.key'), join(dataDir, 'master.key'));
    const { url, drop } = await emptyDatabase();
    cleanUp = async () => {
      await drop();
      await rm(parent, { recursive: true });
    };
    await load(url, readFileSync(join(directory, 'database.sql'), 'utf8'));
    server = await startTestServer({ env: { DATABASE_URL: url, SCRIP_DATA: dataDir, SCRIP_DEMO: '0' } });
    invoke = direct(server);
    for (const avatar of [COOL, SECRET2]) logins.set(avatar.name, await logIn(invoke, avatar));
  });
  afterAll(async () => {
    await server?.stop();
    await cleanUp();
  });

  it('keeps its balances', async () => {
    const akeys = new Map([COOL, SECRET2].map(({ name, akey }) => [name, akey]));
    for (const { as, account, balance } of answers.balances) {
      expect([as, account, await must(invoke, 'bank.accountBalance', [logins.get(as)], akeys.get(as), account)]).toEqual([
        as,
        account,
        balance,
      ]);
    }
  });

  it('keeps its seals: each row is as it was sealed, and the newest seal of that day is still among them', async () => {
    const { head_number, head_hash, journals } = answers.sealed;
    const chain = await must<{ journals: number }>(invoke, 'operator.verifyChain', [server.operator], `${head_number}:${head_hash}`);
    expect(chain).toMatchObject({ ok: true, first_bad: '' });
    expect(chain.journals).toBeGreaterThanOrEqual(journals);
  });

  it('audits as sound', async () => {
    const audit = await must<{ journals: number }>(invoke, 'operator.audit', [server.operator]);
    expect(audit).toMatchObject({ ok: true, accounts: answers.audit.accounts, difference: 0, problems: [] });
    expect(audit.journals).toBeGreaterThanOrEqual(answers.audit.journals);
  });

  it.each(answers.retries.map((call) => [call.method, call] as const))('answers a retry of %s as that version did', async (_, call) => {
    expect(await must(invoke, call.method, [logins.get(call.as)], ...call.params)).toEqual(call.result);
  });

  it('takes new payments, and has met no internal error', async () => {
    await must(invoke, 'bank.pay', [logins.get(COOL.name)], 1, COOL.akey, 'working', SECRET2.akey, 'working', 'today', 0, 'today');
    expect(server.takeInternal()).toEqual([]);
    expect(await must(invoke, 'operator.audit', [server.operator])).toMatchObject({ ok: true });
  });
});
