import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { temporaryDirectory } from './server.ts';

const NOBODY = { uid: 65534, gid: 65534 };

/** Where Debian puts the oldest PostgreSQL that Scrip supports. */
export const DEBIAN_BIN = '/usr/lib/postgresql/15/bin';
export const hasDebianPostgres = existsSync(join(DEBIAN_BIN, 'initdb'));

/** An empty PostgreSQL as a distribution brings it, with its own defaults; `stop` removes it. */
export async function debianPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const parent = await temporaryDirectory();
  const data = join(parent, 'data');
  // PostgreSQL refuses to run as root.
  const account = process.getuid?.() === 0 ? NOBODY : {};
  mkdirSync(data, { mode: 0o700 });
  if (account === NOBODY) chownSync(data, NOBODY.uid, NOBODY.gid);
  const made = spawnSync(join(DEBIAN_BIN, 'initdb'), ['-D', data, '-U', 'scrip', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...account,
    cwd: data,
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(join(DEBIAN_BIN, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''], {
    ...account,
    cwd: data,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const url = `postgresql://scrip@127.0.0.1:${port}/postgres`;
  await answers(url);
  return {
    url,
    async stop() {
      server.kill('SIGINT');
      await ended;
      await rm(parent, { recursive: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries === 200) throw error;
      await sleep(50);
    }
  }
}
