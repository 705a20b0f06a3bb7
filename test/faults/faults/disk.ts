import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE_LANE, type Fault } from '../fault.ts';
import type { Postgres } from '../postgres.ts';

const FILLER = "CREATE TEMP TABLE filler AS SELECT repeat('x', 1000) FROM generate_series(1, 1000)";
const LOG_SWITCH = "SELECT pg_logical_emit_message(false, 'faults', 'full'), pg_switch_wal()";
const PAUSE_MS = 50;

/** Payments of a few seconds do not fill the segments that PostgreSQL has in store: ends them early, until it goes down. */
async function useUpLog(postgres: Postgres, patience_ms: number): Promise<boolean> {
  const end_ms = performance.now() + patience_ms;
  while (performance.now() < end_ms) {
    try {
      await postgres.ask(LOG_SWITCH);
    } catch {
      return true;
    }
    await sleep(PAUSE_MS);
  }
  return false;
}

/**
 * No room for another page: first statements fail, and when the log needs its next segment PostgreSQL gives up as a
 * whole, and can not start again before there is room.
 */
export const fullDisk: Fault = {
  name: 'full disk',
  targets: ["PostgreSQL's disk"],
  lane: DATABASE_LANE,
  duration_ms: [2_000, 5_000],
  share: 1,
  impossible: ({ postgres }) => postgres.noDisk,
  async strike({ postgres, nextPayment, measured }, _target, duration_ms) {
    const full = postgres.fillDisk(duration_ms);
    await sleep(duration_ms / 2);
    const refused = await postgres.ask(FILLER).then(
      () => 'nothing',
      (error: { code?: string }) => error.code,
    );
    const crashed = await useUpLog(postgres, duration_ms / 2);
    await full;
    const ms = await nextPayment();
    measured('recovery after a full disk', ms);
    return `statements failed with ${refused}; ${crashed ? 'PostgreSQL went down' : 'PostgreSQL stayed up'}; payments ${ms} ms after there was room again`;
  },
};
