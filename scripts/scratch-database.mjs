import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives `work` the address of a PostgreSQL that lives as long as it runs: its superuser, in an empty database. */
export async function withScratchDatabase(startEmbedded, work) {
  const parent = mkdtempSync(join(tmpdir(), 'scrip-scratch-'));
  // As root PostgreSQL runs under another account, which must be able to walk through.
  chmodSync(parent, 0o711);
  const dataDir = join(parent, 'data');
  const log = { info() {}, warn: console.warn, error: console.error };
  const embedded = await startEmbedded({ dataDir, log });
  try {
    return await work(embedded.superuserUrl);
  } finally {
    await embedded.stop();
    rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true });
    rmSync(parent, { recursive: true });
  }
}
