import pg from 'pg';
import { CONNECT_TIMEOUT_ms } from './pool.ts';
import { statement } from './statement/statement.ts';
import { int4 } from './statement/types.ts';

const BACKEND = statement({ text: 'SELECT pg_backend_pid() AS pid', row: { pid: int4 } });

/** The driver knows it from the login; its types leave it out. */
interface LoggedIn {
  readonly processID?: number | null;
}

/**
 * Whether a pooler gives the session behind this connection to others between transactions (pgbouncer's `pool_mode =
 * transaction`). Settings and prepared statements would get lost there, and turn up with others. A pooler shows by a
 * process that is not the one that the login told; then a second connection tells whether it meets the same one.
 */
export async function isShared(client: pg.PoolClient, url: string): Promise<boolean> {
  const own = await BACKEND.first(client);
  if (own?.pid === (client as pg.PoolClient & LoggedIn).processID) return false;
  const other = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_ms,
    query_timeout: CONNECT_TIMEOUT_ms,
  });
  other.on('error', () => {});
  try {
    await other.connect();
    return (await BACKEND.first(other))?.pid === own?.pid;
  } finally {
    await other.end();
  }
}
