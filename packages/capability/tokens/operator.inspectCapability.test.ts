import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@scrip/database';
import { ManualClock, newId } from '@scrip/kernel';
import { createRpc, type Rpc } from '@scrip/rpc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCall } from '../../../test/testkit/call.ts';
import { silentLog, testDatabase } from '../../../test/testkit/database.ts';
import { type Capabilities, createCapabilities } from '../capabilities.ts';
import { loadMasterKey } from '../keys/master-key.ts';
import { createGuard } from '../rights/guard.ts';
import { FULL } from '../testkit.ts';
import { inspectCapability } from './operator.inspectCapability.ts';
import { OPERATOR } from './token.ts';

let dir: string;
let database: Database & { drop(): Promise<void> };
let capabilities: Capabilities;
let rpc: Rpc;
let operator: string;
const clock = new ManualClock(1_800_000_000_000);
const [alice, bob] = [newId(), newId()];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scrip-inspect-'));
  database = await testDatabase();
  capabilities = await createCapabilities({ database, masterKey: await loadMasterKey(dir), clock, log: silentLog });
  rpc = createRpc({ guard: createGuard(capabilities), procedures: [inspectCapability({ capabilities })], batchLimit: 1 });
  operator = (await capabilities.issue({ kind: 'operator', sub: OPERATOR, grantor: OPERATOR, validForSecs: 1_000_000 })).token;
});
afterAll(async () => {
  await capabilities.close();
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

const inspect = async (token: string, by = operator) =>
  (await rpc.invoke(testCall(), 'operator.inspectCapability', [[by], token])).value as Record<string, unknown>;
const grant = (validForSecs = 3600) =>
  capabilities.issue({ kind: FULL.name, sub: bob, grantor: alice, validForSecs, limits: { accounts: ['working'], maxEach: 50 } });

test('tells what a capability says', async () => {
  const { token, jti, expiresAt } = await grant();
  expect(await inspect(token)).toEqual({
    status: 'valid',
    kind: FULL.name,
    holder: bob,
    grantor: alice,
    limits: { accounts: ['working'], maxEach: 50 },
    jti,
    parents: [],
    issued: new Date(clock.now()),
    expires: expiresAt,
  });
});

test('names what a narrowed one was derived from', async () => {
  const { token, jti } = await grant();
  const { token: narrowed } = await capabilities.narrow(token, { maxEach: 10 });
  expect(await inspect(narrowed)).toMatchObject({ parents: [jti], limits: { maxEach: 10 } });
});

test('tells that one has expired', async () => {
  const { token } = await grant(10);
  clock.advance(11_000);
  expect(await inspect(token)).toMatchObject({ status: 'expired', kind: 'test.full' });
});

test('tells that one was revoked', async () => {
  const { token, jti } = await grant();
  await capabilities.revoke({ jti });
  expect(await inspect(token)).toMatchObject({ status: 'revoked', jti });
});

test.each(['', 'x', 'a.b.c'])('takes %j for a wrong parameter, not for a lack of authority', async (token) => {
  await expect(inspect(token)).rejects.toMatchObject({ spec: { code: 'invalid_params' } });
});

test('obeys operators only', async () => {
  const { token } = await grant();
  const { token: login } = await capabilities.issue({ kind: 'login', sub: bob, grantor: bob, validForSecs: 60 });
  await expect(inspect(token, login)).rejects.toMatchObject({ spec: { code: 'auth.forbidden' } });
});
