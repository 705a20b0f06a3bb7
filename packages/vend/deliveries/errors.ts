import { defineFault } from '@scrip/rpc';

export const unknownDelivery = defineFault({
  code: 'vend.unknown_delivery',
  fault: 1535,
  kind: 'not_found',
  doc: "There is no delivery of this id that is the caller's to make; `vend.pullDeliveries` gives those that wait.",
});
export const orderRefunded = defineFault({
  code: 'vend.order_refunded',
  fault: 1536,
  kind: 'refused',
  doc: 'The order was refunded; nothing of it is delivered any more.',
});
