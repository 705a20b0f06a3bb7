import { defineFault } from '@scrip/rpc';

export const unknownStandingOrder = defineFault({
  code: 'bank.unknown_standing_order',
  fault: 1224,
  kind: 'not_found',
  doc: 'The avatar has no standing order of that id.',
});
export const tooManyStandingOrders = defineFault({
  code: 'bank.too_many_standing_orders',
  fault: 1232,
  kind: 'refused',
  doc: 'The avatar has as many active standing orders as one avatar may have; cancel one that is not needed any more.',
});
