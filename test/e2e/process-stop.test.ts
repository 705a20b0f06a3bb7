import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningEmbedded } from '@scrip/database';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { childServers, isRunning, postgresPid } from '../testkit/child.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';

const servers = childServers();
const PAY = [COOL.akey, 'working', SECRET2.akey, 'working', 'at the end', 0, 'last'] as const;

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(10)) if (await condition()) return;
  throw new Error('it did not come to that within ten seconds');
}

/** Holds the accounts' rows, so that payments wait until it is let go of. */
async function holdAccounts(dataDir: string): Promise<{ waiting(): Promise<boolean>; release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: runningEmbedded(dataDir)?.superuserUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM account FOR UPDATE');
  return {
    async waiting() {
      const { rows } = await client.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
      return rows.length > 0;
    },
    async release() {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it('lets a payment under way finish, then ends with 0, and PostgreSQL with it', async () => {
    const server = await servers.start();
    const postgres = postgresPid(server.dataDir) as number;
    expect(isRunning(postgres)).toBe(true);
    const invoke = jsonRpc(`${server.url}/jsonrpc`);
    const token = await logIn(invoke, COOL);
    const accounts = await holdAccounts(server.dataDir);
    const paid = must<string>(invoke, 'bank.pay', [token], 7, ...PAY);
    await until(() => accounts.waiting());
    server.signal(signal);
    await until(() => server.stdout().includes(signal));
    await accounts.release();
    expect(await paid).toMatch(/^[0-9a-f]{8}-/);
    expect(await server.ended()).toEqual({ code: 0, signal: null });
    expect(isRunning(postgres)).toBe(false);
    await expect(fetch(server.url)).rejects.toThrow();
    expect(server.stderr()).not.toMatch(/"level":[56]0/);
  });

  it('during the start leaves nothing behind', async () => {
    const server = await servers.spawn();
    await until(() => existsSync(join(server.dataDir, 'postgres/data/postmaster.pid')));
    server.signal(signal);
    expect(await server.ended()).toEqual({ code: 0, signal: null });
    expect(postgresPid(server.dataDir)).toBeUndefined();
    expect(server.stdout()).not.toContain('is ready');
  });
});

it('a client that never ends its request does not keep the server from stopping', async () => {
  const server = await servers.start();
  const { hostname, port } = new URL(server.url);
  const heads = ['POST /xmlrpc HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 900\r\n\r\n<', 'POST /xml', ''];
  const sockets = heads.map((head) => connect(Number(port), hostname, () => socket.write(head)).on('error', () => {}));
  const [socket] = sockets as [ReturnType<typeof connect>];
  await sleep(300);
  server.signal('SIGTERM');
  expect(await server.ended()).toEqual({ code: 0, signal: null });
  expect(postgresPid(server.dataDir)).toBeUndefined();
  for (const one of sockets) one.destroy();
});

it('kill -9 loses no acknowledged payment, and the next start needs no help', async () => {
  const first = await servers.start();
  const invoke = jsonRpc(`${first.url}/jsonrpc`);
  const token = await logIn(invoke, COOL);
  const paid = await must(invoke, 'bank.pay', [token], 7, ...PAY);
  first.signal('SIGKILL');
  expect(await first.ended()).toEqual({ code: null, signal: 'SIGKILL' });
  const orphan = postgresPid(first.dataDir) as number;

  const second = await servers.start({ SCRIP_DATA: first.dataDir });
  expect(isRunning(orphan)).toBe(false);
  const again = jsonRpc(`${second.url}/jsonrpc`);
  // What was issued before is still good, and a retry is known.
  expect(await must(again, 'bank.pay', [token], 7, ...PAY)).toBe(paid);
  expect(await must(again, 'bank.accountBalance', [token], COOL.akey, 'working')).toBe(4993);
  expect(await must(again, 'bank.transactions', [token], COOL.akey, 'working', 0, 1)).toMatchObject([{ transaction_id: paid, amount: -7 }]);
});
