import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Avatars, createAvatars } from '@scrip/avatars';
import { type Bank, createBank } from '@scrip/bank';
import { type Capabilities, createCapabilities, createGuard, loadMasterKey, type MasterKey, OPERATOR } from '@scrip/capability';
import { type Database, openDatabase } from '@scrip/database';
import { createGroups, type Groups } from '@scrip/groups';
import { systemClock, type Uuid } from '@scrip/kernel';
import { createLease, type Lease } from '@scrip/lease';
import { type CallParams, createRpc, type Finished, type Rpc } from '@scrip/rpc';
import { createVend, type Vend } from '@scrip/vend';
import { allProcedures } from '../../apps/server/procedures.ts';
import { testCall } from './call.ts';
import { silentLog, testDatabase } from './database.ts';

/** Somebody registered, with a login. */
export interface Person {
  readonly akey: Uuid;
  readonly login: string;
}

export interface World {
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly capabilities: Capabilities;
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
  readonly lease: Lease;
  readonly vend: Vend;
  readonly rpc: Rpc;
  /** An operator's capability. */
  readonly operator: string;
  /** Calls a procedure as a protocol would; rejects with its Fault. */
  call(method: string, params: CallParams): Promise<unknown>;
  /** Registers an avatar with so much in `working`; returns its key and a login capability. */
  person(name: string, money?: number): Promise<Person>;
  loginOf(akey: Uuid): Promise<string>;
  /** Fails where anything ended in an internal error, where the books do not add up, or where they are not as they were sealed. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * All slices over a database of their own, without HTTP; or over that of another world, as one more server process would
 * be, to be closed before it. The password of everybody is `password`.
 */
export async function testWorld(beside?: World): Promise<World> {
  const own = beside ? undefined : await testDatabase(16);
  const database = own ?? (await openDatabase({ url: beside?.database.url ?? '', poolSize: 16, log: silentLog }));
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-world-'));
  const masterKey = beside?.masterKey ?? (await loadMasterKey(dataDir));
  const common = { database, masterKey, clock: systemClock, log: silentLog };
  const capabilities = await createCapabilities(common);
  const avatars = createAvatars({ ...common, capabilities, challengeLogin: true });
  const groups = createGroups({ database, avatars, capabilities });
  const bank = await createBank({ database, avatars, capabilities, groups, currency: { code: 'L$', scale: 0 }, log: silentLog });
  const lease = createLease({ database, avatars, capabilities, groups, bank });
  const vend = createVend({ database, masterKey, avatars, capabilities, groups, bank });
  const broken: Finished[] = [];
  const rpc = createRpc({
    guard: createGuard(capabilities),
    procedures: allProcedures({ capabilities, avatars, groups, bank, lease, vend }, { diagnostics: true }),
    batchLimit: 50,
    onFinished: (finished) => {
      if (finished.fault?.spec.code === 'internal') broken.push(finished);
    },
  });
  const operator = (await capabilities.issue({ kind: 'operator', sub: OPERATOR, grantor: OPERATOR, validForSecs: 3_600 })).token;
  const loginOf = async (akey: Uuid) => (await capabilities.issue({ kind: 'login', sub: akey, grantor: akey, validForSecs: 3_600 })).token;
  const call = async (method: string, params: CallParams) => (await rpc.invoke(testCall(), method, params)).value;
  return {
    database,
    masterKey,
    capabilities,
    avatars,
    groups,
    bank,
    lease,
    vend,
    rpc,
    operator,
    call,
    loginOf,
    async person(name, money = 0) {
      const akey = await avatars.register({ name, password: 'password' });
      if (money > 0) await call('operator.mint', [[operator], akey, 'working', money, 'start']);
      return { akey, login: await loginOf(akey) };
    },
    async check() {
      const [first] = broken;
      if (first) throw new Error(`${first.method} failed`, { cause: first.cause });
      const audit = await bank.audit();
      if (!audit.ok) throw new Error(`the books do not add up: ${audit.problems.join('; ')}`);
      await bank.jobs.find(({ name }) => name === 'seal the books')?.run();
      const chain = await bank.verifyChain();
      if (!chain.ok) throw new Error(`the books are not as they were sealed: ${chain.firstBad}`);
    },
    async close() {
      await bank.drain();
      await avatars.close();
      await capabilities.close();
      await (own?.drop() ?? database.close());
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
