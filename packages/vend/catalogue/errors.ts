import { defineFault } from '@scrip/rpc';

export const invalidName = defineFault({
  code: 'vend.invalid_name',
  fault: 1503,
  kind: 'refused',
  doc: 'A collection, product or category can not be called so; the text tells why.',
});
export const invalidPrice = defineFault({
  code: 'vend.invalid_price',
  fault: 1504,
  kind: 'refused',
  doc: 'The price is below zero, above what an account can hold, or no whole number of the smallest units of its currency.',
});
export const invalidShares = defineFault({
  code: 'vend.invalid_shares',
  fault: 1505,
  kind: 'refused',
  doc: 'A share is no percentage with at most two decimals, a partner is named twice, or the commission and the shares of the creator and the partners are more than 100 %.',
});
