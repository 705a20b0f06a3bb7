import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fchownSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import type { Cluster } from './cluster.ts';
import { commandOf, isAlive } from './processes.ts';

const POLL_ms = 10;
/** Recovery after a crash reads at most max_wal_size of log. */
const READY_TIMEOUT_ms = 120_000;
/** Fast shutdown writes a checkpoint; after this it is told to quit, and recovers at the next start. */
const STOP_TIMEOUT_ms = 20_000;
const QUIT_TIMEOUT_ms = 5_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** For a ledger of small transactions beside its server on one machine. Durability is PostgreSQL's default: everything on. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  wal_compression: 'on',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  // Account rows are updated all the time: the default fifth of a table is far too late for them.
  autovacuum_naptime: '15s',
  autovacuum_vacuum_scale_factor: '0.05',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // The log must not quote rows or statements: they hold people's data.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

interface PidFile {
  pid: number;
  port: number;
  status: string;
}

/** Line by line: pid, data directory, start time, port, socket directory, address, shared memory, status. */
export function readPidFile(cluster: Cluster): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** A pid is used again sooner or later; only a process with our data directory on its command line is our PostgreSQL. */
export function isPostmaster(pid: number, cluster: Cluster): boolean {
  return pid > 1 && isAlive(pid) && commandOf(pid).includes(`-D ${cluster.data} `);
}

async function waitUntil(condition: () => boolean, timeout_ms: number): Promise<boolean> {
  for (const end = Date.now() + timeout_ms; Date.now() < end; await sleep(POLL_ms)) if (condition()) return true;
  return condition();
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, everything is written. SIGQUIT drops everything at once. */
export async function stopPostmaster(pid: number, cluster: Cluster, log: Log): Promise<void> {
  const isGone = (): boolean => !isPostmaster(pid, cluster);
  if (isGone()) return;
  signal(pid, 'SIGINT');
  if (await waitUntil(isGone, STOP_TIMEOUT_ms)) return;
  log.warn({ pid, waited_ms: STOP_TIMEOUT_ms }, 'PostgreSQL did not stop; telling it to quit at once');
  signal(pid, 'SIGQUIT');
  if (await waitUntil(isGone, QUIT_TIMEOUT_ms)) return;
  signal(pid, 'SIGKILL');
  await waitUntil(isGone, QUIT_TIMEOUT_ms);
}

/** After kill -9 of a server its PostgreSQL runs on. The caller holds the lock, so nobody else uses it. */
export async function stopLeftover(cluster: Cluster, log: Log): Promise<void> {
  const found = readPidFile(cluster);
  if (!found) return;
  if (isPostmaster(found.pid, cluster)) {
    log.warn({ pid: found.pid }, 'stopping the PostgreSQL that an earlier server left running');
    await stopPostmaster(found.pid, cluster, log);
  } else if (isAlive(found.pid)) {
    // PostgreSQL would take the stranger with this pid for itself and refuse to start.
    rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
  }
}

/** Appended to by PostgreSQL itself: it outlives us, so it must not write into a pipe of ours. */
function openLog(path: string, cluster: Cluster): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(path, `${path}.old`);
  const descriptor = openSync(path, 'a', 0o600);
  if (cluster.account) fchownSync(descriptor, cluster.account.uid, cluster.account.gid);
  return descriptor;
}

/** What went wrong, in PostgreSQL's words: its first error since `from`, else its last line. */
function complaint(path: string, from: number): string {
  const lines = existsSync(path) ? readFileSync(path).subarray(from).toString('utf8').split('\n').filter(Boolean) : [];
  const line = lines.find((text) => /FATAL|PANIC|ERROR/.test(text)) ?? lines.at(-1) ?? 'it said nothing';
  return line.replace(/^.*?(FATAL|PANIC|ERROR|LOG): +/, '');
}

/** Starts PostgreSQL and waits until it answers. Throws StartError with its own words when it ends instead. */
export async function startPostmaster(cluster: Cluster, native: string, port: number): Promise<ChildProcess> {
  const logPath = join(cluster.home, 'postgres.log');
  const descriptor = openLog(logPath, cluster);
  const from = statSync(logPath).size;
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', cluster.data, ...settings], {
    ...cluster.account,
    cwd: cluster.home,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', descriptor, descriptor],
    // Its own session: Ctrl-C in a terminal goes to us alone, and we stop PostgreSQL after the last call is answered.
    detached: true,
  });
  closeSync(descriptor);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', () => (ended ??= complaint(logPath, from)));
  const isReady = (): boolean => {
    const found = readPidFile(cluster);
    return found?.pid === child.pid && found?.status === 'ready';
  };
  const answered = await waitUntil(() => ended !== undefined || isReady(), READY_TIMEOUT_ms);
  if (ended !== undefined) throw new StartError(ended);
  if (!answered) throw new StartError(`it was not ready after ${READY_TIMEOUT_ms / 1000} s (see ${logPath})`);
  child.unref();
  return child;
}
