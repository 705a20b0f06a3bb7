import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE_LANE, type Fault } from '../fault.ts';

const SHIFT = 'UPDATE clockwork.shift SET by = $1::interval';
const JUMPS = ['3 days', '-2 hours', '20 minutes', '-40 days'] as const;

/** The database's clock jumps, and jumps back. */
export const moveClock: Fault = {
  name: 'move clock',
  targets: JUMPS.map((jump) => `the database's clock by ${jump}`),
  lane: DATABASE_LANE,
  duration_ms: [500, 3_000],
  share: 2,
  async strike({ postgres }, target, duration_ms) {
    await postgres.insist(SHIFT, [JUMPS.find((jump) => target.endsWith(` ${jump}`))]);
    await sleep(duration_ms);
    await postgres.insist(SHIFT, ['0']);
    return 'and back';
  },
};
