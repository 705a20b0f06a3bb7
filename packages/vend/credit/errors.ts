import { defineFault } from '@scrip/rpc';

export const ownCredit = defineFault({
  code: 'vend.own_credit',
  fault: 1550,
  kind: 'refused',
  doc: 'A merchant has no credit at their own shop.',
});
