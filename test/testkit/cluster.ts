import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Log, migrate, startEmbedded } from '@scrip/database';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the run's own PostgreSQL: its superuser, in the database `postgres`. */
    adminUrl: string;
    /** For SCRIP_DATA of the server that seeds the demo world of the run, if any file wants it. */
    demoDataDir: string;
  }
}

export const TEMPLATE = 'scrip_template';

const log: Log = {
  info() {},
  warn: (fields, message) => console.warn(message, fields),
  error: (fields, message) => console.error(message, fields),
};

/** One PostgreSQL for the whole run, with a migrated database that test files get copies of. Returns how to remove it. */
export async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), 'scrip-test-'));
  // As root PostgreSQL runs under another account, which must be able to walk through.
  chmodSync(parent, 0o711);
  const dataDir = join(parent, 'data');
  const embedded = await startEmbedded({ dataDir, log });
  const address = new URL(embedded.superuserUrl);
  address.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: address.href });
  await admin.connect();
  // Nothing here outlives the run, so nothing needs to survive a power cut.
  await admin.query('ALTER SYSTEM SET fsync = off');
  await admin.query('ALTER SYSTEM SET full_page_writes = off');
  await admin.query('SELECT pg_reload_conf()');
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  const template = new URL(address);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href, log);
  await admin.query(`ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  await admin.end();
  project.provide('adminUrl', address.href);
  project.provide('demoDataDir', join(parent, 'demo'));
  return async () => {
    await embedded.stop();
    // The temporary directory itself may be closed to that account; then the cluster stands elsewhere.
    rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true });
    rmSync(parent, { recursive: true, force: true });
  };
}
