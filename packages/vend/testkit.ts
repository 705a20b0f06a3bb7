import { expect, vi } from 'vitest';
import type { World } from '../../test/testkit/world.ts';

export type Person = Awaited<ReturnType<World['person']>>;

const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Resolves when somebody waits for a lock in the world's database. */
export async function untilSomebodyWaits({ database }: World): Promise<void> {
  await vi.waitFor(async () => expect((await database.pool.query(WAITING)).rows).not.toEqual([]), { timeout: 15_000 });
}
