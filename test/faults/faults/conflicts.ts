import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE_LANE, type Fault } from '../fault.ts';
import type { Postgres } from '../postgres.ts';
import { Session } from '../session.ts';

const HELD_MS = 150;

/** PostgreSQL's own count, which comes a moment late. */
async function counted(postgres: Postgres, what: 'deadlocks' | 'xact_rollback'): Promise<number> {
  await sleep(HELD_MS);
  const sql = `SELECT ${what}::int AS count FROM pg_stat_database WHERE datname = current_database()`;
  return (await postgres.insist<{ count: number }>(sql))[0]?.count ?? 0;
}

/** Somebody takes the rows that payments take, in the opposite order; PostgreSQL ends one of the two, which is ours. */
export const deadlock: Fault = {
  name: 'deadlock',
  targets: ['the account rows'],
  lane: DATABASE_LANE,
  duration_ms: [1_500, 3_000],
  share: 2,
  async strike({ postgres }, _target, duration_ms) {
    const before = await counted(postgres, 'deadlocks');
    const session = await Session.open(postgres.url);
    try {
      // Whoever waits this long without luck looks for the knot and is the one to give way: not this session.
      await session.query("SET deadlock_timeout = '15s'");
      const end_ms = performance.now() + duration_ms;
      while (performance.now() < end_ms) {
        await session.query('BEGIN');
        await session.query('SELECT FROM account WHERE id = (SELECT max(id::text)::uuid FROM account) FOR UPDATE');
        await sleep(HELD_MS);
        await session.query('SELECT FROM account ORDER BY id DESC FOR UPDATE');
        await sleep(HELD_MS);
        await session.query('ROLLBACK');
        await sleep(HELD_MS);
      }
    } finally {
      session.close();
    }
    return `${(await counted(postgres, 'deadlocks')) - before} deadlocks`;
  },
};

/** Sessions run at REPEATABLE READ: whoever meets a row that another payment changed gets a real serialization failure. */
export const serializationFailures: Fault = {
  name: 'serialization failures',
  targets: ['every transaction'],
  lane: DATABASE_LANE,
  duration_ms: [1_000, 3_000],
  share: 1,
  async strike({ postgres }, _target, duration_ms) {
    const before = await counted(postgres, 'xact_rollback');
    await postgres.alterRole("SET default_transaction_isolation = 'repeatable read'");
    await postgres.endSessions();
    await sleep(duration_ms);
    await postgres.alterRole('RESET default_transaction_isolation');
    await postgres.endSessions();
    return `${(await counted(postgres, 'xact_rollback')) - before} transactions rolled back`;
  },
};

const REFUSE_COMMITS = `
  CREATE OR REPLACE FUNCTION clockwork.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF random() < 0.05 THEN
      RAISE EXCEPTION 'injected' USING ERRCODE = (ARRAY['40001', '40P01'])[1 + floor(random() * 2)::int];
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON public.journal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION clockwork.refuse()`;

/** Everything of a payment is written, and then COMMIT itself fails. */
export const refusedCommits: Fault = {
  name: 'refused commits',
  targets: ['one journal in twenty'],
  lane: DATABASE_LANE,
  duration_ms: [1_000, 3_000],
  share: 1,
  async strike({ postgres }, _target, duration_ms) {
    const before = await counted(postgres, 'xact_rollback');
    await postgres.insist(REFUSE_COMMITS);
    await sleep(duration_ms);
    await postgres.insist('DROP TRIGGER IF EXISTS refuse ON public.journal');
    return `${(await counted(postgres, 'xact_rollback')) - before} transactions rolled back`;
  },
};
