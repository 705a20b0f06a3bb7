import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, isUnavailable, StartError } from '@scrip/database';
import { ManualClock, newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { silentLog, testDatabase } from '../../test/testkit/database.ts';
import { type Capabilities, createCapabilities } from './capabilities.ts';
import { loadMasterKey, type MasterKey } from './keys/master-key.ts';
import { MAX_VALID_s } from './kinds.ts';
import { FULL, READ } from './testkit.ts';
import { OPERATOR } from './tokens/token.ts';

const DAY_ms = 86_400_000;
let dir: string;
let database: Database & { drop(): Promise<void> };
let masterKey: MasterKey;
let clock: ManualClock;
const servers: Capabilities[] = [];

/** One more server process on the same database. */
async function server(on: { database?: Database; masterKey?: MasterKey } = {}): Promise<Capabilities> {
  const capabilities = await createCapabilities({ database, masterKey, clock, log: silentLog, ...on });
  servers.push(capabilities);
  return capabilities;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scrip-capabilities-'));
  database = await testDatabase();
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE signing_key, revocation');
  masterKey = await loadMasterKey(dir);
  clock = new ManualClock(1_800_000_000_000);
});
afterEach(async () => {
  for (const capabilities of servers.splice(0)) await capabilities.close();
});
afterAll(async () => {
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

const login = (akey: string, validForSecs = 60) => ({ kind: 'login', sub: akey, grantor: akey, validForSecs }) as const;
const refusedAs = (name: string) => ({ spec: { code: `auth.capability_${name}` } });

test('a capability says what it was issued for', async () => {
  const capabilities = await server();
  const [holder, grantor] = [newId(), newId()];
  const { token, jti, expiresAt } = await capabilities.issue({
    kind: READ.name,
    sub: holder,
    grantor,
    limits: { accounts: ['working'] },
    validForSecs: 90,
  });
  expect(await capabilities.verify(token)).toEqual({
    kind: READ.name,
    sub: holder,
    grantor,
    limits: { accounts: ['working'] },
    jti,
    parents: [],
    issuedAt: new Date(clock.now()),
    moment: expect.any(Date),
    expiresAt,
    kids: [capabilities.jwks().keys[0]?.['kid']],
  });
  expect(expiresAt.getTime() - clock.now()).toBe(90_000);
});

test.each([
  [-5, 1],
  [0, 1],
  [1, 1],
  [MAX_VALID_s, MAX_VALID_s],
  [MAX_VALID_s + 1, MAX_VALID_s],
  [2_147_483_647, MAX_VALID_s],
])('a life of %i s is brought to %i s', async (asked, got) => {
  const { expiresAt } = await (await server()).issue(login(newId(), asked));
  expect(expiresAt.getTime() - clock.now()).toBe(got * 1000);
});

test('expires at its moment, although it was verified before', async () => {
  const capabilities = await server();
  const { token } = await capabilities.issue(login(newId(), 60));
  clock.advance(59_999);
  await capabilities.verify(token);
  clock.advance(1);
  await expect(capabilities.verify(token)).rejects.toMatchObject(refusedAs('expired'));
  expect(await capabilities.read(token)).toMatchObject({ kind: 'login' });
});

test('a token that was verified before costs microseconds', async () => {
  const capabilities = await server();
  const { token } = await capabilities.issue(login(newId()));
  await capabilities.verify(token);
  const start = performance.now();
  for (let i = 0; i < 2_000; i++) await capabilities.verify(token);
  // A signature check costs 270 µs, so that two thousand of them take half a second.
  expect(performance.now() - start).toBeLessThan(250);
});

test('limits that do not fit into a token are refused', async () => {
  const capabilities = await server();
  const accounts = Array.from({ length: 16 }, () => '界'.repeat(63));
  await expect(capabilities.issue({ ...login(newId()), limits: { accounts } })).rejects.toMatchObject({ spec: { code: 'invalid_params' } });
});

test('servers that start at once on an empty database sign with one key', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => server()));
  const { token } = await (all[0] as Capabilities).issue(login(newId()));
  for (const one of all) {
    expect(one.jwks()).toEqual(all[0]?.jwks());
    await one.verify(token);
  }
  expect(all[0]?.jwks().keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }]);
});

test('the published keys hold nothing private, and neither does the table in the clear', async () => {
  const capabilities = await server();
  expect(Object.keys(capabilities.jwks().keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  const [row] = await database.prisma.signingKey.findMany();
  const opened = masterKey.open('signing-key', row?.privateSealed ?? new Uint8Array(), row?.kid ?? '');
  expect(Buffer.from(row?.privateSealed ?? []).includes(opened)).toBe(false);
});

test('rotation breaks no live capability, and other servers learn the new key when they meet it', async () => {
  const [one, two] = [await server(), await server()];
  const before = await one.issue(login(newId()));
  const kid = await one.rotateKey();
  const after = await one.issue(login(newId()));
  expect(JSON.parse(Buffer.from(after.token.split('.')[0] ?? '', 'base64url').toString()).kid).toBe(kid);
  for (const { token } of [before, after]) {
    await one.verify(token);
    await two.verify(token);
  }
  expect(two.jwks().keys).toHaveLength(2);
  const rows = await database.prisma.signingKey.findMany({ orderBy: { generation: 'asc' } });
  expect(rows.map(({ retiredAt }) => retiredAt === null)).toEqual([false, true]);
});

test('two servers that rotate at once make one key', async () => {
  const [one, two] = [await server(), await server()];
  const [a, b] = await Promise.all([one.rotateKey(), two.rotateKey()]);
  expect(a).toBe(b);
});

test('what a retired key signed is invalid, at the other server within a second, and nobody signs with it any more', async () => {
  const [one, two] = [await server(), await server()];
  const kidOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid as string;
  const [before, read] = [await one.issue(login(newId())), await one.issue(login(newId()))];
  await two.verify(before.token);
  const kid = kidOf(before.token);
  expect(await one.retireKey(kid)).toBe(true);
  for (const look of [one.verify, one.read]) await expect(look(before.token)).rejects.toMatchObject(refusedAs('invalid'));
  // The other one has not heard of it yet, and signs with the new key all the same.
  const after = await two.issue(login(newId()));
  expect(kidOf(after.token)).not.toBe(kid);
  for (const capabilities of [one, two]) await capabilities.verify(after.token);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  for (const { token } of [before, read]) await expect(two.verify(token)).rejects.toMatchObject(refusedAs('invalid'));
  const third = await server();
  await expect(third.verify(before.token)).rejects.toMatchObject(refusedAs('invalid'));
  for (const capabilities of [one, two, third]) expect(capabilities.jwks().keys.map((key) => key.kid)).toEqual([kidOf(after.token)]);
  expect([await one.retireKey(kid), await one.retireKey('no such key')]).toEqual([true, false]);
});

test('an older key is retired without a new one, and two that retire one key at once make one', async () => {
  const [one, two] = [await server(), await server()];
  const [first] = one.jwks().keys;
  const second = await one.rotateKey();
  await one.retireKey(first?.kid ?? '');
  expect(one.jwks().keys.map(({ kid }) => kid)).toEqual([second]);
  let told = 0;
  for (const capabilities of [one, two]) capabilities.onKeyRetired(async () => void told++);
  await Promise.all([one.retireKey(second), two.retireKey(second)]);
  expect(await database.prisma.signingKey.count({ where: { revokedAt: null } })).toBe(1);
  expect(told).toBe(2);
});

test('random kids cannot hammer the database', async () => {
  const counted = counting(database);
  const capabilities = await server({ database: counted });
  const { token } = await capabilities.issue(login(newId()));
  const [, payload, signature] = token.split('.');
  const before = counted.keyReads();
  for (let i = 0; i < 200; i++) {
    const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: newId(), typ: 'scrip.login+jwt' })).toString('base64url');
    await expect(capabilities.verify(`${header}.${payload}.${signature}`)).rejects.toMatchObject(refusedAs('invalid'));
  }
  expect(counted.keyReads() - before).toBeLessThanOrEqual(2);
});

test('another master key stops the start with a line that names the file', async () => {
  await server();
  const elsewhere = await loadMasterKey(join(dir, 'elsewhere'));
  const start = server({ masterKey: elsewhere });
  await expect(start).rejects.toThrow(StartError);
  await expect(start).rejects.toThrow(elsewhere.file);
});

test('a revoked capability is refused here at once and by the other server within a second', async () => {
  const [one, two] = [await server(), await server()];
  const { token, jti } = await one.issue(login(newId()));
  const { token: other } = await one.issue(login(newId()));
  for (const capabilities of [one, two]) await capabilities.verify(token);
  await one.revoke({ jti });
  const revokedAt = performance.now();
  await expect(one.verify(token)).rejects.toMatchObject(refusedAs('revoked'));
  while (await two.verify(token).catch(() => undefined)) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(performance.now() - revokedAt).toBeLessThan(1_100);
  await expect(two.verify(token)).rejects.toMatchObject(refusedAs('revoked'));
  for (const capabilities of [one, two]) await capabilities.verify(other);
});

test('the second holds although nobody polls: a verification then looks for itself, and many look once', async () => {
  const one = await server();
  const counted = counting(database);
  const two = await server({ database: counted });
  await two.close();
  const { token, jti } = await one.issue(login(newId()));
  await two.verify(token);
  await one.revoke({ jti });
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  const before = counted.queries();
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => two.verify(token)));
  for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: refusedAs('revoked') });
  expect(counted.queries() - before).toBe(1);
});

test('without the database a capability is neither valid nor invalid', async () => {
  const separate = await testDatabase();
  const capabilities = await server({ database: separate });
  const { token } = await capabilities.issue(login(newId()));
  await capabilities.verify(token);
  await capabilities.close();
  await separate.drop();
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  await expect(capabilities.verify(token)).rejects.toSatisfy(isUnavailable);
});

test('a server that starts later knows what was revoked before', async () => {
  const one = await server();
  const { token, jti } = await one.issue(login(newId()));
  await one.revoke({ jti });
  await expect((await server()).verify(token)).rejects.toMatchObject(refusedAs('revoked'));
});

test('revoking by grantor hits what was granted to others, and spares the login and what is granted later', async () => {
  const capabilities = await server();
  const [owner, friend] = [newId(), newId()];
  const grant = { kind: FULL.name, sub: friend, grantor: owner, validForSecs: 60 } as const;
  const [own, granted, others] = [
    await capabilities.issue(login(owner)),
    await capabilities.issue(grant),
    await capabilities.issue(login(friend)),
  ];
  await capabilities.revoke({ grantor: owner });
  clock.advance(1);
  const later = await capabilities.issue(grant);
  await expect(capabilities.verify(granted.token)).rejects.toMatchObject(refusedAs('revoked'));
  for (const { token } of [own, others, later]) await capabilities.verify(token);
});

test('revoking all of an avatar hits what it holds and what it granted, up to that moment', async () => {
  const capabilities = await server();
  const [avatar, friend] = [newId(), newId()];
  const held = await capabilities.issue({ kind: READ.name, sub: avatar, grantor: friend, validForSecs: 60 });
  const granted = await capabilities.issue({ kind: READ.name, sub: friend, grantor: avatar, validForSecs: 60 });
  const own = await capabilities.issue(login(avatar));
  const others = await capabilities.issue(login(friend));
  await capabilities.revoke({ avatar });
  clock.advance(1);
  const later = await capabilities.issue(login(avatar));
  for (const { token } of [held, granted, own]) await expect(capabilities.verify(token)).rejects.toMatchObject(refusedAs('revoked'));
  for (const { token } of [others, later]) await capabilities.verify(token);
});

test('a later revocation of the same avatar reaches further, an earlier moment never takes it back', async () => {
  const [one, two] = [await server(), await server()];
  const avatar = newId();
  clock.advance(10_000);
  const { token } = await one.issue(login(avatar));
  await one.revoke({ avatar });
  clock.advance(-5_000);
  await two.revoke({ avatar });
  await expect((await server()).verify(token)).rejects.toMatchObject(refusedAs('revoked'));
});

test('what was derived has less and dies with any of its ancestors', async () => {
  const capabilities = await server();
  const parent = await capabilities.issue({ ...login(newId(), 600), limits: { total: 100 } });
  const child = await capabilities.narrow(parent.token, { accounts: ['working'], total: 50, validForSecs: 60 });
  const grandchild = await capabilities.narrow(child.token, { maxEach: 5 });
  const verified = await capabilities.verify(grandchild.token);
  expect(verified).toMatchObject({ limits: { accounts: ['working'], total: 50, maxEach: 5 }, parents: [child.jti, parent.jti] });
  expect(grandchild.expiresAt.getTime()).toBeLessThanOrEqual(child.expiresAt.getTime());
  const sibling = await capabilities.narrow(parent.token, {});
  await capabilities.revoke({ jti: child.jti });
  await expect(capabilities.verify(grandchild.token)).rejects.toMatchObject(refusedAs('revoked'));
  await capabilities.verify(sibling.token);
  await capabilities.revoke({ jti: parent.jti });
  await expect(capabilities.verify(sibling.token)).rejects.toMatchObject(refusedAs('revoked'));
});

test('nothing can be narrowed to more, from what is not valid, or without end', async () => {
  const capabilities = await server();
  const parent = await capabilities.issue({ ...login(newId(), 60), limits: { total: 100 } });
  const forbidden = { spec: { code: 'auth.forbidden' } };
  await expect(capabilities.narrow(parent.token, { validForSecs: 61 })).rejects.toMatchObject(forbidden);
  await expect(capabilities.narrow(parent.token, { total: 101 })).rejects.toMatchObject(forbidden);
  let deepest = parent.token;
  for (let depth = 0; depth < 8; depth++) deepest = (await capabilities.narrow(deepest, {})).token;
  await expect(capabilities.narrow(deepest, {})).rejects.toMatchObject(forbidden);
  await capabilities.verify(deepest);
  await capabilities.revoke({ jti: parent.jti });
  await expect(capabilities.narrow(parent.token, {})).rejects.toMatchObject(refusedAs('revoked'));
});

test('what is narrowed in the last second of its life does not outlive it', async () => {
  const capabilities = await server();
  const parent = await capabilities.issue(login(newId(), 60));
  clock.advance(59_700);
  const { expiresAt } = await capabilities.narrow(parent.token, {});
  expect(expiresAt).toEqual(parent.expiresAt);
});

test('an operator capability lives longer than an avatar may ask for', async () => {
  const capabilities = await server();
  const { token } = await capabilities.issue({ kind: 'operator', sub: OPERATOR, grantor: OPERATOR, validForSecs: 365 * 86_400 });
  clock.advance(364 * DAY_ms);
  expect(await capabilities.verify(token)).toMatchObject({ kind: 'operator' });
});

/** The same database, with its calls counted. */
function counting(real: Database): Database & { queries(): number; keyReads(): number } {
  let [queries, keyReads] = [0, 0];
  const pool = new Proxy(real.pool, {
    get(target, name) {
      if (name === 'query') queries++;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const prisma = new Proxy(real.prisma, {
    get(target, name) {
      if (name === 'signingKey') keyReads++;
      return Reflect.get(target, name);
    },
  });
  return { ...real, pool, prisma, queries: () => queries, keyReads: () => keyReads };
}
