import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@scrip/database';
import { ManualClock } from '@scrip/kernel';
import { createRpc, type Rpc } from '@scrip/rpc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testCall } from '../../../test/testkit/call.ts';
import { silentLog, testDatabase } from '../../../test/testkit/database.ts';
import { type Capabilities, createCapabilities } from '../capabilities.ts';
import { procedures } from '../generated/procedures.ts';
import { loadMasterKey } from '../keys/master-key.ts';
import { createGuard } from '../rights/guard.ts';
import { KEYS } from '../testkit.ts';
import { OPERATOR } from '../tokens/token.ts';

let dir: string;
let database: Database & { drop(): Promise<void> };
const clock = new ManualClock(1_800_000_000_000);
/** Two server processes on one database. */
let servers: readonly { readonly capabilities: Capabilities; readonly rpc: Rpc }[];
let root: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scrip-operators-'));
  database = await testDatabase();
  const masterKey = await loadMasterKey(dir);
  const start = async () => {
    const capabilities = await createCapabilities({ database, masterKey, clock, log: silentLog });
    const parts = { capabilities, directory: KEYS };
    const made = procedures.map((make) => make(parts));
    return { capabilities, rpc: createRpc({ guard: createGuard(capabilities), procedures: made, batchLimit: 50 }) };
  };
  servers = [await start(), await start()];
  root = (await one().capabilities.issue({ kind: 'operator', sub: OPERATOR, grantor: OPERATOR, validForSecs: 1e8 })).token;
});
afterAll(async () => {
  for (const { capabilities } of servers) await capabilities.close();
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

const one = () => servers[0] as (typeof servers)[number];
const other = () => servers[1] as (typeof servers)[number];
const callAt = async (server: (typeof servers)[number], method: string, ...params: unknown[]) =>
  (await server.rpc.invoke(testCall(), `operator.${method}`, params)).value;
const call = (method: string, ...params: unknown[]) => callAt(one(), method, ...params);
const codeOf = (result: Promise<unknown>) =>
  result.then(
    () => 'ok',
    (error) => error.spec.code,
  );
const add = async (name: string, scopes: readonly string[] = ['read'], by = root, secs = 3_600) =>
  (await call('addOperator', [by], name, scopes, secs)) as string;
const looks = (token: string, server = one()) => codeOf(callAt(server, 'listOperators', [token]));

interface Listed {
  readonly name: string;
  readonly status: string;
}
const listed = async (name: string) => {
  const all = (await call('listOperators', [root], '', 1_000)) as Listed[];
  return all.filter((item) => item.name === name);
};

describe('a new operator', () => {
  test('may do what its scopes say, on every server, and is listed', async () => {
    const token = await add('Ann', ['read', 'READ', 'people']);
    expect(await looks(token)).toBe('ok');
    expect(await looks(token, other())).toBe('ok');
    expect(await codeOf(call('rotateKey', [token]))).toBe('auth.forbidden');
    expect(await listed('Ann')).toMatchObject([
      { scopes: ['read', 'people'], status: 'valid', added_by: 'root', expires: new Date(clock.now() + 3_600_000) },
    ]);
    expect(await call('inspectCapability', [root], token)).toMatchObject({ holder: 'operator:Ann', grantor: 'operator', status: 'valid' });
  });

  test('has a name of its own while it is active, in any case, and never that of the server', async () => {
    await add('Bob');
    expect(await codeOf(add('bob'))).toBe('operator.name_taken');
    expect(await codeOf(add('Root'))).toBe('operator.name_taken');
  });

  test.each(['', ' ', 'Zo\u00eb', 'a\u202eb', '-a', 'a-', 'a,b', 'a:b', 'x'.repeat(64)])('is not called %j', async (name) => {
    expect(await codeOf(add(name))).toBe('invalid_params');
  });

  test.each([[[]], [['everything']], [['read', 'money', 'people', 'system', 'accounts', 'read']]])(
    'has not the scopes %j',
    async (scopes) => {
      expect(await codeOf(add('Cid', scopes))).toBe('invalid_params');
    },
  );

  test('is added once, where two servers add the name at once', async () => {
    const both = servers.flatMap((server) => [1, 2, 3].map(() => codeOf(callAt(server, 'addOperator', [root], 'Twin', ['read'], 60))));
    expect((await Promise.all(both)).sort()).toEqual(['ok', ...Array(5).fill('operator.name_taken')].sort());
  });

  test('lives for 30 days at most, and not longer than who adds it', async () => {
    await add('Dan', ['read'], root, 1e9);
    expect(await listed('Dan')).toMatchObject([{ expires: new Date(clock.now() + 30 * 86_400_000) }]);
    const short = await add('Short', ['system', 'read'], root, 60);
    await add('Longer', ['read'], short, 3_600);
    expect(await listed('Longer')).toMatchObject([{ expires: new Date(clock.now() + 60_000), added_by: 'Short' }]);
  });

  test('gets no scope that who adds it lacks, and is added by nobody without the scope `system`', async () => {
    const [keeper, reader] = [await add('Keeper', ['system', 'read']), await add('Reader', ['read', 'money', 'people', 'accounts'])];
    expect(await codeOf(add('More', ['read', 'money'], keeper))).toBe('auth.forbidden');
    expect(await codeOf(add('More', ['read'], reader))).toBe('auth.forbidden');
    expect(await listed('More')).toEqual([]);
  });
});

describe('an operator ends', () => {
  test('at once on every server when it is revoked, and twice is no fault', async () => {
    const token = await add('Eve');
    expect(await looks(token, other())).toBe('ok');
    expect(await call('revokeOperator', [root], 'EVE')).toBe(1);
    expect(await looks(token, other())).toBe('auth.capability_revoked');
    expect(await looks(token)).toBe('auth.capability_revoked');
    expect(await call('revokeOperator', [root], 'Eve')).toBe(1);
    expect(await listed('Eve')).toMatchObject([{ status: 'revoked' }]);
  });

  test('with whoever added it, and with what was narrowed out of it', async () => {
    const boss = await add('Boss', ['system', 'read']);
    const aide = await add('Aide', ['system', 'read'], boss);
    const hand = await add('Hand', ['read'], aide);
    const { token: narrowed } = await one().capabilities.narrow(hand, { validForSecs: 60 });
    expect([await looks(hand), await looks(narrowed)]).toEqual(['ok', 'ok']);
    await call('revokeOperator', [root], 'Boss');
    for (const token of [boss, aide, hand, narrowed]) expect(await looks(token, other())).toBe('auth.capability_revoked');
    expect(await listed('Hand')).toMatchObject([{ status: 'revoked' }]);
    expect(await looks(await add('Hand'))).toBe('ok');
  });

  test('after its time', async () => {
    const token = await add('Fay', ['read'], root, 60);
    clock.advance(60_000);
    expect(await looks(token)).toBe('auth.capability_expired');
    expect(await listed('Fay')).toMatchObject([{ status: 'expired' }]);
  });

  test('and its name is given again, to somebody with another id', async () => {
    const before = await add('Guy');
    await call('revokeOperator', [root], 'Guy');
    const after = await add('Guy');
    expect([await looks(before), await looks(after)]).toEqual(['auth.capability_revoked', 'ok']);
    const both = (await listed('Guy')) as unknown as { id: string; status: string }[];
    expect(both.map(({ status }) => status).sort()).toEqual(['revoked', 'valid']);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  });

  test('by its name, also where a server with another clock dated an earlier one later', async () => {
    await add('Ivy');
    await call('revokeOperator', [root], 'Ivy');
    const token = await add('Ivy');
    const { rowCount } = await database.pool.query(
      `UPDATE operator SET issued_at = issued_at + interval '1 minute' WHERE name = 'Ivy' AND id IN (SELECT subject FROM revocation)`,
    );
    expect(rowCount).toBe(1);
    await call('revokeOperator', [root], 'Ivy');
    expect(await looks(token)).toBe('auth.capability_revoked');
  });

  test('where its row is gone: it becomes nobody, and not the root', async () => {
    const token = await add('Hal', ['read']);
    await database.pool.query("DELETE FROM operator WHERE name = 'Hal'");
    expect(await looks(token)).toBe('auth.capability_invalid');
    expect(await codeOf(call('rotateKey', [token]))).toBe('auth.capability_invalid');
  });

  test('by its name alone: of nobody and of the root there is nothing to revoke', async () => {
    expect(await codeOf(call('revokeOperator', [root], 'Nobody'))).toBe('operator.unknown_operator');
    expect(await codeOf(call('revokeOperator', [root], 'root'))).toBe('operator.unknown_operator');
    expect(await looks(root)).toBe('ok');
  });
});
