import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey, OPERATOR } from '@scrip/capability';
import { openDatabase } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { CallParams, Finished } from '@scrip/rpc';
import { Closing } from '../../apps/server/closing.ts';
import { type Composed, compose } from '../../apps/server/compose.ts';
import { testCall } from './call.ts';
import { silentLog, testDatabase } from './database.ts';

/** Somebody registered, with a login. */
export interface Person {
  readonly akey: Uuid;
  readonly login: string;
}

export interface World extends Composed {
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
 * What a server is composed of, over a database of its own and without HTTP; or over that of another world, as one more
 * server process would be, to be closed before it. Its jobs do not run. The password of everybody is `password`.
 */
export async function testWorld(beside?: World, { hooks }: { readonly hooks?: string } = {}): Promise<World> {
  const own = beside ? undefined : await testDatabase(16);
  const database = own ?? (await openDatabase({ url: beside?.database.url ?? '', poolSize: 16, log: silentLog }));
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-world-'));
  // Always the same: what is drawn under it is the same for the same ids, so that a history can be played again.
  writeFileSync(join(dataDir, 'master.key'), Buffer.alloc(32, 'the master key of test worlds'), { mode: 0o600 });
  const closing = new Closing();
  const broken: Finished[] = [];
  const composed = await compose({
    database,
    masterKey: beside?.masterKey ?? (await loadMasterKey(dataDir)),
    log: silentLog,
    config: { batchLimit: 50, challengeLogin: true, plainLogin: false, diagnostics: true, mail: undefined, roomPurge: 30, hooks },
    version: '0.0.0-test',
    onFinished: (finished) => {
      if (finished.fault?.spec.code === 'internal') broken.push(finished);
    },
    closing,
  });
  const { capabilities, avatars, bank, rpc } = composed;
  const operator = (await capabilities.issue({ kind: 'operator', sub: OPERATOR, grantor: OPERATOR, validForSecs: 3_600 })).token;
  const loginOf = async (akey: Uuid) => (await capabilities.issue({ kind: 'login', sub: akey, grantor: akey, validForSecs: 3_600 })).token;
  const call = async (method: string, params: CallParams) => (await rpc.invoke(testCall(), method, params)).value;
  return {
    ...composed,
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
      await closing.close();
      await (own?.drop() ?? database.close());
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
