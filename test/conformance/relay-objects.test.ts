import { newId } from '@scrip/kernel';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COOL, logIn, must, refusal, SECRET2 } from '../e2e/demo-world.ts';
import { TEMPLATE } from '../testkit/cluster.ts';
import { type EmptyDatabase, emptyDatabase } from '../testkit/database.ts';
import { claims, relayed, SigningPrim } from '../testkit/prims.ts';
import { startTestServer, type TestServer, temporaryDirectory } from '../testkit/server.ts';
import { direct, type Invoke } from '../testkit/transports.ts';

// Objects that call over the relay, at two server processes on one database.

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

async function enrolled(login = cool, limits: object = {}, key = newId()): Promise<SigningPrim> {
  const { object_key, secret } = await must<{ object_key: string; secret: string }>(
    invoke,
    'general.enrollObject',
    [login],
    key.toUpperCase(),
    'A box',
    0,
    limits,
  );
  expect([object_key, secret.length]).toEqual([key, 43]);
  return new SigningPrim(first.url, key, secret);
}
const balance = (login = cool, akey = COOL.akey) => must<number>(invoke, 'bank.accountBalance', [login], akey, 'working');
const login = async (prim: SigningPrim) => {
  const line = await prim.call('general.getObjectCapability', [], ['login', 600]);
  expect(line).toMatch(/^general\.getObjectCapability-rsp::eyJ/);
  return line.slice('general.getObjectCapability-rsp::'.length);
};
const payment = (amount: number, to = SECRET2.akey) => [amount, COOL.akey, 'working', to, 'working', 'from a box'];
const query = async (sql: string, params: unknown[]) => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return (await client.query(sql, params).finally(() => client.end())).rows;
};
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a signed request', () => {
  let prim: SigningPrim;
  beforeEach(async () => {
    prim = await enrolled();
  });

  it.each(['hmac', 'nested'] as const)('%s', async (form) => {
    expect(await prim.call('general.getObjectCapability', [], ['login', 60], { form })).toMatch(/-rsp::eyJ/);
    expect(await prim.call('general.getAvatarKey', [], ['Zoë 日本'], { form })).toMatch(/-err::1150::general\.unknown_avatar/);
  });

  it('is refused where anything of it is wrong, whatever is called', async () => {
    const now = Math.floor(Date.now() / 1000);
    const call = (sent: object) => prim.call('general.siteStatus', [], [], sent);
    const signature = `hmac-sha256=${Buffer.alloc(32).toString('base64')}`;
    for (const sent of [
      { time: now - 310 },
      { time: now + 310 },
      { headers: { 'x-scrip-signature': signature } },
      { headers: { 'x-scrip-signature': 'hmac-sha256=AAAA' } },
      { headers: { 'x-scrip-signature': `sha256=${'0'.repeat(64)}` } },
      { headers: { 'x-scrip-nonce': 'another' } },
      { headers: { 'x-scrip-nonce': '' } },
      { nonce: 'x'.repeat(65) },
      { nonce: 'a b' },
      { headers: { 'x-scrip-time': `${now}.0` } },
      { headers: { 'x-scrip-object': newId() } },
      { headers: { 'x-scrip-object': 'x'.repeat(5_000) } },
      { headers: claims(newId(), COOL.akey) },
      { headers: claims(prim.key, SECRET2.akey) },
      { headers: { 'x-secondlife-shard': 'Production' } },
    ]) {
      expect([sent, await call(sent)]).toEqual([sent, expect.stringMatching(/^general\.siteStatus-err::1701::relay\.bad_signature: /)]);
    }
    const half = { 'x-scrip-object': prim.key, 'x-scrip-nonce': 'a' };
    expect(await relayed(first.url, 'call::general.siteStatus::', half)).toMatch(/^general\.siteStatus-err::1701::/);
    expect(await call({ headers: claims(prim.key.toUpperCase(), COOL.akey) })).toBe('general.siteStatus-rsp::1::1');
  });

  it('does not hold for another body', async () => {
    const other = new SigningPrim(prim.url, prim.key, 'A'.repeat(43));
    expect(await other.call('general.siteStatus', [], [])).toMatch(/-err::1701::/);
  });

  it('by a new secret alone, once it was rotated, at every server within a second', async () => {
    const there = new SigningPrim(second.url, prim.key, prim.secret);
    expect(await there.call('general.siteStatus', [], [])).toBe('general.siteStatus-rsp::1::1');
    const token = await login(prim);
    const secret = await must<string>(invoke, 'general.rotateObject', [cool], prim.key);
    expect(await prim.call('general.siteStatus', [], [])).toMatch(/-err::1701::/);
    await sleep(1_000);
    expect(await there.call('general.siteStatus', [], [])).toMatch(/-err::1701::/);
    for (const one of [prim, there]) {
      one.secret = secret;
      expect(await one.call('bank.accountBalance', [token], [COOL.akey, 'working'])).toMatch(/-rsp::\d+$/);
    }
  });

  it('no more once it was revoked, and what it was given is worth nothing', async () => {
    const token = await login(prim);
    const groups = await prim.call('general.getObjectCapability', [], ['groups', 600]);
    expect(groups).toMatch(/-rsp::eyJ/);
    expect(await must(invoke, 'general.revokeObject', [cool], prim.key)).toBe(1);
    expect(await must(invoke, 'general.revokeObject', [cool], prim.key)).toBe(1);
    for (const url of [first.url, second.url]) {
      const body = ['call', 'bank.pay', token, ...payment(1)].join('::');
      expect(await relayed(url, body)).toMatch(/^bank\.pay-err::1104::auth\.capability_revoked/);
    }
    await sleep(1_000);
    for (const { url } of [first, second]) {
      prim.url = url;
      expect(await prim.call('general.siteStatus', [], [])).toMatch(/-err::1701::/);
    }
  });

  it('no more once the login on which it was enrolled was revoked', async () => {
    const other = await logIn(invoke, COOL);
    const box = await enrolled(other);
    expect(await box.call('general.siteStatus', [], [])).toBe('general.siteStatus-rsp::1::1');
    await must(invoke, 'general.revokeCapability', [other], other);
    expect(await box.call('general.siteStatus', [], [])).toMatch(/-err::1701::/);
  });
});

describe('a nonce', () => {
  it('that comes again gets the first reply, at every server, and pays once', async () => {
    const prim = await enrolled();
    const there = new SigningPrim(second.url, prim.key, prim.secret);
    const token = await login(prim);
    const before = await balance();
    const pay = (on: SigningPrim) => on.call('bank.pay', [token], payment(3), { nonce: 'pay-1' });
    const all = await Promise.all([pay(prim), pay(there), pay(prim), pay(there)]);
    expect(new Set([...all, await pay(prim), await pay(there)]).size).toBe(1);
    expect(all[0]).toMatch(/^bank\.pay-rsp::[0-9a-f-]{36}$/);
    expect(await balance()).toBe(before - 3);
  });

  it('keeps a fault too, and is refused with another body', async () => {
    const prim = await enrolled();
    const there = new SigningPrim(second.url, prim.key, prim.secret);
    const missing = (on: SigningPrim, name: string) => on.call('general.createGroup', ['x'], [name], { nonce: 'n' });
    const reply = await missing(prim, 'One');
    expect(reply).toMatch(/-err::1102::auth\.capability_invalid/);
    expect(await missing(there, 'One')).toBe(reply);
    for (const on of [prim, there]) expect(await missing(on, 'Two')).toMatch(/-err::1702::relay\.nonce_conflict/);
    // Another object has nonces of its own.
    expect(await missing(await enrolled(), 'Two')).toBe(reply);
  });

  it('gives a capability that was lost on its way again, and keeps it in the database sealed', async () => {
    const prim = await enrolled();
    const ask = (on: SigningPrim) => on.call('general.getObjectCapability', [], ['login', 600], { nonce: 'cap' });
    const reply = await ask(prim);
    expect(await ask(new SigningPrim(second.url, prim.key, prim.secret))).toBe(reply);
    const rows = await query('SELECT reply FROM first_reply WHERE object_key = $1', [prim.key]);
    expect(rows).toHaveLength(1);
    expect(rows[0].reply.toString('latin1')).not.toContain('eyJ');
  });

  it('of what only reads takes no row', async () => {
    const prim = await enrolled();
    for (let n = 0; n < 3; n++) await prim.call('general.siteStatus', [], []);
    const rows = await query('SELECT FROM first_reply WHERE object_key = $1', [prim.key]);
    expect(rows).toHaveLength(0);
  });
});

describe('limits', () => {
  it('count over all capabilities of an object together, at every server', async () => {
    const prim = await enrolled(cool, { total: 10, max_each: 4, payees: [SECRET2.akey], accounts: ['working'] });
    const tokens = [await login(prim), await login(prim)];
    const before = await balance();
    const lines = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        new SigningPrim([first, second][n % 2]?.url ?? '', prim.key, prim.secret).call('bank.pay', [tokens[n % 2] ?? ''], payment(3)),
      ),
    );
    expect(lines.filter((line) => line.startsWith('bank.pay-rsp'))).toHaveLength(3);
    expect(lines.filter((line) => line.includes('bank.grant_exhausted'))).toHaveLength(5);
    expect(await balance()).toBe(before - 9);
    const [token = ''] = tokens;
    expect(await prim.call('bank.pay', [token], payment(5))).toMatch(/-err::1105::auth\.forbidden/);
    expect(await prim.call('bank.pay', [token], payment(1, 'Chad'))).toMatch(/-err::1105::auth\.forbidden/);
    expect(await prim.call('general.createGroup', [token], ['Crooks'])).toMatch(/-err::1105::auth\.forbidden/);
    expect(await prim.call('general.getObjectCapability', [], ['groups', 60])).toMatch(/-err::1105::auth\.forbidden/);
    expect(await must(invoke, 'general.listObjects', [cool])).toContainEqual(
      expect.objectContaining({ object_key: prim.key, limits: { total: 10, max_each: 4, payees: [SECRET2.akey], accounts: ['working'] } }),
    );
  });
});

describe('enrolment', () => {
  it('again is its owner’s alone, and ends what it had', async () => {
    const prim = await enrolled();
    const token = await login(prim);
    expect(await refusal(invoke, 'general.enrollObject', [secret2], prim.key, 'Mine')).toMatch(/^general\.object_taken/);
    await must(invoke, 'general.revokeObject', [cool], prim.key);
    expect(await refusal(invoke, 'general.enrollObject', [secret2], prim.key, 'Mine')).toMatch(/^general\.object_taken/);
    const again = await enrolled(cool, {}, prim.key);
    expect(again.secret).not.toBe(prim.secret);
    expect(await again.call('bank.accountBalance', [token], [COOL.akey, 'working'])).toMatch(/-err::1104::/);
    for (const method of ['general.rotateObject', 'general.revokeObject']) {
      expect(await refusal(invoke, method, [secret2], prim.key)).toMatch(/^general\.unknown_object/);
    }
  });

  it('by a squatter ends where the owner in-world enrols it through the object', async () => {
    const squatted = await enrolled(secret2);
    const body = `call::general.enrollObject::${cool}::${squatted.key}::Really mine`;
    expect(await relayed(first.url, body, claims(squatted.key, SECRET2.akey))).toMatch(/-err::1711::/);
    expect(await relayed(first.url, body, claims(newId(), COOL.akey))).toMatch(/-err::1711::/);
    expect(await relayed(first.url, body, claims(squatted.key, COOL.akey))).toMatch(/-rsp::\{/);
    await sleep(1_000);
    expect(await squatted.call('general.siteStatus', [], [])).toMatch(/-err::1701::/);
  });
});

describe('claims', () => {
  const getLogin = (headers: Record<string, string>, password = COOL.password) =>
    relayed(first.url, `call::general.getAvatarLoginCapability::::${password}::60`, headers);

  it('of a trusted grid say who the owner is', async () => {
    const line = await getLogin(claims(newId(), COOL.akey.toUpperCase()));
    expect(line).toMatch(/^general\.getAvatarLoginCapability-rsp::eyJ/);
    const token = line.split('::')[1] ?? '';
    expect(await must(invoke, 'bank.accountList', [token], COOL.akey)).toContain('working');
    expect(await getLogin(claims(newId(), COOL.akey), 'wrong')).toMatch(/-err::1106::auth\.login_failed/);
  });

  it.each([
    ['no claim', {}],
    ['another shard', { ...claims(newId(), COOL.akey), 'x-secondlife-shard': 'Production' }],
    ['no object', { ...claims(newId(), COOL.akey), 'x-secondlife-object-key': 'box' }],
    ['an owner who is not registered', claims(newId(), newId())],
    ['no owner', { ...claims(newId(), COOL.akey), 'x-secondlife-owner-key': '' }],
  ])('%s: nobody', async (_what, headers) => {
    expect(await getLogin(headers)).toMatch(/-err::1105::auth\.forbidden: /);
  });

  it('are not enough for what needs a signature', async () => {
    const line = await relayed(first.url, 'call::general.getObjectCapability::::login::60', claims(newId(), COOL.akey));
    expect(line).toMatch(/-err::1105::auth\.forbidden: .*did not sign/);
  });

  it('over other protocols there is no object', async () => {
    expect(await refusal(invoke, 'general.getAvatarLoginCapability', COOL.password, 60)).toMatch(/^auth\.forbidden: .*over the relay/);
  });
});

describe('grids', () => {
  const operate = <T>(method: string, ...params: unknown[]) => must<T>(invoke, method, [first.operator], ...params);

  it('have avatars of their own, by (grid, key)', async () => {
    expect(await must(invoke, 'general.getAvatarKey', COOL.name, 'DEMO')).toBe(COOL.akey);
    expect(await refusal(invoke, 'general.getAvatarKey', COOL.name, 'Elsewhere')).toMatch(/^general\.unknown_realm/);
    await operate('operator.addGrid', 'Elsewhere', 'OpenSim', ['192.0.2.0/24']);
    const key = await operate<string>('operator.addAvatar', COOL.name, 'password', COOL.akey, '', 'Elsewhere');
    expect(key).not.toBe(COOL.akey);
    for (const name of [COOL.name, COOL.akey]) {
      expect(await must(invoke, 'general.getAvatarKey', name, 'elsewhere')).toBe(key);
      expect(await must(invoke, 'general.getAvatarKey', name)).toBe(COOL.akey);
    }
    expect(await refusal(invoke, 'general.getAvatarKey', SECRET2.name, 'Elsewhere')).toMatch(/^general\.unknown_avatar/);
    expect(await refusal(invoke, 'operator.addAvatar', [first.operator], 'Other', '', COOL.akey, '', 'Elsewhere')).toMatch(
      /^general\.key_taken/,
    );
    expect(await refusal(invoke, 'operator.removeGrid', [first.operator], 'Elsewhere')).toMatch(/^general\.grid_in_use/);
    expect(await operate('operator.listGrids')).toEqual([
      { name: 'demo', shard: 'Demo', networks: ['127.0.0.0/8', '::1'], home: true, heard: expect.stringMatching(/Z$/) },
      { name: 'Elsewhere', shard: 'OpenSim', networks: ['192.0.2.0/24'], home: false },
    ]);
  });

  it('are refused where a network is none', async () => {
    expect(await refusal(invoke, 'operator.addGrid', [first.operator], 'Bad', 'X', ['10.0.0.0/33'])).toMatch(/^invalid_params: networks: /);
  });

  it('say that they are connected where an object was heard, to every server', async () => {
    await sleep(1_500);
    for (const server of [first, second]) expect(await must(direct(server), 'general.siteStatus')).toEqual([true, true]);
  });
});
