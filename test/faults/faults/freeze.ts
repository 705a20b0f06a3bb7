import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE_LANE, type Fault, numberOf } from '../fault.ts';

/** SIGSTOP of a server: its connections and its locks stay, and when it goes on it believes that no time has passed. */
export const freezeServer: Fault = {
  name: 'freeze server',
  targets: ['server 0', 'server 1'],
  lane: (target) => target,
  duration_ms: [1_000, 3_500],
  share: 3,
  async strike({ servers }, target, duration_ms) {
    await servers[numberOf(target)]?.freeze(duration_ms);
    return 'it went on';
  },
};

/**
 * SIGSTOP of a session of PostgreSQL, in the middle of a payment if there is one. The longer ones outlast the server's
 * patience: it gives the connection up, and what it had sent there (the COMMIT, even) is done afterwards all the same.
 */
export const freezeBackend: Fault = {
  name: 'freeze backend',
  targets: ['a backend of PostgreSQL'],
  lane: DATABASE_LANE,
  duration_ms: [500, 6_500],
  share: 3,
  async strike({ postgres }, _target, duration_ms) {
    const pid = await postgres.backend();
    process.kill(pid, 'SIGSTOP');
    await sleep(duration_ms);
    try {
      process.kill(pid, 'SIGCONT');
    } catch {
      return 'it was killed meanwhile';
    }
    return 'it went on';
  },
};
