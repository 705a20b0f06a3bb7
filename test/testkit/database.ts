import { randomBytes } from 'node:crypto';
import { type Database, type Log, openDatabase } from '@scrip/database';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE } from './cluster.ts';

export const silentLog: Log = { info() {}, warn() {}, error() {} };

export interface EmptyDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** In the database `postgres` of the run's own PostgreSQL. */
export async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The address of a fresh, empty database without tables, or of a fresh copy of `template`, and how to remove it. */
export async function emptyDatabase(template = 'template0'): Promise<EmptyDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Copies files instead of writing each page to the log: half the work, and nothing here has to survive a crash.
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`));
  const address = new URL(inject('adminUrl'));
  address.pathname = `/${name}`;
  return {
    url: address.href,
    async drop() {
      await asAdmin((admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
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
