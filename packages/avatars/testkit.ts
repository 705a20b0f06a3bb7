import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Capabilities, createCapabilities, createGuard, loadMasterKey, type MasterKey, OPERATOR } from '@scrip/capability';
import type { Database } from '@scrip/database';
import { ManualClock } from '@scrip/kernel';
import { createRpc } from '@scrip/rpc';
import { testCall } from '../../test/testkit/call.ts';
import { silentLog, testDatabase } from '../../test/testkit/database.ts';
import { type Avatars, createAvatars } from './avatars.ts';
import { md5 } from './directory/passwords.ts';
import { procedures } from './generated/procedures.ts';

export interface TestServer {
  readonly avatars: Avatars;
  /** Calls a procedure as a protocol would. */
  call(method: string, params: unknown[], source?: string, secure?: boolean): Promise<unknown>;
  /** The documented login, with the akey spelled as given. */
  login(akey: string, password: string, source?: string): Promise<unknown>;
}

export interface TestWorld {
  readonly database: Database;
  readonly capabilities: Capabilities;
  readonly masterKey: MasterKey;
  readonly clock: ManualClock;
  /** An operator's capability. */
  readonly operator: string;
  /** A server process of its own on the world's database, or on what stands in front of it. */
  server(options?: { challengeLogin?: boolean; plainLogin?: boolean; database?: Database }): TestServer;
  end(): Promise<void>;
}

/** A database of its own, with real keys and as many server processes as a test wants. */
export async function testWorld(): Promise<TestWorld> {
  const dir = await mkdtemp(join(tmpdir(), 'scrip-avatars-'));
  const database = await testDatabase();
  const clock = new ManualClock(1_800_000_000_000);
  const masterKey = await loadMasterKey(dir);
  const capabilities = await createCapabilities({ database, masterKey, clock, log: silentLog });
  const { token: operator } = await capabilities.issue({ kind: 'operator', sub: OPERATOR, grantor: OPERATOR, validForSecs: 1e8 });
  const all: Avatars[] = [];
  return {
    database,
    capabilities,
    masterKey,
    clock,
    operator,
    server({ challengeLogin = true, plainLogin = false, database: through = database } = {}) {
      const avatars = createAvatars({ database: through, capabilities, masterKey, clock, log: silentLog, challengeLogin, plainLogin });
      all.push(avatars);
      const rpc = createRpc({ guard: createGuard(capabilities), procedures: procedures.map((make) => make(avatars)), batchLimit: 50 });
      const call = async (method: string, params: unknown[], source = '192.0.2.1', secure = true) =>
        (await rpc.invoke({ ...testCall(), source, secure }, method, params)).value;
      return {
        avatars,
        call,
        async login(akey, password, source) {
          const challenge = (await call('general.getLoginChallenge', [akey], source)) as string;
          return call('general.getLoginCapability', [akey, md5(challenge + akey + md5(password)), 60], source);
        },
      };
    },
    async end() {
      for (const avatars of all) await avatars.close();
      await capabilities.close();
      await database.drop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
