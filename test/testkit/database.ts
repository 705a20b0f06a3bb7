import { randomBytes } from 'node:crypto';
import { type Database, type Log, openDatabase } from '@scrip/database';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE } from './cluster.ts';

export const silentLog: Log = { info() {}, warn() {}, error() {} };

async function asAdmin(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

/** The address of a fresh, empty database without tables, and how to remove it. */
export async function emptyDatabase(template = 'template0'): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const address = new URL(inject('adminUrl'));
  address.pathname = `/${name}`;
  return { url: address.href, drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** A migrated database of the caller's own: one for a test file is enough. `drop` closes and removes it. */
export async function testDatabase(poolSize = 8): Promise<Database & { drop(): Promise<void> }> {
  const { url, drop } = await emptyDatabase(TEMPLATE);
  const database = await openDatabase({ url, poolSize, log: silentLog });
  return {
    ...database,
    async drop() {
      await database.close();
      await drop();
    },
  };
}
