import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { inject } from 'vitest';
import { readConfig } from '../../apps/server/config.ts';
import { startServer } from '../../apps/server/server.ts';
import { TEMPLATE } from './cluster.ts';
import { asAdmin, type EmptyDatabase, emptyDatabase } from './database.ts';

const SEEDED = 'scrip_demo';
const MASTER_KEY = 'master.key';

/** A database with the demo world as a first start makes it; the master key that belongs to it goes into `dataDir`. */
export async function demoDatabase(dataDir: string): Promise<EmptyDatabase> {
  const seededDir = inject('demoDataDir');
  // One of the workers makes it, for all files of the run; the others wait.
  await asAdmin(async (admin) => {
    await admin.query("SELECT pg_advisory_lock(hashtextextended('demo world', 0))");
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [SEEDED]);
    if (rowCount === 1) return;
    const { url } = await emptyDatabase(TEMPLATE);
    await seed(url, seededDir);
    await admin.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${SEEDED}`);
  });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await copyFile(join(seededDir, MASTER_KEY), join(dataDir, MASTER_KEY));
  return emptyDatabase(SEEDED);
}

async function seed(url: string, dataDir: string): Promise<void> {
  const config = readConfig({ PORT: '0', SCRIP_DATA: dataDir, SCRIP_DEMO: '1', DATABASE_URL: url });
  const server = await startServer({ config, log: pino({ level: 'silent' }), version: '0.0.0-test' });
  await server.stop();
}
