import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import { letThrough, otherAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import {
  type Cluster,
  createCluster,
  findCluster,
  makeServerPassword,
  ROOT_SPARE,
  serverPassword,
  superuserPassword,
  USER,
} from './cluster.ts';
import { lockDirectory } from './lock.ts';
import { isPostmaster, readPidFile, startPostmaster, stopLeftover, stopPostmaster } from './postmaster.ts';
import { prepareServerRole, SERVER_ROLE } from './role.ts';

export interface EmbeddedOptions {
  /** SCRIP_DATA; made where it is missing. */
  dataDir: string;
  log: Log;
}

/** Addresses of one database, with their passwords: never for a log. */
export interface EmbeddedAddresses {
  /** The server's own role, which owns the database and is no superuser. */
  readonly url: string;
  /** For tools that make roles or databases. The server itself has no use for it. */
  readonly superuserUrl: string;
}

export interface Embedded extends EmbeddedAddresses {
  /** Fast shutdown, then the data directory is free for another server. Call it after the pool was closed. */
  stop(): Promise<void>;
}

const START_ATTEMPTS = 4;
const RETRY_PAUSE_ms = 400;

/** Makes the directory and takes it for this process; returns how to give it back. */
function prepare(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const account = otherAccount();
    if (account) letThrough(account, dataDir);
    return lockDirectory(dataDir);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? 'is not a directory'
        : code === 'EACCES' || code === 'EROFS'
          ? 'can not be written'
          : `can not be made (${code})`;
    throw new StartError(`SCRIP_DATA=${dataDir} ${why}; name a directory that this user may write`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function addressesOf(cluster: Cluster, port: number, password: string): EmbeddedAddresses {
  const urlOf = (role: string, secret: string) => `postgresql://${role}:${secret}@127.0.0.1:${port}/${USER}`;
  return { url: urlOf(SERVER_ROLE, password), superuserUrl: urlOf(USER, superuserPassword(cluster)) };
}

/** The addresses of the embedded database that runs on `dataDir` right now, for the operator's tools. */
export function runningEmbedded(dataDir: string): EmbeddedAddresses | undefined {
  const cluster = findCluster(resolve(dataDir), otherAccount());
  const found = cluster && readPidFile(cluster);
  const password = cluster && serverPassword(cluster);
  return password && found && isPostmaster(found.pid, cluster) ? addressesOf(cluster, found.port, password) : undefined;
}

/** Somebody may take the port between our probe and PostgreSQL, or a killed one's last children may still hold its memory. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && /could not (bind|create any TCP)|shared memory block|lock file/.test(error.message);
}

async function launch(
  cluster: Cluster,
  native: string,
  fixedPort?: number,
): Promise<{ port: number; child: Awaited<ReturnType<typeof startPostmaster>> }> {
  for (let attempt = 1; ; attempt++) {
    const port = fixedPort ?? (await freePort());
    try {
      return { port, child: await startPostmaster(cluster, native, port) };
    } catch (error) {
      if (attempt === START_ATTEMPTS || !isPassing(error)) throw error;
      await sleep(RETRY_PAUSE_ms);
    }
  }
}

/** Runs PostgreSQL on `<dataDir>/postgres`, made at the first start. Throws StartError, one plain line that names SCRIP_DATA. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log } = options;
  const dataDir = resolve(options.dataDir);
  const unlock = prepare(dataDir);
  try {
    return await start(dataDir, log, unlock);
  } catch (error) {
    unlock();
    if (error instanceof StartError && error.message.includes('SCRIP_DATA')) throw error;
    throw new StartError(`the embedded PostgreSQL under SCRIP_DATA=${dataDir} did not start: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function start(dataDir: string, log: Log, unlock: () => void): Promise<Embedded> {
  const account = otherAccount();
  const native = await findBinaries(account, account ? ROOT_SPARE : dataDir);
  const cluster = findCluster(dataDir, account) ?? (await createCluster(dataDir, native, account, log));
  await stopLeftover(cluster, log);
  let { child, port } = await launch(cluster, native);
  const addresses = addressesOf(cluster, port, serverPassword(cluster) ?? (await makeServerPassword(cluster)));
  await prepareServerRole(addresses.superuserUrl, new URL(addresses.url).password).catch(async (error: unknown) => {
    if (child.pid !== undefined) await stopPostmaster(child.pid, cluster, log);
    throw error;
  });
  let stopping = false;

  // It survives the crash of a session by itself; when it is killed as a whole, calls get `busy` until it is back.
  const watch = (): void => {
    child.once('exit', async (code, killedBy) => {
      while (!stopping) {
        log.error({ code, killedBy }, 'PostgreSQL ended; starting it again');
        try {
          ({ child } = await launch(cluster, native, port));
          return stopping ? child.kill('SIGINT') : watch();
        } catch (err) {
          log.error({ err }, 'PostgreSQL did not start again');
          await sleep(RETRY_PAUSE_ms);
        }
      }
    });
  };
  watch();

  return {
    ...addresses,
    async stop() {
      if (stopping) return;
      stopping = true;
      if (child.pid !== undefined) await stopPostmaster(child.pid, cluster, log);
      unlock();
    },
  };
}
