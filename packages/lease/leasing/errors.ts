import { defineFault } from '@scrip/rpc';

export const notVacant = defineFault({
  code: 'lease.not_vacant',
  fault: 1420,
  kind: 'refused',
  doc: 'Somebody has the unit already. `lease.extend` buys more time for a lease.',
});
export const accessDenied = defineFault({
  code: 'lease.access_denied',
  fault: 1421,
  kind: 'refused',
  doc: 'The avatar may not rent at the location: it is banned there, or neither in its group nor on its list, or it owns the location.',
});
export const priceChanged = defineFault({
  code: 'lease.price_changed',
  fault: 1422,
  kind: 'refused',
  doc: 'It would cost more than max_amount; nothing was paid. `lease.quote` tells the price.',
});
export const termTooShort = defineFault({
  code: 'lease.term_too_short',
  fault: 1423,
  kind: 'refused',
  doc: 'The location sells no less than its minimum term at once.',
});
export const termTooLong = defineFault({
  code: 'lease.term_too_long',
  fault: 1424,
  kind: 'refused',
  doc: 'The lease would be paid further ahead than the location allows.',
});
export const notLeased = defineFault({
  code: 'lease.not_leased',
  fault: 1425,
  kind: 'refused',
  doc: 'Nobody has the unit: it is vacant, or its lease has expired.',
});
export const leaseChanged = defineFault({
  code: 'lease.lease_changed',
  fault: 1426,
  kind: 'conflict',
  doc: 'The lease ended or changed hands, or the unit changed, while the call was on its way; nothing was done. Ask again.',
});
export const noFreeExtension = defineFault({
  code: 'lease.no_free_extension',
  fault: 1427,
  kind: 'refused',
  doc: 'The lease has had its one free extension, or the location gives none.',
});
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
