import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { childServers } from '../testkit/child.ts';
import { TEMPLATE } from '../testkit/cluster.ts';
import { emptyDatabase } from '../testkit/database.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { must } from './demo-world.ts';

const servers = childServers();
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let admin: pg.Client;
beforeAll(async () => {
  database = await emptyDatabase(TEMPLATE);
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

it('a server that is killed in the midst of an operator’s call leaves the call in the log', { timeout: 60_000 }, async () => {
  const SCRIP_DATA = await servers.dataDir();
  const env = { DATABASE_URL: database.url, SCRIP_DATA, SCRIP_DEMO: '0' };
  const first = await servers.start(env);
  const operator = readFileSync(join(SCRIP_DATA, 'operator.capability'), 'utf8').trim();
  const added = await must<string>(jsonRpc(`${first.url}/jsonrpc`), 'operator.addOperator', [operator], 'Ann', ['accounts'], 600);

  await admin.query('BEGIN; LOCK TABLE currency');
  const cut = jsonRpc(`${first.url}/jsonrpc`)('operator.addCurrency', [[added], 'EUR', 2]).catch(() => 'cut');
  const begun = async () => (await admin.query("SELECT FROM operator_call WHERE method = 'operator.addCurrency'")).rowCount;
  await expect.poll(begun, { timeout: 15_000 }).toBe(1);
  first.signal('SIGKILL');
  await first.ended();
  expect(await cut).toBe('cut');
  await admin.query('COMMIT');

  const second = await servers.start(env);
  const invoke = jsonRpc(`${second.url}/jsonrpc`);
  const logged = await must<unknown[]>(invoke, 'operator.log', [operator]);
  expect(logged).toMatchObject([
    { operator: 'root', method: 'operator.addOperator', outcome: 'ok' },
    { operator: 'Ann', method: 'operator.addCurrency', params: { code: 'EUR', scale: 2 }, source: '127.0.0.1', outcome: 'unknown' },
  ]);
  expect(await must(invoke, 'operator.verifyChain', [operator])).toMatchObject({ ok: true });
});
