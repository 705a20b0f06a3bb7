import type { Database, Queryable } from '@scrip/database';
import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';

/** The books may be long; the usual limits are for statements that somebody waits behind. A stopping server waits for one. */
const STATEMENT_TIMEOUT_ms = 60_000;

/**
 * Reads the books as they stood at one moment, however long it takes and without holding anybody up. No statement may
 * take longer than a minute.
 */
export async function snapshot<T>(database: Database, work: (books: Queryable) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  // A connection that breaks between two statements says so by an event, which would end the process if nobody listened.
  const ignore = () => {};
  client.on('error', ignore);
  let sound = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work(await patiently(client, STATEMENT_TIMEOUT_ms));
    await client.query('COMMIT');
    sound = true;
    return result;
  } finally {
    client.off('error', ignore);
    client.release(!sound);
  }
}

/** For statements inside of a transaction, each of which may take so long. */
export async function patiently(client: PoolClient, timeout_ms: number): Promise<Queryable> {
  await client.query(`SET LOCAL statement_timeout = ${timeout_ms}`);
  return {
    query<Row extends QueryResultRow>(query: QueryConfig) {
      // The driver has a limit of its own, past which it drops the connection; the database's comes first.
      const timed: QueryConfig & { query_timeout: number } = { ...query, query_timeout: timeout_ms + 2_000 };
      return client.query<Row>(timed);
    },
  };
}
