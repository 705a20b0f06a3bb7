import { defineFault } from '@scrip/rpc';

export const locationExists = defineFault({
  code: 'lease.location_exists',
  fault: 1402,
  kind: 'conflict',
  doc: 'The owner has another location of this name; names that differ only in case, or in the width or font of letters, are the same.',
});
export const invalidTerms = defineFault({
  code: 'lease.invalid_terms',
  fault: 1405,
  kind: 'refused',
  doc: 'The settings of a location contradict each other, such as a minimum above the maximum; the text tells which.',
});
export const locationNotEmpty = defineFault({
  code: 'lease.location_not_empty',
  fault: 1408,
  kind: 'refused',
  doc: 'Units of the location are leased: it can not be removed before their leases have ended.',
});
export const tooManyLocations = defineFault({
  code: 'lease.too_many_locations',
  fault: 1409,
  kind: 'refused',
  doc: 'The owner has as many locations as one may have; remove one that is not needed any more.',
});
