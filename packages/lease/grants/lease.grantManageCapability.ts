import { grantProcedure } from '@scrip/avatars';
import type { Procedure } from '@scrip/rpc';
import { MANAGE } from '../kinds.ts';
import type { Lease } from '../lease.ts';

export const grantManageCapability = (lease: Lease): Procedure =>
  grantProcedure(lease.avatars, {
    name: 'lease.grantManageCapability',
    kind: MANAGE,
    allows: 'to see and change all lease locations and units, and to end leases,',
  });
