import { idParam, type Param, type Procedure, param, procedure, t } from '@scrip/rpc';
import { capabilities } from '../params.ts';
import type { Vend } from '../vend.ts';
import { deliveryAuthority } from './authority.ts';

const note: Param<string> = param(t.string({ max: 255 }), 'Why it could not be handed over, in words for the buyer.', '');

export const ackDelivery = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.ackDelivery',
    summary: "Tells whether a merchant's script has handed over what it pulled.",
    notes: [
      'With ok = 0 the order has failed, and its buyer and who was to get it are notified (kind `delivery_failed`); vend.redeliver tries again.',
      'Late and repeated answers are harmless: that it was handed over stays true whatever else is said, and of an order that was',
      'refunded meanwhile nothing changes any more.',
    ].join('\n'),
    params: {
      capabilities,
      delivery_id: idParam('The delivery, as vend.pullDeliveries gave it.'),
      ok: param(t.flag(), 'Whether it was handed over.', 1),
      note,
    },
    result: t.string(),
    resultDoc: 'The state of the order: delivered, failed, queued (another delivery waits) or refunded.',
    faults: [],
    authority: deliveryAuthority(vend),
    handler: ({ ok, note }, { order, delivery }) => vend.deliveries.acknowledge(order, delivery, ok === 1, note),
  });
