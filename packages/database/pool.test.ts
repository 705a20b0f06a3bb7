import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { emptyDatabase, silentLog } from '../../test/testkit/database.ts';
import { isUnavailable } from './failures.ts';
import { createPool } from './pool.ts';

/** PostgreSQL's "ready for query, no transaction": the last thing that it sends of a login. */
const READY = Buffer.from('5a0000000549', 'hex');

let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

/** Stands before PostgreSQL, and keeps the end of every login back until the session has been ended too: both arrive as one. */
async function slowHop(): Promise<{ url: string; server: Server }> {
  const target = new URL(database.url);
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let kept: Buffer | undefined;
    near.on('data', (bytes) => far.write(bytes)).on('error', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.end());
    far.on('data', (bytes) => {
      if (kept) near.write(Buffer.concat([kept, bytes]));
      else if (!bytes.subarray(-READY.length).equals(READY)) near.write(bytes);
      else {
        kept = bytes;
        void endSessions();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = new URL(database.url);
  address.port = String((server.address() as AddressInfo).port);
  return { url: address.href, server };
}

async function endSessions(): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  const name = new URL(database.url).pathname.slice(1);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await admin.end();
}

// Found by the runs under faults: a session that was ended in the moment of its login took the whole server with it.
it('outlives a session that is ended before whoever asked for it has it', async () => {
  const { url, server } = await slowHop();
  const pool = createPool(url, 1, silentLog);
  const failed = await pool.connect().catch((error: unknown) => error);
  expect(isUnavailable(failed)).toBe(true);
  await pool.end();
  server.close();
});
