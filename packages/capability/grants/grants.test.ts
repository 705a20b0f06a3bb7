import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@scrip/database';
import { ManualClock, newId } from '@scrip/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silentLog, testDatabase } from '../../../test/testkit/database.ts';
import { type Capabilities, createCapabilities } from '../capabilities.ts';
import { loadMasterKey } from '../keys/master-key.ts';
import { FULL, GROUPS, READ } from '../testkit.ts';
import { OPERATOR } from '../tokens/token.ts';
import { Grants, MAX_LIVE } from './grants.ts';
import { MAX_TOTAL } from './limits.ts';

const DAY_ms = 86_400_000;
let dir: string;
let database: Database & { drop(): Promise<void> };
let clock: ManualClock;
let one: Capabilities;
/** Another server process that has stopped to look for revocations: for a second it takes what it knows for granted. */
let stalled: Capabilities;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scrip-grants-'));
  database = await testDatabase();
});
beforeEach(async () => {
  await one?.close();
  await database.pool.query('TRUNCATE capability_grant, revocation');
  clock = new ManualClock(1_800_000_000_000);
  const options = { database, masterKey: await loadMasterKey(dir), clock, log: silentLog };
  one = await createCapabilities(options);
  stalled = await createCapabilities(options);
  await stalled.close();
});
afterAll(async () => {
  await one.close();
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

const login = (akey: string) => one.issue({ kind: 'login', sub: akey, grantor: akey, validForSecs: 600 });
const grant = (sub: string, grantor: string, more: object = {}) => one.issue({ kind: FULL.name, sub, grantor, validForSecs: 600, ...more });
const rows = () => database.prisma.grant.count();
const revokedAt = async (jti: string) => (await database.prisma.grant.findUniqueOrThrow({ where: { jti } })).revokedAt;
const [alice, bob, carol] = [newId(), newId(), newId()];

describe('what is written down', () => {
  test('a grant, with its total in millionths', async () => {
    const limits = { accounts: ['working'], payees: [carol], maxEach: 10, total: 50 };
    const { jti, expiresAt } = await grant(bob, alice, { limits });
    const issuedAt = new Date(clock.now());
    const row = { jti, parents: [], kind: FULL.name, holder: bob, grantor: alice, limits, issuedAt, expiresAt };
    expect(await database.prisma.grant.findUniqueOrThrow({ where: { jti } })).toEqual({
      ...row,
      total: 50_000_000n,
      spent: 0n,
      revokedAt: null,
      login: null,
    });
    expect(await one.grants.find(jti)).toEqual({ ...row, spending: { spent: 0, left: 50 }, revoked: false });
  });

  test('anything that is narrowed, but no whole login and nothing of an operator', async () => {
    const whole = await login(alice);
    const operator = await one.issue({ kind: 'operator', sub: OPERATOR, grantor: OPERATOR, validForSecs: 60 });
    await one.narrow(operator.token, {});
    expect(await rows()).toBe(0);
    const child = await one.narrow(whole.token, {});
    const grandchild = await one.narrow(child.token, { total: 5 });
    expect(await one.grants.find(grandchild.jti)).toMatchObject({ kind: 'login', holder: alice, parents: [child.jti, whole.jti] });
    expect(await rows()).toBe(2);
  });

  test('before the text is given out: without the row there is none', async () => {
    await database.pool.query('ALTER TABLE capability_grant RENAME TO elsewhere');
    const failed = grant(bob, alice);
    await expect(failed).rejects.toThrow('capability_grant');
    await database.pool.query('ALTER TABLE elsewhere RENAME TO capability_grant');
  });

  test('the largest total that 64 bits can count in millionths, and none above', async () => {
    const { jti } = await grant(bob, alice, { limits: { total: MAX_TOTAL } });
    expect((await database.prisma.grant.findUniqueOrThrow({ where: { jti } })).total).toBe(9_000_000_000_000_000_000n);
    await expect(one.narrow((await grant(bob, alice)).token, { total: MAX_TOTAL + 1 })).rejects.toMatchObject({
      spec: { code: 'auth.forbidden' },
    });
  });

  test('no limit that nothing keeps', async () => {
    const read = await one.issue({ kind: READ.name, sub: bob, grantor: alice, validForSecs: 60 });
    const refused = { spec: { code: 'invalid_params' }, message: 'a test.read capability can not be limited in total; only in accounts' };
    await expect(one.narrow(read.token, { total: 5 })).rejects.toMatchObject(refused);
    expect(await one.verify((await one.narrow(read.token, { accounts: ['shop'] })).token)).toMatchObject({
      limits: { accounts: ['shop'] },
    });
    const groups = await one.issue({ kind: GROUPS.name, sub: alice, grantor: alice, validForSecs: 60 });
    await expect(one.narrow(groups.token, { maxEach: 5 })).rejects.toMatchObject({ message: expect.stringContaining('only in time') });
  });
});

test('what is left is no more than any ancestor has left', async () => {
  const parent = await grant(bob, alice, { limits: { total: 50 } });
  const child = await one.narrow(parent.token, { total: 40 });
  const other = await one.narrow(parent.token, {});
  await database.pool.query('UPDATE capability_grant SET spent = 20500000 WHERE jti = ANY($1)', [[parent.jti, other.jti]]);
  expect((await one.grants.find(child.jti))?.spending).toEqual({ spent: 0, left: 29.5 });
  expect((await one.grants.find(other.jti))?.spending).toEqual({ spent: 20.5, left: 29.5 });
});

test('are listed newest first, page by page, whichever way they concern the avatar', async () => {
  const jtis: string[] = [];
  for (const [holder, grantor] of [
    [bob, alice],
    [alice, carol],
    [bob, carol],
    [carol, alice],
  ] as const) {
    clock.advance(1000);
    jtis.unshift((await grant(holder, grantor)).jti);
  }
  clock.advance(1000);
  jtis.unshift((await one.narrow((await login(alice)).token, {})).jti);
  const hers = jtis.filter((_jti, index) => index !== 2);
  const page = async (offset: number, limit: number) => (await one.grants.list(alice, { offset, limit })).map(({ jti }) => jti);
  expect(await page(0, 100)).toEqual(hers);
  expect([...(await page(0, 1)), ...(await page(1, 2)), ...(await page(3, 2))]).toEqual(hers);
});

describe('how many there can be', () => {
  const fill = (count: number, expiresAt: Date) =>
    database.pool.query(
      `INSERT INTO capability_grant (jti, parents, kind, holder, grantor, limits, issued_at, expires_at)
       SELECT gen_random_uuid(), '{}', 'test.full', $2, $3, '{}', $4, $4 FROM generate_series(1, $1::int)`,
      [count, bob, alice, expiresAt],
    );
  const refused = { spec: { code: 'auth.too_many_grants' } };

  test('a thousand alive of one grantor, however many calls race; what ended is not counted', async () => {
    await fill(MAX_LIVE - 5, new Date(clock.now() + 1000));
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => grant(bob, alice)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(refused);
    await grant(alice, bob);
    clock.advance(1000);
    await grant(bob, alice);
    await fill(10_000, new Date(clock.now()));
    await expect(grant(bob, alice)).rejects.toMatchObject(refused);
  });

  test('what a holder narrows is on the holder, not on the grantor', async () => {
    const { token } = await grant(bob, alice);
    await fill(MAX_LIVE - 1, new Date(clock.now() + 1000));
    await one.narrow(token, {});
    await expect(grant(bob, alice)).rejects.toMatchObject(refused);
    await database.pool.query(`UPDATE capability_grant SET parents = '{${alice}}' WHERE parents = '{}'`);
    await grant(bob, alice);
    await expect(one.narrow(token, {})).rejects.toMatchObject(refused);
  });
});

test('what is over is forgotten after a day, and not before', async () => {
  const { jti } = await grant(bob, alice, { limits: { total: 5 } });
  const later = await grant(bob, alice, { validForSecs: 1200 });
  const grants = new Grants(database, clock);
  clock.advance(600_000 + DAY_ms);
  await grants.purge();
  expect(await rows()).toBe(2);
  clock.advance(1);
  await grants.purge();
  expect([await grants.find(jti), (await grants.find(later.jti))?.jti]).toEqual([undefined, later.jti]);
});

describe('revoking marks the rows in the same breath', () => {
  const marked = async (issued: readonly { jti: string }[]) => Promise.all(issued.map(async ({ jti }) => (await revokedAt(jti)) !== null));

  test('of one, and of all that were derived from it; a whole login has no row, its children have', async () => {
    const whole = await login(alice);
    const child = await one.narrow(whole.token, { total: 9 });
    const grandchild = await one.narrow(child.token, {});
    const sibling = await one.narrow(whole.token, {});
    await one.revoke({ jti: child.jti });
    expect(await marked([child, grandchild, sibling])).toEqual([true, true, false]);
    const first = await revokedAt(child.jti);
    clock.advance(5000);
    await one.revoke({ jti: whole.jti });
    expect(await marked([sibling])).toEqual([true]);
    expect(await revokedAt(child.jti)).toEqual(first);
  });

  test('of all that an avatar granted; of all that it holds or granted', async () => {
    const narrowed = await one.narrow((await login(alice)).token, {});
    const given = await grant(bob, alice);
    const derived = await one.narrow(given.token, {});
    const held = await grant(alice, carol);
    const others = await grant(bob, carol);
    await one.revoke({ grantor: alice });
    expect(await marked([narrowed, given, derived, held, others])).toEqual([false, true, true, false, false]);
    await one.revoke({ avatar: alice });
    expect(await marked([narrowed, held, others])).toEqual([true, true, false]);
  });
});

describe('a server that has not heard of a revocation yet', () => {
  const refused = { spec: { code: 'auth.capability_revoked' } };

  test.each([
    ['the login itself', (jti: string) => ({ jti })],
    ['all of the avatar', () => ({ avatar: alice })],
  ])('derives nothing from what was revoked, and gives nothing on it: %s', async (_what, revocation) => {
    const { token, jti } = await login(alice);
    const basis = await stalled.verify(token);
    await one.revoke(revocation(jti));
    clock.advance(5);
    // It still takes the login for good: what it made of it now would be issued after the revocation, and outlive it.
    await stalled.verify(token);
    await expect(stalled.narrow(token, { total: 5 })).rejects.toMatchObject(refused);
    await expect(stalled.issue({ kind: FULL.name, sub: bob, grantor: alice, validForSecs: 60, givenOn: basis })).rejects.toMatchObject(
      refused,
    );
    expect(await rows()).toBe(0);
  });

  test('derives nothing from what the grantor took back', async () => {
    const { token } = await grant(bob, alice);
    await stalled.verify(token);
    await one.revoke({ grantor: alice });
    clock.advance(5);
    await expect(stalled.narrow(token, {})).rejects.toMatchObject(refused);
  });

  test('whoever comes first: a child that was derived while its parent was revoked is revoked, or there is none', async () => {
    for (let round = 0; round < 20; round++) {
      const { token, jti } = await login(newId());
      await stalled.verify(token);
      const children = Array.from({ length: 4 }, () => stalled.narrow(token, {}).catch(() => undefined));
      await Promise.all([one.revoke({ jti }), ...children]);
      for (const child of await Promise.all(children)) if (child) expect(await revokedAt(child.jti)).not.toBeNull();
    }
  });
});
