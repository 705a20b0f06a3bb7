import { grantProcedure } from '@scrip/avatars';
import type { Procedure } from '@scrip/rpc';
import { READ } from '../kinds.ts';
import type { Vend } from '../vend.ts';

export const grantReadCapability = (vend: Vend): Procedure =>
  grantProcedure(vend.avatars, {
    name: 'vend.grantReadCapability',
    kind: READ,
    allows: 'to see the private collections',
  });
