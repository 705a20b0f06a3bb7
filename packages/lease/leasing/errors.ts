import { defineFault } from '@scrip/rpc';

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
