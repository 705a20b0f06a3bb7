import { type Procedure, procedure, t } from '@scrip/rpc';
import { MAX_SHOWN } from '../deliveries/store.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { orderAuthority } from './authority.ts';
import * as params from './params.ts';
import { ORDER_DOC, ORDER_MEMBERS, shownOrder } from './shown.ts';

const DELIVERY = t.struct({
  delivery_id: t.string(),
  time: t.dateTime(),
  state: t.string(),
  attempts: t.int(),
  note: t.string(),
  finished: t.optional(t.dateTime()),
});

export const order = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.order',
    summary: 'Tells everything about an order and its deliveries.',
    params: { capabilities: params.capabilities, order_id: params.orderId },
    result: t.struct({ ...ORDER_MEMBERS, deliveries: t.array(DELIVERY) }),
    resultDoc: `${ORDER_DOC} deliveries: newest first, at most ${MAX_SHOWN}; attempts is how often a script took it, note what a script said that could not hand it over.`,
    isRepeatable: true,
    faults: [],
    authority: orderAuthority(vend, RIGHTS.party),
    async handler(_input, { order }) {
      const [shown, deliveries] = await Promise.all([shownOrder(vend, order), vend.deliveries.ofOrder(order)]);
      return {
        ...shown,
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
