import { grantProcedure } from '@scrip/avatars';
import type { Procedure } from '@scrip/rpc';
import type { Lease } from '../lease.ts';

export const grantManageCapability = (lease: Lease): Procedure =>
  grantProcedure(lease.avatars, {
    name: 'lease.grantManageCapability',
    kind: 'lease.manage',
    allows: 'to see and change all lease locations and units, and to end leases,',
  });
