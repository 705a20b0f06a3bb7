import { defineFault } from '@scrip/rpc';

export const notVacant = defineFault({
  code: 'lease.not_vacant',
  fault: 1420,
  kind: 'refused',
  doc: 'Somebody has the unit already. `lease.extend` buys more time for a lease.',
});
export const priceChanged = defineFault({
  code: 'lease.price_changed',
  fault: 1422,
  kind: 'refused',
  doc: 'It would cost more than max_amount; nothing was paid. `lease.quote` tells the price.',
});
