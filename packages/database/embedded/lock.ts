import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { identityOf, isAlive } from './processes.ts';

/** Locks that this very process holds: its own pid in a file says nothing about them after a kill and a recycled pid. */
const held = new Set<string>();

function isHeld(path: string, content: string): boolean {
  const [pidText = '', identity = ''] = content.split('\n');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return held.has(path);
  return isAlive(pid) && (identity === '' || identity === identityOf(pid));
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Makes this process the only one that works on the data directory, until the returned function is called or the process
 * ends in whatever way. Throws StartError while another one does.
 */
export function lockDirectory(dataDir: string): () => void {
  const path = join(dataDir, 'server.pid');
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, `${process.pid}\n${identityOf(process.pid)}\n`, { mode: 0o600 });
  try {
    // Bounded: each round either ends here or has removed what a dead process left.
    for (let round = 0; round < 10; round++) {
      try {
        // A link appears with its content or not at all, and only one process can make it.
        linkSync(mine, path);
        held.add(path);
        return () => {
          held.delete(path);
          rmSync(path, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const content = readIfThere(path);
      if (content === undefined) continue;
      if (isHeld(path, content)) break;
      removeStale(path, content);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const [pid] = (readIfThere(path) ?? '').split('\n');
  throw new StartError(
    `SCRIP_DATA=${dataDir} is in use by another server${pid ? ` (process ${pid})` : ''}; stop it or choose another directory`,
  );
}

/** Two starters may find the same dead lock; the slower one must not remove what the faster one has just made. */
function removeStale(path: string, expected: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    if (readFileSync(aside, 'utf8') !== expected) linkSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}
