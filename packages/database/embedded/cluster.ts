import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import { type Account, canReach } from './account.ts';

/** Where root keeps what the other account must reach when the data directory is out of its reach. */
export const ROOT_SPARE = '/var/lib/scrip';

/** The superuser, whom the server is no longer than it takes to prepare its own role; also the name of the database. */
export const USER = 'scrip';
const MAJOR = '18';
const SERVER_PASSWORD = 'server-password';

/**
 * One embedded database: `data` is PostgreSQL's own directory, `password` the superuser's generated password,
 * `server-password` that of the server's role (mode 0600), and `postgres.log` what it has to say. They are made, moved and
 * removed together.
 */
export interface Cluster {
  readonly home: string;
  readonly data: string;
  /** Not root's: PostgreSQL runs under it. Undefined means as ourselves. */
  readonly account: Account | undefined;
}

function at(home: string, account: Account | undefined): Cluster {
  return { home, data: join(home, 'data'), account };
}

export function superuserPassword({ home }: Cluster): string {
  return readFileSync(join(home, 'password'), 'utf8').trim();
}

/** Undefined where the database was made by a version that had no such role, until this one starts on it. */
export function serverPassword({ home }: Cluster): string | undefined {
  const path = join(home, SERVER_PASSWORD);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() || undefined : undefined;
}

/** A new one replaces what is there. */
export async function makeServerPassword({ home, account }: Cluster): Promise<string> {
  const password = newPassword();
  const path = join(home, SERVER_PASSWORD);
  await rm(path, { force: true });
  await writePassword(path, password, account);
  return password;
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

async function writePassword(path: string, password: string, account: Account | undefined): Promise<void> {
  await writeFile(path, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (account) chownSync(path, account.uid, account.gid);
}

/** What is under `<dataDir>/postgres`, or undefined where nothing was ever made. Throws StartError for what can't be used. */
export function findCluster(dataDir: string, account: Account | undefined): Cluster | undefined {
  const entry = join(dataDir, 'postgres');
  const named = `SCRIP_DATA=${dataDir}`;
  if (!lstatSync(entry, { throwIfNoEntry: false })) return undefined;
  if (!existsSync(entry)) throw new StartError(`${named}: postgres links to a directory that is gone; put it back or remove the link`);
  const home = realpathSync(entry);
  const versionFile = join(home, 'data', 'PG_VERSION');
  let major: string;
  try {
    major = readFileSync(versionFile, 'utf8').trim();
    readFileSync(join(home, 'password'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES')
      throw new StartError(`${named}: its database belongs to another user; start as that user or choose another directory`);
    throw new StartError(
      `${named}: its database is damaged (${code} at ${(error as NodeJS.ErrnoException).path}); restore it or choose another directory`,
    );
  }
  if (major !== MAJOR) {
    throw new StartError(
      `${named} holds a database of PostgreSQL ${major}, this server brings ${MAJOR}: move it with pg_dump, or choose another directory`,
    );
  }
  if (!account) return at(home, undefined);
  // Made by an ordinary user and now started by root: PostgreSQL must run as the one who owns the data.
  const owner = lstatSync(join(home, 'data'));
  return at(home, owner.uid === 0 ? account : { uid: owner.uid, gid: owner.gid });
}

function run(command: string, args: string[], cluster: Cluster, input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...cluster.account, cwd: cluster.home, env: { LC_ALL: 'C', TZ: 'UTC' }, stdio: 'pipe' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}: ${said}`))));
    child.stdin.end(input);
  });
}

function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** What interrupted starts left; one whose initdb still writes takes a few attempts. */
async function removeStaging(prefix: string): Promise<void> {
  const left = readdirSync(dirname(prefix)).filter((name) => name.startsWith(`${basename(prefix)}-`));
  for (const name of left) await rm(join(dirname(prefix), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/**
 * Makes an empty cluster with one database, in a directory aside that is renamed when it is whole: an interrupted first
 * start leaves nothing that the next one would trust. The caller holds the lock on `dataDir`.
 */
export async function createCluster(dataDir: string, native: string, account: Account | undefined, log: Log): Promise<Cluster> {
  const entry = join(dataDir, 'postgres');
  const local = !account || canReach(account, entry);
  const tag = randomBytes(4).toString('hex');
  let home = entry;
  let staging = `${entry}.new`;
  if (!local) {
    const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
    home = join(ROOT_SPARE, `${key}-${tag}`);
    staging = join(ROOT_SPARE, `${key}.new`);
    mkdirSync(ROOT_SPARE, { recursive: true, mode: 0o755 });
  }
  await removeStaging(staging);
  // Never the same twice: the initdb of a start that was killed may live on for a moment, and writes by path.
  staging = `${staging}-${tag}`;
  mkdirSync(staging, { mode: 0o700 });
  const made = at(staging, account);
  const passwordFile = join(staging, 'password');
  await writePassword(passwordFile, newPassword(), account);
  if (account) chownSync(staging, account.uid, account.gid);
  // The builtin C.UTF-8 sorts alike on every machine, so indexes survive an update of the system's libraries.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = [`--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await run(join(native, 'bin', 'initdb'), ['-D', made.data, ...login, ...locale, '--no-instructions'], made);
  await run(join(native, 'bin', 'postgres'), ['--single', '-D', made.data, 'postgres'], made, `CREATE DATABASE ${USER}\n`);
  await rename(staging, home);
  syncDirectory(dirname(home));
  if (!local) {
    await symlink(home, entry);
    syncDirectory(dataDir);
    log.info({ home }, 'PostgreSQL may not run as root and its account can not reach SCRIP_DATA: the database is kept here');
  }
  return at(home, account);
}
