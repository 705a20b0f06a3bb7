import type { Fault } from './fault.ts';
import { moveClock } from './faults/clock.ts';
import { deadlock, refusedCommits, serializationFailures } from './faults/conflicts.ts';
import { exhaustPools, refuseConnections, terminateSessions } from './faults/connections.ts';
import { cuts } from './faults/cut.ts';
import { fullDisk } from './faults/disk.ts';
import { freezeBackend, freezeServer } from './faults/freeze.ts';
import { killBackend, killPostgres, killServer } from './faults/kill.ts';

/** Everything that is done to a run. */
export const CATALOGUE: readonly Fault[] = [
  killServer,
  killPostgres,
  killBackend,
  freezeServer,
  freezeBackend,
  ...cuts,
  fullDisk,
  moveClock,
  terminateSessions,
  refuseConnections,
  exhaustPools,
  deadlock,
  serializationFailures,
  refusedCommits,
];
