import { grantProcedure } from '@scrip/avatars';
import type { Procedure } from '@scrip/rpc';
import type { Vend } from '../vend.ts';

export const grantManageCapability = (vend: Vend): Procedure =>
  grantProcedure(vend.avatars, {
    name: 'vend.grantManageCapability',
    kind: 'vend.manage',
    allows: 'to manage the collections, products and sales',
  });
