import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@scrip/database';
import { ManualClock, newId } from '@scrip/kernel';
import { createRpc, type Rpc } from '@scrip/rpc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testCall } from '../../test/testkit/call.ts';
import { silentLog, testDatabase } from '../../test/testkit/database.ts';
import { type Capabilities, createCapabilities } from './capabilities.ts';
import { procedures } from './generated/procedures.ts';
import { loadMasterKey } from './keys/master-key.ts';
import { createGuard } from './rights/guard.ts';
import { FULL, KEYS } from './testkit.ts';
import { OPERATOR } from './tokens/token.ts';

let dir: string;
let database: Database & { drop(): Promise<void> };
let capabilities: Capabilities;
let rpc: Rpc;
const clock = new ManualClock(1_800_000_000_000);
const [alice, bob, carol] = [newId(), newId(), newId()];
let operator: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scrip-capability-procedures-'));
  database = await testDatabase();
  capabilities = await createCapabilities({ database, masterKey: await loadMasterKey(dir), clock, log: silentLog });
  rpc = createRpc({
    guard: createGuard(capabilities),
    procedures: procedures.map((make) => make({ capabilities, directory: KEYS })),
    batchLimit: 50,
  });
  operator = (await capabilities.issue({ kind: 'operator', sub: OPERATOR, grantor: OPERATOR, validForSecs: 1_000_000 })).token;
});
afterAll(async () => {
  await capabilities.close();
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

const login = async (akey: string, validForSecs = 3600) =>
  (await capabilities.issue({ kind: 'login', sub: akey, grantor: akey, validForSecs })).token;
const grant = (holder: string, grantor: string) => capabilities.issue({ kind: FULL.name, sub: holder, grantor, validForSecs: 3600 });
const call = async (method: string, params: unknown[], bearer?: string) => (await rpc.invoke(testCall(bearer), method, params)).value;
const faultOf = (code: string) => ({ spec: { code } });

describe('general.revokeCapability', () => {
  test.each([
    ['who granted it', alice],
    ['who holds it', bob],
  ])('obeys the one %s', async (_who, akey) => {
    const { token } = await grant(bob, alice);
    expect(await call('general.revokeCapability', [[await login(akey)], token])).toBe(1);
    await expect(capabilities.verify(token)).rejects.toMatchObject(faultOf('auth.capability_revoked'));
  });

  test('obeys nobody else, an operator included', async () => {
    const { token } = await grant(bob, alice);
    await expect(call('general.revokeCapability', [[await login(carol)], token])).rejects.toMatchObject(faultOf('auth.forbidden'));
    await expect(call('general.revokeCapability', [[operator], token])).rejects.toMatchObject(faultOf('auth.capability_required'));
    await expect(call('general.revokeCapability', [[token], token])).rejects.toMatchObject(faultOf('auth.capability_required'));
    await capabilities.verify(token);
  });

  test('is 1 again for what was revoked, and 1 for what has expired', async () => {
    const { token } = await grant(bob, alice);
    const in1 = await login(alice);
    for (let i = 0; i < 2; i++) expect(await call('general.revokeCapability', [[in1], token])).toBe(1);
    const short = await login(alice, 1);
    clock.advance(2_000);
    expect(await call('general.revokeCapability', [[in1], short])).toBe(1);
  });

  test('ends the very login that it is called with, and a narrowed one by its holder', async () => {
    const own = await login(alice);
    const narrowed = (await capabilities.narrow(own, { total: 1 })).token;
    expect(await call('general.revokeCapability', [[own], own])).toBe(1);
    for (const token of [own, narrowed]) {
      await expect(call('general.revokeCapability', [[token], token])).rejects.toMatchObject(faultOf('auth.capability_revoked'));
    }
  });

  test('knows what is no capability', async () => {
    await expect(call('general.revokeCapability', [[await login(alice)], 'x'])).rejects.toMatchObject(faultOf('auth.capability_invalid'));
  });
});

describe('operator.revoke', () => {
  test('revokes by jti, in any case, again and again', async () => {
    const { token, jti } = await grant(bob, alice);
    for (const text of [jti.toUpperCase(), jti]) expect(await call('operator.revoke', [[operator], text])).toBe(1);
    await expect(capabilities.verify(token)).rejects.toMatchObject(faultOf('auth.capability_revoked'));
  });

  test('wants a UUID and an operator', async () => {
    await expect(call('operator.revoke', [[operator], 'all'])).rejects.toMatchObject(faultOf('invalid_params'));
    await expect(call('operator.revoke', [[await login(alice)], newId()])).rejects.toMatchObject(faultOf('auth.forbidden'));
    await expect(call('operator.revoke', [[], newId()])).rejects.toMatchObject(faultOf('auth.capability_required'));
    await expect(call('operator.revoke', [['bad'], newId()])).rejects.toMatchObject(faultOf('auth.capability_invalid'));
  });
});

describe('how capabilities come with a call', () => {
  test('a bearer counts as one more, and may stand for the whole array', async () => {
    expect(await call('operator.revoke', [[], newId()], operator)).toBe(1);
    expect(await call('operator.revoke', [newId()], operator)).toBe(1);
    expect(await call('operator.revoke', [[await login(alice), 'bad'], newId()], operator)).toBe(1);
  });

  test('empty texts are passed over, and a bad one beside a sufficient one is ignored', async () => {
    await expect(call('operator.revoke', [['', ''], newId()])).rejects.toMatchObject(faultOf('auth.capability_required'));
    expect(await call('operator.revoke', [['', 'x'.repeat(50_000), operator], newId()])).toBe(1);
  });

  test('the first bad one is what is told', async () => {
    const short = await login(alice, 1);
    clock.advance(2_000);
    await expect(call('operator.revoke', [[short, 'bad'], newId()])).rejects.toMatchObject(faultOf('auth.capability_expired'));
    await expect(call('operator.revoke', [['bad', short], newId()])).rejects.toMatchObject(faultOf('auth.capability_invalid'));
  });

  test('at most sixteen', async () => {
    const many = Array.from({ length: 15 }, () => 'bad');
    expect(await call('operator.revoke', [[...many, operator], newId()])).toBe(1);
    await expect(call('operator.revoke', [[...many, 'bad', operator], newId()])).rejects.toMatchObject(faultOf('invalid_params'));
  });
});

test('operator.rotateKey signs with the new key and leaves the old capabilities alone', async () => {
  const before = await login(alice);
  const kid = await call('operator.rotateKey', [[operator]]);
  expect(capabilities.jwks().keys.map((key) => key['kid'])).toContain(kid);
  for (const token of [before, await login(alice)]) await capabilities.verify(token);
  await expect(call('operator.rotateKey', [[before]])).rejects.toMatchObject(faultOf('auth.forbidden'));
});
