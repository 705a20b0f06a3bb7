import { newId } from '@scrip/kernel';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COOL, logIn, must, SECRET2 } from '../e2e/demo-world.ts';
import { TEMPLATE } from '../testkit/cluster.ts';
import { type EmptyDatabase, emptyDatabase } from '../testkit/database.ts';
import { SigningPrim } from '../testkit/prims.ts';
import { startTestServer, type TestServer, temporaryDirectory } from '../testkit/server.ts';
import { direct, type Invoke } from '../testkit/transports.ts';

// Objects that ask again and again for what waits, at two server processes on one database: a lost reply loses nothing.

let database: EmptyDatabase;
let [first, second] = [] as unknown as [TestServer, TestServer];
let invoke: Invoke;
let [cool, secret2] = [] as unknown as [string, string];
let [here, there] = [] as unknown as [SigningPrim, SigningPrim];

beforeAll(async () => {
  database = await emptyDatabase(TEMPLATE);
  const env = { DATABASE_URL: database.url, SCRIP_DATA: await temporaryDirectory() };
  first = await startTestServer({ env: { ...env, SCRIP_DEMO: '1' } });
  second = await startTestServer({ env: { ...env, SCRIP_DEMO: '0' } });
  invoke = direct(first);
  cool = await logIn(invoke, COOL);
  secret2 = await logIn(invoke, SECRET2);
  const key = newId();
  const { secret } = await must<{ secret: string }>(invoke, 'general.enrollObject', [cool], key, 'A vendor');
  here = new SigningPrim(first.url, key, secret);
  there = new SigningPrim(second.url, key, secret);
});
afterAll(async () => {
  expect([...(first?.takeInternal() ?? []), ...(second?.takeInternal() ?? [])]).toEqual([]);
  await second?.stop();
  await first?.stop();
  await database?.drop();
});

const rowsOf = async (sql: string) => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
};
const pull = (on: SigningPrim, nonce: string) => on.call('vend.pullDeliveries', [cool], ['', 10, 60], { nonce });
const unread = (on: SigningPrim, nonce: string) => on.call('general.notifications', [cool], [0, 100, 1], { nonce });

it('deliveries: the same request gets the same ones at every server, another one nothing of them, and no poll has a row', async () => {
  const { order_id } = await must<{ order_id: string }>(invoke, 'vend.buy', [secret2], 1);
  const reply = await pull(here, 'pull-d1');
  expect(reply).toContain(order_id);
  expect(reply).toContain('"attempts":1');
  for (const on of [there, here]) expect(await pull(on, 'pull-d1')).toBe(reply);
  for (const [n, on] of [here, there].entries()) expect(await pull(on, `pull-d2-${n}`)).toBe('vend.pullDeliveries-rsp::');
  const [{ delivery_id }] = JSON.parse(reply.slice(reply.indexOf('::') + 2)) as [{ delivery_id: string }];
  expect(await here.call('vend.ackDelivery', [cool], [delivery_id, 1])).toMatch(/-rsp::/);
  // What was acknowledged is not given once more, even to who lost the first reply.
  const again = new SigningPrim(second.url, here.key, here.secret);
  expect(await again.call('vend.pullDeliveries', [cool], ['', 10, 60], { nonce: 'pull-d3' })).toBe('vend.pullDeliveries-rsp::');
  expect(await rowsOf(`SELECT nonce FROM first_reply WHERE nonce LIKE 'pull-%'`)).toEqual([]);
});

it('notifications: likewise', async () => {
  await unread(here, 'unread-n0');
  await must(invoke, 'bank.pay', [secret2], 1, SECRET2.akey, 'working', COOL.akey, 'working', 'for the chair', 1);
  const reply = await unread(there, 'unread-n1');
  expect(reply).toContain('for the chair');
  for (const on of [here, there]) expect(await unread(on, 'unread-n1')).toBe(reply);
  for (const [n, on] of [here, there].entries()) expect(await unread(on, `unread-n2-${n}`)).toBe('general.notifications-rsp::');
  expect(await rowsOf(`SELECT nonce FROM first_reply WHERE nonce LIKE 'unread-%'`)).toEqual([]);
});
