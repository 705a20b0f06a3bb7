import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { childServers } from '../testkit/child.ts';
import { emptyDatabase } from '../testkit/database.ts';

// Two real server processes on one database, one of them killed while clients pay through both. Every client retries
// what it got no answer to, through whichever server still lives, under the same request id.

const children = childServers();
let database: Awaited<ReturnType<typeof emptyDatabase>>;

beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

const CLIENTS = 16;
const PAYMENTS_EACH = 40;
const START = 1_000;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

async function rpc(url: string, method: string, params: unknown[]): Promise<unknown> {
  const reply = await fetch(`${url}/jsonrpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(10_000),
  });
  const { result, error } = (await reply.json()) as { result?: unknown; error?: { message: string } };
  if (error) throw new Error(error.message);
  return result;
}

/** The first answer from any server that is up; a refusal by the rules counts as one. */
async function untilAnswered(urls: readonly string[], method: string, params: unknown[]): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    const url = urls[Math.floor(Math.random() * urls.length)] as string;
    try {
      return await rpc(url, method, params);
    } catch (error) {
      const text = String(error);
      if (attempt > 200 || !/fetch failed|terminated|other side closed|busy|timeout|aborted/i.test(text)) throw error;
    }
  }
}

it('books every acknowledged payment once when one of two servers is killed', { timeout: 90_000 }, async () => {
  const dataDir = await children.dataDir();
  const env = { DATABASE_URL: database.url, SCRIP_DATA: dataDir };
  const servers = await Promise.all([children.start(env), children.start(env)]);
  const urls = servers.map((server) => server.url);
  const [, survivor] = urls as [string, string];
  const operator = readFileSync(join(dataDir, 'operator.capability'), 'utf8').trim();

  const people: string[] = [];
  for (let at = 0; at < CLIENTS; at++) {
    const akey = (await rpc(survivor, 'operator.addAvatar', [[operator], `Client ${at}`, `password ${at}`])) as string;
    await rpc(survivor, 'operator.mint', [[operator], akey, 'working', START, 'start', `mint ${at}`]);
    people.push(akey);
  }

  const logins: string[] = [];
  for (const [at, akey] of people.entries()) {
    const url = urls[at % 2] as string;
    const challenge = (await rpc(url, 'general.getLoginChallenge', [akey])) as string;
    // The challenge of one server is answered at the other.
    const response = md5(challenge + akey + md5(`password ${at}`));
    logins.push((await rpc(urls[(at + 1) % 2] as string, 'general.getLoginCapability', [akey, response, 600])) as string);
  }

  let acknowledged = 0;
  const ids = new Set<unknown>();
  const clients = people.map(async (akey, at) => {
    for (let payment = 0; payment < PAYMENTS_EACH; payment++) {
      const payee = people[(at + 1 + payment) % CLIENTS];
      if (payee === akey) continue;
      const params = [[logins[at]], 1 + (payment % 5), akey, 'working', payee, 'working', 'under fire', 0, `payment ${payment}`];
      const first = await untilAnswered(urls, 'bank.pay', params);
      if (payment % 4 === 0) expect(await untilAnswered(urls, 'bank.pay', params)).toBe(first);
      ids.add(first);
      acknowledged += 1;
      if (acknowledged === Math.floor((CLIENTS * PAYMENTS_EACH) / 3)) servers[0].signal('SIGKILL');
    }
  });
  await Promise.all(clients);
  expect(await servers[0].ended()).toMatchObject({ signal: 'SIGKILL' });
  expect(ids.size).toBe(acknowledged);

  const audit = (await rpc(survivor, 'operator.audit', [[operator]])) as { ok: boolean; journals: number; problems: string[] };
  expect(audit).toMatchObject({ ok: true, problems: [], journals: acknowledged + CLIENTS });
  let sum = 0;
  for (const [at, akey] of people.entries()) {
    sum += (await rpc(survivor, 'bank.accountBalance', [[logins[at]], akey, 'working'])) as number;
  }
  expect(sum).toBe(CLIENTS * START);
});

it('honours at one server what was revoked at the other within a second', { timeout: 60_000 }, async () => {
  const dataDir = await children.dataDir();
  const env = { DATABASE_URL: database.url, SCRIP_DATA: dataDir, SCRIP_DEMO: '1' };
  const first = await children.start(env);
  const second = await children.start({ ...env, SCRIP_DEMO: '0' });
  const operator = readFileSync(join(dataDir, 'operator.capability'), 'utf8').trim();
  expect(await rpc(second.url, 'operator.audit', [[operator]])).toMatchObject({ ok: true });
  const { jti } = JSON.parse(Buffer.from(operator.split('.')[1] as string, 'base64url').toString()) as { jti: string };
  await rpc(first.url, 'operator.revoke', [[operator], jti]);
  await expect(rpc(first.url, 'operator.audit', [[operator]])).rejects.toThrow('auth.capability_revoked');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await expect(rpc(second.url, 'operator.audit', [[operator]])).rejects.toThrow('auth.capability_revoked');
});

it('books nothing at one server once a login was revoked at the other', { timeout: 60_000 }, async () => {
  const dataDir = await children.dataDir();
  const env = { DATABASE_URL: database.url, SCRIP_DATA: dataDir, SCRIP_DEMO: '1' };
  const first = await children.start(env);
  const second = await children.start({ ...env, SCRIP_DEMO: '0' });
  const [payer, payee] = (await Promise.all(['ImSoCool Mann', 'Matt'].map((name) => rpc(first.url, 'general.getAvatarKey', [name])))) as [
    string,
    string,
  ];
  for (let round = 0; round < 3; round++) {
    const challenge = (await rpc(first.url, 'general.getLoginChallenge', [payer])) as string;
    const response = md5(challenge + payer + md5('yourpasswordhere'));
    const login = await rpc(second.url, 'general.getLoginCapability', [payer, response, 600]);
    const pay = () =>
      rpc(second.url, 'bank.pay', [[login], 1, payer, 'working', payee, 'working', '']).then(
        () => 'booked',
        (error: Error) => error.message.split(':', 1)[0],
      );
    expect(await Promise.all(Array.from({ length: 10 }, pay))).toEqual(Array(10).fill('booked'));
    await rpc(first.url, 'general.revokeCapability', [[login], login]);
    expect(await Promise.all(Array.from({ length: 10 }, pay))).toEqual(Array(10).fill('auth.capability_revoked'));
  }
});

it('takes nothing that a retired key signed, and keeps a capability for operators that works', { timeout: 60_000 }, async () => {
  const dataDir = await children.dataDir();
  const env = { DATABASE_URL: database.url, SCRIP_DATA: dataDir };
  const [first, second] = await Promise.all([children.start(env), children.start(env)]);
  const file = join(dataDir, 'operator.capability');
  const operator = readFileSync(file, 'utf8').trim();
  const { kid } = JSON.parse(Buffer.from(operator.split('.')[0] as string, 'base64url').toString()) as { kid: string };
  expect(await rpc(first.url, 'operator.retireKey', [[operator], kid])).toBe(1);
  const renewed = readFileSync(file, 'utf8').trim();
  expect(renewed).not.toBe(operator);
  await expect(rpc(first.url, 'operator.audit', [[operator]])).rejects.toThrow('auth.capability_invalid');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await expect(rpc(second.url, 'operator.audit', [[operator]])).rejects.toThrow('auth.capability_invalid');
  for (const { url } of [first, second]) {
    expect(await rpc(url, 'operator.audit', [[readFileSync(file, 'utf8').trim()]])).toMatchObject({ ok: true });
    const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] };
    expect(keys.map((key) => key.kid)).not.toContain(kid);
  }
});
