import { loginAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { unknownStandingOrder } from './errors.ts';

export const cancelStandingOrder = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.cancelStandingOrder',
    summary: 'Cancels a standing order of the avatar who is logged in.',
    notes: 'Once this is answered no payment of it follows. Cancelling one that is over changes nothing.',
    params: {
      capabilities: params.capabilities,
      id: param(t.string({ min: 1, max: 63 }), "The order's id."),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownStandingOrder],
    authority: loginAuthority,
    async handler({ id }, { akey }) {
      await bank.standingOrders.cancel(akey, id);
      return 1;
    },
  });
