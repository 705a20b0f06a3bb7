import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey, type MasterKey } from '@scrip/capability';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog, testDatabase } from '../../test/testkit/database.ts';
import { Closing } from './closing.ts';
import { compose } from './compose.ts';

let dir: string;
let masterKey: MasterKey;
let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scrip-compose-'));
  masterKey = await loadMasterKey(dir);
  database = await testDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

it('registers every procedure that the documents have, and without diagnostics no such one', async () => {
  const closing = new Closing();
  const names = async (diagnostics: boolean) => {
    const config = {
      batchLimit: 50,
      challengeLogin: true,
      plainLogin: false,
      diagnostics,
      mail: undefined,
      roomPurge: 30,
      hooks: undefined,
    };
    const { rpc } = await compose({ database, masterKey, log: silentLog, config, version: '0.0.0-test', onFinished: () => {}, closing });
    return rpc.registry.entries.map(({ procedure }) => procedure.name);
  };
  const page = await readFile(join(import.meta.dirname, '../../docs/openrpc.json'), 'utf8');
  const documented = (JSON.parse(page) as { methods: { name: string }[] }).methods.map(({ name }) => name);
  expect(await names(true)).toEqual(documented);
  expect(await names(false)).toEqual(documented.filter((name) => !/^(diagnostics|validator1)\./.test(name)));
  await closing.close();
});
