import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { ROOT } from '../testkit/build.ts';

export interface Printed {
  readonly url: string;
  /** What the console said beside it. */
  readonly said: string;
}

/** What `node scripts/studio.mjs --print-url` prints for a database. */
export async function printUrl(url: string): Promise<Printed> {
  const script = join(ROOT, 'scripts/studio.mjs');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, '--print-url'], {
    env: { ...process.env, DATABASE_URL: url },
  });
  return { url: stdout.trim(), said: stderr };
}

/** Connects as Studio does. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** The message with which a statement is refused. */
export function refusal(client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<string> {
  return client.query(sql, [...values]).then(
    () => `done: ${sql}`,
    (error: Error) => error.message,
  );
}
