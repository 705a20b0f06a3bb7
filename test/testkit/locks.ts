import type { Database } from '@scrip/database';
import { expect } from 'vitest';

/** The connections of a test's own database that wait for a lock; what the database does on its own is not among them. */
export const WAITING = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND wait_event_type = 'Lock'`;

/** Until at least so many connections wait for a lock that another one has. */
export async function waitingForLock({ pool }: Pick<Database, 'pool'>, count = 1): Promise<void> {
  // As long as a test may take: how soon a call comes to its lock is nobody's promise.
  await expect.poll(async () => (await pool.query(WAITING)).rowCount, { interval: 5, timeout: 15_000 }).toBeGreaterThanOrEqual(count);
}
