import { defineFault } from '@scrip/rpc';

export const refundExceeded = defineFault({
  code: 'bank.refund_exceeded',
  fault: 1216,
  kind: 'refused',
  doc: 'All refunds of a payment together can not be more than was paid.',
});
export const notRefundable = defineFault({
  code: 'bank.not_refundable',
  fault: 1217,
  kind: 'refused',
  doc: 'Only payments can be refunded: no transfers between the accounts of one owner, no refunds, and no money from the mint.',
});
