import { defineFault } from '@scrip/rpc';

export const unitExists = defineFault({
  code: 'lease.unit_exists',
  fault: 1403,
  kind: 'conflict',
  doc: 'The location has another unit of this name; names that differ only in case, or in the width or font of letters, are the same.',
});
export const rateTooHigh = defineFault({
  code: 'lease.rate_too_high',
  fault: 1406,
  kind: 'refused',
  doc: 'The price comes to more a week than the documented int can show, which is 2147483647.',
});
export const unitLeased = defineFault({
  code: 'lease.unit_leased',
  fault: 1407,
  kind: 'refused',
  doc: 'The unit is leased, and can not be removed before the lease has ended.',
});
export const tooManyUnits = defineFault({
  code: 'lease.too_many_units',
  fault: 1410,
  kind: 'refused',
  doc: 'The location has as many units as one may have; the owner may create another location.',
});
