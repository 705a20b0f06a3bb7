import { defineFault } from '@scrip/rpc';

export const refundNotFunded = defineFault({
  code: 'lease.refund_not_funded',
  fault: 1428,
  kind: 'refused',
  doc: "The owner's `working` account can not pay the refund now; nothing was ended. A lessee may end the lease without one (refund 0).",
});
export const refundDue = defineFault({
  code: 'lease.refund_due',
  fault: 1429,
  kind: 'refused',
  doc: 'Only the lessee may give up the refund; who ends a lease for its owner pays back what is unused.',
});
