import { type Procedure, procedure } from '@scrip/rpc';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { orderAuthority } from './authority.ts';
import * as params from './params.ts';

export const order = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.order',
    summary: 'Tells everything about an order and its deliveries.',
    params: { capabilities: params.capabilities, order_id: params.orderId },
    result: params.ORDER_WITH_DELIVERIES,
    resultDoc: `${params.ORDER_DOC} deliveries: newest first, at most 20; attempts is how often a script took it, note what a script said that could not hand it over.`,
    faults: [],
    authority: orderAuthority(vend, RIGHTS.party),
    async handler(_input, { order }) {
      const [[one], deliveries] = await Promise.all([params.shown(vend, [order]), vend.orders.deliveriesOf(order)]);
      if (!one) throw new Error('an order that is not shown');
      return {
        ...one,
        deliveries: deliveries.map(({ id, createdAt, state, attempts, note, finishedAt }) => ({
          delivery_id: id,
          time: createdAt,
          state,
          attempts,
          note,
          ...(finishedAt && { finished: finishedAt }),
        })),
      };
    },
  });
