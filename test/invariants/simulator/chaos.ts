import type { Random } from '../../faults/random.ts';
import { SqlError } from './failure.ts';
import type { Network } from './pool.ts';
import type { Postgres } from './postgres.ts';
import type { Server } from './server.ts';
import type { Trouble } from './session.ts';

/** Which faults one history has, and how many of each. Most histories have only some: those show what hides behind others. */
export interface Chaos {
  readonly network: Network;
  readonly trouble: Trouble;
  readonly loss: number;
  /** Everything works from then on. */
  readonly until_ms: number;
  readonly serverKills: number;
  readonly crashes: number;
  readonly pauses: number;
  readonly clockTurns: number;
}

const WORDS = [
  ['40001', 'could not serialize access due to concurrent update'],
  ['40P01', 'deadlock detected'],
  ['53100', 'could not extend file: No space left on device'],
  ['57014', 'canceling statement due to statement timeout'],
  ['57P01', 'terminating connection due to administrator command'],
] as const;

export function chaosOf(random: Random, now_ms: () => number): Chaos {
  const some = (share: number, most: number) => (random.chance(share) ? random.next() * most : 0);
  const times = (share: number, most: number) => (random.chance(share) ? random.whole(1, most) : 0);
  const until_ms = random.whole(500, 6_000);
  const [breaking, failing, slow, stalling] = [some(0.5, 0.04), some(0.4, 0.03), some(0.5, 0.1), some(0.3, 0.02)];
  const [first, second] = [random.fork(), random.fork()];
  const isOn = () => now_ms() < until_ms;
  return {
    network: {
      delay_ms: () => 0.1 + first.next() * (isOn() && first.chance(slow) ? 60 : 0.6),
      breaks: () => isOn() && first.chance(breaking),
    },
    trouble: ({ does }) => {
      const delay_ms = does === 'COMMIT' ? 0.3 + second.next() * 4 : second.next() * 0.1;
      if (!isOn()) return { delay_ms };
      const [code, message] = second.pick(WORDS);
      if (second.chance(failing)) return { delay_ms, error: new SqlError(code, message) };
      return { delay_ms: second.chance(stalling) ? second.whole(50, 1_200) : delay_ms };
    },
    loss: some(0.5, 0.15),
    until_ms,
    serverKills: times(0.5, 4),
    crashes: times(0.35, 3),
    pauses: times(0.15, 1),
    clockTurns: times(0.4, 4),
  };
}

/** Plans what happens to processes and clocks. `restart` puts a new server in the place of one that was killed. */
export function unleash(chaos: Chaos, random: Random, database: Postgres, servers: Server[], restart: (at: number) => void): void {
  const { timeline } = database;
  const at = (count: number, act: () => void) => {
    for (let nth = 0; nth < count; nth++) timeline.after(random.next() * chaos.until_ms, act);
  };
  at(chaos.serverKills, () => {
    const victim = random.whole(0, servers.length - 1);
    if (!servers[victim]?.isUp) return;
    servers[victim].kill();
    timeline.after(random.whole(10, 800), () => restart(victim));
  });
  at(chaos.crashes, () => {
    if (!database.isUp) return;
    database.crash();
    timeline.after(random.whole(20, 1_500), () => database.start());
  });
  at(chaos.pauses, () => {
    database.pausedUntil_ms = timeline.now_ms + random.whole(1_000, 8_000);
    timeline.note('the database stands still');
  });
  at(chaos.clockTurns, () => database.turnClock(random.chance(0.5) ? -random.whole(1, 3_000) : random.whole(1, 5_000)));
}
