import { type Procedure, param, procedure, retryOf, t } from '@scrip/rpc';
import { sellerAuthority } from '../orders/authority.ts';
import * as params from '../orders/params.ts';
import type { Vend } from '../vend.ts';

const DELIVERY = t.struct({
  delivery_id: t.string(),
  order_id: t.string(),
  prod_id: t.int(),
  product_name: t.string(),
  recipient_akey: t.string(),
  recipient_name: t.string(),
  attempts: t.int(),
});

export const pullDeliveries = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.pullDeliveries',
    summary: "Gives a merchant's scripts what they have to hand over, the longest waiting first.",
    notes: [
      'What one script got no other one gets for hold_secs; what is not acknowledged by then (vend.ackDelivery) is given out again, so that',
      'a script that dies loses nothing. A product may therefore be handed over twice where an acknowledgement was lost; attempts is 1 the',
      'first time. Over the relay the same request (nonce) gets the same ones.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      merchant: params.merchant,
      limit: param(t.int({ min: 1, max: 100 }), 'How many to take, at most 100.', 10),
      hold_secs: param(t.int({ min: 5, max: 3_600 }), 'Seconds in which they have to be acknowledged, from 5 to 3600.', 60),
      collection_name: params.collectionName,
    },
    result: t.array(DELIVERY),
    resultDoc: 'Deliveries; attempts is how often it was given out, this time included.',
    isRepeatable: 'under its nonce',
    faults: [],
    authority: sellerAuthority(vend),
    async handler({ limit, hold_secs }, { merchant, collectionId }, call) {
      const pulled = await vend.deliveries.pull(merchant, collectionId, limit, hold_secs, retryOf(call));
      const names = await vend.avatars.names(pulled.map(({ recipient }) => recipient));
      return pulled.map(({ id, orderId, productId, productName, recipient, attempts }) => ({
        delivery_id: id,
        order_id: orderId,
        prod_id: productId,
        product_name: productName,
        recipient_akey: recipient,
        recipient_name: names.get(recipient) ?? '',
        attempts,
      }));
    },
  });
