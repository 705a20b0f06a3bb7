import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

// A disk in memory that can be made to fit exactly what is on it, so that there is no room for another page.

const run = promisify(execFile);
/** No more than what is in use is ever taken from the machine. */
const DISK_BYTES = 8 * 2 ** 30;
const POLL_MS = 20;

/** Says why it could not, where it could not; then the directory is an ordinary one. */
export function mountDisk(path: string): string | undefined {
  mkdirSync(path, { mode: 0o711 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES},mode=0711`, 'scrip-faults', path], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `no disk of its own could be mounted: ${(error as Error).message.trim().split('\n').at(-1)}`;
  }
}

/** Keeps it full to the last page for so long, then gives it its room back. */
export async function keepFull(path: string, duration_ms: number): Promise<void> {
  const end_ms = performance.now() + duration_ms;
  try {
    while (performance.now() < end_ms) {
      const { blocks, bfree, bsize } = statfsSync(path);
      // Whatever was given back meanwhile is taken away again. It may grow between the look and the act.
      if (bfree > 0) await resize(path, (blocks - bfree) * bsize);
      await sleep(POLL_MS);
    }
  } finally {
    await resize(path, DISK_BYTES);
  }
}

async function resize(path: string, bytes: number): Promise<void> {
  try {
    await run('mount', ['-o', `remount,size=${bytes}`, path]);
  } catch (error) {
    // Refused where more is in use by now; the next attempt knows.
    if (bytes === DISK_BYTES) throw error;
  }
}

/** With what is beside it in `parent`. */
export function removeDisk(parent: string): void {
  try {
    execFileSync('umount', [join(parent, 'disk')], { stdio: 'pipe' });
  } catch {
    // Never mounted.
  }
  rmSync(parent, { recursive: true, force: true });
}
