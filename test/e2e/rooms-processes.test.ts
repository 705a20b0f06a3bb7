import { afterAll, beforeAll, expect, it } from 'vitest';
import { childServers } from '../testkit/child.ts';
import { TEMPLATE } from '../testkit/cluster.ts';
import { emptyDatabase } from '../testkit/database.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { must, SECRET2 } from './demo-world.ts';

const servers = childServers();
let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await emptyDatabase(TEMPLATE);
});
afterAll(() => database.drop());

const customer = { performerId: 1, customerId: 7, nickname: 'Ann', ipAddress: '10.0.0.1' };

async function ask(url: string, fields: Record<string, string | number>): Promise<{ success: boolean; message: string }> {
  const body = new URLSearchParams(Object.entries({ ...customer, ...fields }).map(([name, value]): [string, string] => [name, `${value}`]));
  return (await (await fetch(`${url}/customer?key=demo-room-key`, { method: 'POST', body })).json()) as {
    success: boolean;
    message: string;
  };
}

async function present(url: string): Promise<readonly { nickname: string; credits: number }[]> {
  const rpc = jsonRpc(`${url}/jsonrpc`);
  const login = await must<string>(rpc, 'general.loginWithPassword', SECRET2.akey, SECRET2.password, 60);
  return must(rpc, 'rooms.list', [login], SECRET2.akey);
}

it('two servers agree on who is in a room, and one that is killed knows them again when it is back', { timeout: 90_000 }, async () => {
  const SCRIP_DATA = await servers.dataDir();
  const env = { DATABASE_URL: database.url, SCRIP_DATA, SCRIP_DEMO: '1', SCRIP_ROOM_PURGE: '6' };
  const first = await servers.start(env);
  const other = await servers.start(env);
  expect(await ask(first.url, { function: 'joinRoom', registered: 1, credits: 30 })).toMatchObject({ success: true });
  expect(await present(other.url)).toMatchObject([{ nickname: 'Ann', credits: 30 }]);
  expect(await ask(other.url, { function: 'pingRoom' })).toMatchObject({ success: true });

  first.signal('SIGKILL');
  await first.ended();
  const again = await servers.start(env);
  expect(await ask(again.url, { function: 'pingRoom' })).toMatchObject({ success: true });
  expect(await ask(again.url, { function: 'tip', credits: 20, transactionId: 't1' })).toMatchObject({ success: true });
  expect(await ask(other.url, { function: 'tip', credits: 20, transactionId: 't2' })).toMatchObject({ success: false });
  expect(await present(other.url)).toMatchObject([{ nickname: 'Ann', credits: 10 }]);

  // Whoever is silent is gone for both, and a server that started long ago lets nobody in by a ping.
  await expect.poll(() => present(other.url), { timeout: 30_000, interval: 500 }).toEqual([]);
  for (const { url } of [again, other]) {
    await expect.poll(() => ask(url, { function: 'leaveRoom' }), { timeout: 5_000 }).toMatchObject({ success: false });
    expect(await ask(url, { function: 'pingRoom' })).toMatchObject({ success: false });
  }
});
