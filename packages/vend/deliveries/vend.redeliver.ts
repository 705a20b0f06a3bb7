import { type Procedure, procedure, t } from '@scrip/rpc';
import { orderAuthority } from '../orders/authority.ts';
import * as params from '../orders/params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { orderRefunded } from './errors.ts';

export const redeliver = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.redeliver',
    summary: 'Queues one more delivery of an order.',
    notes:
      'As often as one likes, but one at a time: while a delivery waits, it is the one that is returned. A delivered order stays delivered.',
    params: { capabilities: params.capabilities, order_id: params.orderId },
    result: t.struct({ delivery_id: t.string(), state: t.string() }),
    resultDoc: 'The delivery that waits, and the state of the order: queued, or delivered where it was before.',
    faults: [orderRefunded],
    authority: orderAuthority(vend, RIGHTS.party),
    async handler(_input, { order }) {
      const { deliveryId, state } = await vend.deliveries.redeliver(order);
      return { delivery_id: deliveryId, state };
    },
  });
