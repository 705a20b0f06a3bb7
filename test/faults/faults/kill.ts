import { DATABASE_LANE, type Fault, numberOf } from '../fault.ts';

/** kill -9 of a server, which comes back on the same port. */
export const killServer: Fault = {
  name: 'kill server',
  targets: ['server 0', 'server 1'],
  lane: (target) => target,
  share: 10,
  kills: 'server',
  async strike({ servers, nextPayment, measured }, target) {
    const recovery = nextPayment(numberOf(target));
    await servers[numberOf(target)]?.kill();
    const ms = await recovery;
    measured('recovery after kill -9 of a server', ms);
    return `it paid again after ${ms} ms`;
  },
};

/** kill -9 of the postmaster, which takes every session with it. */
export const killPostgres: Fault = {
  name: 'kill PostgreSQL',
  targets: ['PostgreSQL'],
  lane: DATABASE_LANE,
  share: 6,
  kills: 'PostgreSQL',
  async strike({ postgres, nextPayment, measured }) {
    const begun_ms = performance.now();
    await postgres.kill();
    // Counted from when it answers: what an orphaned session did in its last moment is no recovery.
    await nextPayment();
    const ms = Math.round(performance.now() - begun_ms);
    measured('recovery after kill -9 of PostgreSQL', ms);
    return `payments again after ${ms} ms`;
  },
};

/** kill -9 of one session: PostgreSQL takes it for a crash and recovers as a whole. */
export const killBackend: Fault = {
  name: 'kill backend',
  targets: ['a backend of PostgreSQL'],
  lane: DATABASE_LANE,
  share: 5,
  kills: 'backend',
  async strike({ postgres, nextPayment, measured }) {
    const pid = await postgres.backend();
    const recovery = nextPayment();
    process.kill(pid, 'SIGKILL');
    const ms = await recovery;
    measured('recovery after kill -9 of a backend', ms);
    return `payments again after ${ms} ms`;
  },
};
