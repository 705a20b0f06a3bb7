import { newId } from '@scrip/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COOL, logIn, must, SECRET2 } from '../e2e/demo-world.ts';
import { TEMPLATE } from '../testkit/cluster.ts';
import { type EmptyDatabase, emptyDatabase } from '../testkit/database.ts';
import { claims, relayed, SigningPrim } from '../testkit/prims.ts';
import { startTestServer, type TestServer, temporaryDirectory } from '../testkit/server.ts';
import { direct, type Invoke } from '../testkit/transports.ts';

// What an object may say of itself, and who gets its first replies, at two server processes on one database.

let database: EmptyDatabase;
let [first, second] = [] as unknown as [TestServer, TestServer];
let invoke: Invoke;
let [cool, secret2] = [] as unknown as [string, string];

beforeAll(async () => {
  database = await emptyDatabase(TEMPLATE);
  const env = { DATABASE_URL: database.url, SCRIP_DATA: await temporaryDirectory() };
  first = await startTestServer({ env: { ...env, SCRIP_DEMO: '1' } });
  second = await startTestServer({ env: { ...env, SCRIP_DEMO: '0' } });
  invoke = direct(first);
  cool = await logIn(invoke, COOL);
  secret2 = await logIn(invoke, SECRET2);
});
afterAll(async () => {
  expect([...(first?.takeInternal() ?? []), ...(second?.takeInternal() ?? [])]).toEqual([]);
  await second?.stop();
  await first?.stop();
  await database?.drop();
});

async function enrolled(login = cool, key = newId()): Promise<SigningPrim> {
  const { secret } = await must<{ secret: string }>(invoke, 'general.enrollObject', [login], key, 'A box');
  return new SigningPrim(first.url, key, secret);
}
const at = (prim: SigningPrim, { url }: TestServer) => new SigningPrim(url, prim.key, prim.secret);
const query = async (sql: string, ...params: unknown[]) => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return (await client.query(sql, params).finally(() => client.end())).rows;
};
const GET = 'general.getObjectCapability';
const ask = (prim: SigningPrim, nonce: string) => prim.call(GET, [], ['login', 600], { nonce });

it('a new secret is good at every server at once', async () => {
  const prim = await enrolled();
  const there = at(prim, second);
  for (let n = 0; n < 5; n++) {
    expect(await there.call('general.siteStatus', [], [])).toMatch(/-rsp::/);
    there.secret = await must<string>(invoke, 'general.rotateObject', [cool], prim.key);
  }
});

describe('the first reply', () => {
  it('is not for somebody who only claims to be the object', async () => {
    const prim = await enrolled();
    expect(await ask(prim, '1')).toMatch(/-rsp::eyJ/);
    const claimed = { ...claims(prim.key, COOL.akey), 'x-scrip-nonce': '1' };
    for (const { url } of [first, second]) {
      expect(await relayed(url, `call::${GET}::::login::600`, claimed)).toMatch(/-err::1702::relay\.nonce_conflict/);
    }
  });

  it('is not for the next owner', async () => {
    const prim = await enrolled(secret2);
    const before = await ask(prim, '1');
    const body = `call::general.enrollObject::${cool}::${prim.key}::Mine now`;
    const line = await relayed(first.url, body, claims(prim.key, COOL.akey));
    expect(line).toMatch(/-rsp::\{/);
    const { secret } = JSON.parse(line.slice(line.indexOf('::') + 2)) as { secret: string };
    for (const server of [first, second]) {
      const after = await ask(new SigningPrim(server.url, prim.key, secret), '1');
      expect([after, after === before]).toEqual([expect.stringMatching(/-err::1702::relay\.nonce_conflict/), false]);
    }
  });

  it('is one, though two servers are asked at once', async () => {
    const prim = await enrolled();
    const lines = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(at(prim, n % 2 ? first : second), 'once')));
    expect(new Set(lines).size).toBe(1);
    expect(lines[0]).toMatch(/-rsp::eyJ/);
    const grants = await query(
      "SELECT jti FROM capability_grant WHERE kind = 'login' AND parents @> (SELECT ARRAY[jti] FROM object WHERE object_key = $1)",
      prim.key,
    );
    expect(grants).toHaveLength(1);
  });

  it('of a call that is under way at another server is waited for, and then the caller is told to ask again', async () => {
    const prim = await enrolled();
    const reply = await ask(prim, 'slow');
    const away = (seconds: number) =>
      query(
        'UPDATE first_reply SET reply = NULL, under_way_until = clock_timestamp() + make_interval(secs => $2) WHERE object_key = $1',
        prim.key,
        seconds,
      );
    await away(60);
    expect(await ask(at(prim, second), 'slow')).toMatch(/-err::\d+::busy: .*under way/);
    // The server that was at it is gone.
    await away(1);
    const again = await ask(at(prim, second), 'slow');
    expect([again, again === reply]).toEqual([expect.stringMatching(/-rsp::eyJ/), false]);
    expect(await ask(at(prim, second), 'slow')).toBe(again);
  });
});

describe('an announced vendor', () => {
  const call = (login: string, key: string) => ['call', 'vend.announceVendor', login, '', 'Of objects', key, 'Kinda', 1, 2, 3].join('::');
  const TAKEN = /^vend\.announceVendor-err::1512::/;
  let matt: string;
  beforeAll(async () => {
    matt = await logIn(invoke, { akey: await must<string>(invoke, 'general.getAvatarKey', 'Matt'), password: 'matt' });
    for (const login of [matt, secret2]) await must(invoke, 'vend.createCollection', [login], '', 'Of objects');
  });

  it.each(['signed', 'claimed'])('is taken over by its object: %s', async (how) => {
    const key = newId();
    expect(await relayed(first.url, call(matt, key))).toMatch(/-rsp::added$/);
    const other = await enrolled(secret2);
    // Neither nobody, nor another object, nor another owner's, nor one of a grid that is not trusted.
    expect(await relayed(first.url, call(secret2, key))).toMatch(TAKEN);
    expect(await other.send(call(secret2, key))).toMatch(TAKEN);
    expect(await relayed(first.url, call(secret2, key), claims(key, COOL.akey))).toMatch(TAKEN);
    const said = claims(key, SECRET2.akey);
    expect(await relayed(first.url, call(secret2, key), { ...said, 'x-secondlife-shard': 'Production' })).toMatch(TAKEN);
    const its =
      how === 'signed' ? await (await enrolled(secret2, key)).send(call(secret2, key)) : await relayed(first.url, call(secret2, key), said);
    expect(its).toBe('vend.announceVendor-rsp::updated');
    expect(await relayed(first.url, call(matt, key))).toMatch(TAKEN);
  });
});
