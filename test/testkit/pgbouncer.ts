import { spawn } from 'node:child_process';
import { chownSync, existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './debian-postgres.ts';
import { temporaryDirectory } from './server.ts';

const BINARY = '/usr/sbin/pgbouncer';
const NOBODY = { uid: 65534, gid: 65534 };

export const hasPgbouncer = existsSync(BINARY);

/** A pgbouncer with its own defaults in front of the database of `url`; `stop` ends it. */
export async function pgbouncer(url: string, poolMode: 'session' | 'transaction'): Promise<{ url: string; stop(): Promise<void> }> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const name = pathname.slice(1);
  const directory = await temporaryDirectory();
  const listenPort = await freePort();
  const config = join(directory, 'pgbouncer.ini');
  const lines = [
    '[databases]',
    `${name} = host=${hostname} port=${port} dbname=${name} user=${username} password=${decodeURIComponent(password)}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${listenPort}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${poolMode}`,
  ];
  writeFileSync(config, lines.join('\n'));
  const account = process.getuid?.() === 0 ? NOBODY : {};
  for (const path of [directory, config]) if (account === NOBODY) chownSync(path, NOBODY.uid, NOBODY.gid);
  const server = spawn(BINARY, [config], { ...account, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  await new Promise<void>((listening, failed) => {
    let said = '';
    server.stderr.on('data', (bytes) => {
      said += bytes;
      if (said.includes(`listening on 127.0.0.1:${listenPort}`)) listening();
    });
    void ended.then(() => failed(new Error(`pgbouncer ended: ${said}`)));
  });
  return {
    url: `postgresql://anybody@127.0.0.1:${listenPort}/${name}`,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true });
    },
  };
}
