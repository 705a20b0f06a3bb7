import { defineFault } from '@scrip/rpc';

export const notBought = defineFault({
  code: 'vend.not_bought',
  fault: 1565,
  kind: 'refused',
  doc: 'Only who has bought the product, or was given it, may vote on it; what was refunded does not count.',
});
export const ownProduct = defineFault({
  code: 'vend.own_product',
  fault: 1566,
  kind: 'refused',
  doc: 'Neither the merchant nor the creator of a product may vote on it.',
});
