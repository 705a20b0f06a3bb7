import { defineFault } from '@scrip/rpc';

export const refundNotFunded = defineFault({
  code: 'lease.refund_not_funded',
  fault: 1428,
  kind: 'refused',
  doc: 'Somebody does not have what they would give back of the rent; nothing was ended. The text names each and what is missing. The owner may pay that (cover 1), and a lessee may end the lease without a refund (refund 0).',
});
export const refundDue = defineFault({
  code: 'lease.refund_due',
  fault: 1429,
  kind: 'refused',
  doc: 'Only the lessee may give up the refund; who ends a lease for its owner pays back what is unused.',
});
