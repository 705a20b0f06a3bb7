import type { Procedure } from '@scrip/rpc';
import { estateProcedures } from './estate-procedures.ts';
import type { Lease } from './lease.ts';
import { leasingProcedures } from './leasing-procedures.ts';

export { createLease, type Lease } from './lease.ts';

/** Everything about spaces for rent that callers can ask for. */
export function leaseProcedures(lease: Lease): Procedure[] {
  return [...estateProcedures(lease), ...leasingProcedures(lease)];
}
