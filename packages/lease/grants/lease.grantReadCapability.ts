import { grantProcedure } from '@scrip/avatars';
import type { Procedure } from '@scrip/rpc';
import { READ } from '../kinds.ts';
import type { Lease } from '../lease.ts';

/** The document's "lease capability granting access to owner's locations". */
export const grantReadCapability = (lease: Lease): Procedure =>
  grantProcedure(lease.avatars, {
    name: 'lease.grantReadCapability',
    kind: READ,
    allows: 'to see all lease locations, units and their history',
  });
