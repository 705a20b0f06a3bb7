import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { isWriteConflict } from './failures.ts';

const ATTEMPTS = 6;
const FIRST_PAUSE_ms = 4;

/**
 * Runs `work` again while it fails on a write conflict, at most six times in all. The pauses double and are random, so
 * that the rivals do not meet again; together they stay below 130 ms.
 */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isWriteConflict(error)) throw error;
      await sleep(Math.random() * FIRST_PAUSE_ms * 2 ** attempt);
    }
  }
}

/**
 * One transaction (read committed) on the raw pool. `work` may run several times, so it must leave nothing behind but
 * its writes; it must await all of its queries. Its own error comes back after ROLLBACK.
 */
export function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return retryConflicts(() => once(pool, work));
}

async function once<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two queries emits an event, which would end the process if nobody listened.
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  let known = false;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    known = true;
    // PostgreSQL answers COMMIT with ROLLBACK when a statement had failed and `work` swallowed its error.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back: one of its statements had failed');
    return result;
  } catch (error) {
    if (!known && !broken) {
      known = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
    }
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken ?? !known);
  }
}
