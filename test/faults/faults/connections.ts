import { setTimeout as sleep } from 'node:timers/promises';
import { Caller } from '../caller.ts';
import { DATABASE_LANE, type Fault, type Scene } from '../fault.ts';
import { Session } from '../session.ts';

const ROUND_MS = 100;
/** More than a server's pool has. */
const READERS = 24;

/** PostgreSQL ends every session of the servers, again and again. */
export const terminateSessions: Fault = {
  name: 'terminate sessions',
  targets: ['every session'],
  lane: DATABASE_LANE,
  duration_ms: [200, 1_500],
  share: 2,
  async strike({ postgres }, _target, duration_ms) {
    let count = 0;
    for (let left_ms = duration_ms; left_ms > 0; left_ms -= ROUND_MS) {
      count += await postgres.endSessions();
      await sleep(ROUND_MS);
    }
    return `${count} sessions ended`;
  },
};

/** PostgreSQL has no connection left for the servers, then one for both. */
export const refuseConnections: Fault = {
  name: 'refuse connections',
  targets: ['every new connection'],
  lane: DATABASE_LANE,
  duration_ms: [1_000, 4_000],
  share: 1,
  async strike({ postgres }, _target, duration_ms) {
    for (const limit of [0, 1]) {
      await postgres.alterRole(`CONNECTION LIMIT ${limit}`);
      await postgres.endSessions();
      await sleep(duration_ms / 2);
    }
    await postgres.alterRole('CONNECTION LIMIT -1');
    return 'none, then one, then all of them again';
  },
};

/** Every connection of the servers' pools waits for a table that somebody else has locked. */
export const exhaustPools: Fault = {
  name: 'exhaust pools',
  targets: ['both pools'],
  lane: DATABASE_LANE,
  duration_ms: [1_000, 4_500],
  share: 1,
  async strike(scene, _target, duration_ms) {
    const session = await Session.open(scene.postgres.url);
    try {
      await session.query('BEGIN; LOCK TABLE account IN ACCESS EXCLUSIVE MODE');
      const readers = read(scene, duration_ms + 5_000);
      await sleep(duration_ms);
      await session.query('ROLLBACK');
      return `${(await readers).filter((answer) => answer.kind === 'result').length} of ${READERS * 2} reads came through`;
    } finally {
      session.close();
    }
  },
};

function read({ people, wires }: Scene, patience_ms: number) {
  const [somebody] = people;
  const callers = wires.client.flatMap((wire) => Array.from({ length: READERS }, () => new Caller(wire.port)));
  return Promise.all(
    callers.map(async (caller) => {
      const answer = await caller.call('json', 'bank.accountBalance', [[somebody?.login], somebody?.akey, 'working'], patience_ms);
      caller.close();
      return answer;
    }),
  );
}
