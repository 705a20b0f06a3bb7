import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '@scrip/database';
import { afterEach } from 'vitest';
import { ROOT } from './build.ts';
import { silentLog } from './database.ts';
import { temporaryDirectory } from './server.ts';

export interface Child {
  readonly pid: number;
  readonly dataDir: string;
  /** Its address, when the greeting is out; rejects where the server ends before. */
  readonly ready: Promise<string>;
  stdout(): string;
  stderr(): string;
  /** Sends the signal and does not wait. */
  signal(name: NodeJS.Signals): void;
  /** Waits for its end, half a minute at most. */
  ended(): Promise<Ended>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

type Server = ChildProcessByStdio<null, Readable, Readable>;

const END_TIMEOUT_MS = 30_000;

export interface Children {
  /**
   * Starts `node dist/server.mjs` on a free port. Without SCRIP_DATA it gets a directory of its own; nothing of this
   * process' environment reaches it but PATH.
   */
  spawn(env?: Readonly<Record<string, string>>): Promise<Child>;
  /** As `spawn`, and waits until it is ready. */
  start(env?: Readonly<Record<string, string>>): Promise<Child & { readonly url: string }>;
  /** A directory for SCRIP_DATA, for children that share one. */
  dataDir(): Promise<string>;
}

/** Server processes of a file's tests: what is left of each after its test, PostgreSQL included, is stopped and removed. */
export function childServers(): Children {
  const running = new Set<Server>();
  const parents: string[] = [];
  const newDataDir = async () => {
    const parent = await temporaryDirectory();
    parents.push(parent);
    return join(parent, 'data');
  };

  afterEach(async () => {
    for (const child of running) child.kill('SIGKILL');
    while (running.size > 0) await sleep(10);
    for (const parent of parents.splice(0)) await removeData(parent);
  });

  const spawnServer = async (env: Readonly<Record<string, string>> = {}) => {
    const dataDir = env['SCRIP_DATA'] ?? (await newDataDir());
    const child = spawn(process.execPath, [join(ROOT, 'dist/server.mjs')], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], PORT: '0', SCRIP_DATA: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    return observe(child, dataDir);
  };
  return {
    dataDir: newDataDir,
    spawn: spawnServer,
    async start(env) {
      const child = await spawnServer(env);
      return { ...child, url: await child.ready };
    },
  };
}

function observe(child: Server, dataDir: string): Child {
  let [stdout, stderr] = ['', ''];
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      const url = /is ready at (http:\S+)/.exec(stdout)?.[1];
      // The greeting may come in pieces; an empty line ends it.
      if (url && stdout.endsWith('\n\n')) resolve(url);
    });
    ended.then(() => reject(new Error(`the server ended before it was ready: ${stderr}`)));
  });
  // Whoever waits for the end only is not interested.
  ready.catch(() => {});
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return {
    pid: child.pid as number,
    dataDir,
    ready,
    stdout: () => stdout,
    stderr: () => stderr,
    signal: (name) => void child.kill(name),
    ended: () =>
      Promise.race([
        ended,
        sleep(END_TIMEOUT_MS, undefined, { ref: false }).then(() => {
          throw new Error(`the server still runs after ${END_TIMEOUT_MS} ms: ${stderr}`);
        }),
      ]),
  };
}

async function removeData(parent: string): Promise<void> {
  const dataDir = join(parent, 'data');
  const cluster = join(dataDir, 'postgres');
  // A killed server leaves its PostgreSQL running; a start on the same directory stops that one.
  if (postgresPid(dataDir) !== undefined) await (await startEmbedded({ dataDir, log: silentLog })).stop();
  // Where the temporary directory is closed to PostgreSQL's account, the cluster stands elsewhere.
  if (existsSync(cluster)) await rm(realpathSync(cluster), { recursive: true });
  await rm(parent, { recursive: true, force: true });
}

/** The process id of the embedded PostgreSQL that runs on the data directory. */
export function postgresPid(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n', 1)[0]);
    return isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie that nobody collects, as in a container, has ended.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
