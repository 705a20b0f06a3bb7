import type { Procedure } from '@scrip/rpc';
import type { Lease } from './lease.ts';

export function estateProcedures(lease: Lease): Procedure[] {
  const procedures: ((lease: Lease) => Procedure)[] = [];
  return procedures.map((make) => make(lease));
}
