import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../test/testkit/database.ts';
import { type Database, migrate, openDatabase } from './index.ts';

const BIN = '/usr/lib/postgresql/15/bin';

/** The oldest PostgreSQL that we promise to work with, where the machine has it (Debian's package). */
describe.skipIf(!existsSync(BIN))(`PostgreSQL 15${existsSync(BIN) ? '' : ` (skipped: ${BIN} is not there)`}`, () => {
  let parent: string;
  let stop: (() => Promise<void>) | undefined;
  let db: Database | undefined;

  beforeAll(async () => {
    const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    parent = mkdtempSync(join(tmpdir(), 'scrip-15-'));
    chmodSync(parent, 0o711);
    const data = join(parent, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (account.uid) chownSync(data, account.uid, account.gid);
    execFileSync(join(BIN, 'initdb'), ['-D', data, '-U', 'scrip', '-A', 'trust', '--no-sync', '-E', 'UTF8'], {
      ...account,
      cwd: data,
      stdio: 'ignore',
    });
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => probe.once('listening', listening));
    const { port } = probe.address() as { port: number };
    await new Promise((closed) => probe.close(closed));
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-p', String(port)];
    const child = spawn(join(BIN, 'postgres'), ['-D', data, ...settings], { ...account, cwd: data, stdio: 'ignore' });
    stop = () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGINT');
      });
    const url = `postgresql://scrip@127.0.0.1:${port}/postgres`;
    db = await vi.waitFor(() => openDatabase({ url, poolSize: 4, log: silentLog }), { timeout: 20_000 });
    await migrate(url, silentLog);
    await migrate(url, silentLog);
  });
  afterAll(async () => {
    await db?.close();
    await stop?.();
    rmSync(parent, { recursive: true });
  });

  it('takes the migrations, Prisma and the raw pool', async () => {
    const { prisma, transaction } = db as Database;
    await prisma.currency.create({ data: { code: 'OLD', scale: 2 } });
    const rows = await transaction(
      async (client) => (await client.query("SELECT scale, 5::int8 AS n FROM currency WHERE code = 'OLD'")).rows,
    );
    expect(rows).toEqual([{ scale: 2, n: 5n }]);
  });
});
