import { grantProcedure } from '@scrip/avatars';
import type { Procedure } from '@scrip/rpc';
import { MANAGE } from '../kinds.ts';
import type { Vend } from '../vend.ts';

export const grantManageCapability = (vend: Vend): Procedure =>
  grantProcedure(vend.avatars, {
    name: 'vend.grantManageCapability',
    kind: MANAGE,
    allows: 'to manage the collections, products and sales',
  });
