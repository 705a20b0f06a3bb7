import { newId } from '@scrip/kernel';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COOL, logIn, must, SECRET2 } from '../e2e/demo-world.ts';
import { TEMPLATE } from '../testkit/cluster.ts';
import { type EmptyDatabase, emptyDatabase } from '../testkit/database.ts';
import { SigningPrim } from '../testkit/prims.ts';
import { startTestServer, type TestServer, temporaryDirectory } from '../testkit/server.ts';
import { direct, type Invoke } from '../testkit/transports.ts';

// Dispensers over the relay, at two server processes on one database.

let database: EmptyDatabase;
let [first, second] = [] as unknown as [TestServer, TestServer];
let invoke: Invoke;
let cool: string;
let box: SigningPrim;

beforeAll(async () => {
  database = await emptyDatabase(TEMPLATE);
  const env = { DATABASE_URL: database.url, SCRIP_DATA: await temporaryDirectory() };
  first = await startTestServer({ env: { ...env, SCRIP_DEMO: '1' } });
  second = await startTestServer({ env: { ...env, SCRIP_DEMO: '0' } });
  invoke = direct(first);
  cool = await logIn(invoke, COOL);
  const { object_key, secret } = await must<{ object_key: string; secret: string }>(invoke, 'general.enrollObject', [cool], newId(), 'ATM');
  await must(invoke, 'operator.setDispenser', [first.operator], object_key, 1);
  box = new SigningPrim(first.url, object_key, secret);
});
afterAll(async () => {
  expect([...(first?.takeInternal() ?? []), ...(second?.takeInternal() ?? [])]).toEqual([]);
  await second?.stop();
  await first?.stop();
  await database?.drop();
});

const elsewhere = () => new SigningPrim(second.url, box.key, box.secret);
const pull = (prim = box, nonce: string = newId()) => prim.send('call::bank.pullPayout::::300', { nonce });
const report = (id: string, state: string, key = '', nonce: string = newId(), prim = box) =>
  prim.send(`call::bank.reportPayout::::${id}::${state}::${key}`, { nonce });
const payInWorld = (amount: number) =>
  must<string>(invoke, 'bank.pay', [cool], amount, COOL.akey, 'working', SECRET2.akey, 'avatar', 'cash');
const rows = async (table: string) => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return (await client.query(`SELECT count(*)::int AS n FROM ${table}`).finally(() => client.end())).rows[0].n as number;
};

it('a retry gets the same payout from any server, and what was reported is said once', async () => {
  expect(await pull()).toBe('bank.pullPayout-rsp::');
  const id = await payInWorld(7);
  await payInWorld(8);
  const nonce = newId();
  const line = `bank.pullPayout-rsp::${id}::${SECRET2.akey}::7::L$`;
  expect([await pull(box, nonce), await pull(box, nonce), await pull(elsewhere(), nonce)]).toEqual([line, line, line]);
  const [accept, key, done] = [newId(), newId(), newId()];
  const accepted = 'bank.reportPayout-rsp::accepted';
  expect(await report(id, 'accepted', '', accept)).toBe(accepted);
  expect(await report(id, 'accepted', '', accept, elsewhere())).toBe(accepted);
  expect(await report(id, 'accepted', '', newId(), elsewhere())).toMatch(/-err::1240::bank\.payout_state: .*another request/);
  expect(await report(id, 'done', key, done)).toBe('bank.reportPayout-rsp::done');
  expect(await report(id, 'done', key, done, elsewhere())).toBe('bank.reportPayout-rsp::done');
});

it('pulls of nothing leave no row', async () => {
  while ((await pull()) !== 'bank.pullPayout-rsp::');
  const before = await rows('first_reply');
  for (let n = 0; n < 20; n++) expect(await pull(n % 2 ? box : elsewhere())).toBe('bank.pullPayout-rsp::');
  expect(await rows('first_reply')).toBe(before);
});
