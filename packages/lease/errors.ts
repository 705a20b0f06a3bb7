import type { Uuid } from '@scrip/kernel';
import { defineFault, type Fault } from '@scrip/rpc';

export const unknownLocation = defineFault({
  code: 'lease.unknown_location',
  fault: 1400,
  kind: 'not_found',
  doc: 'The owner has no lease location of this name; `lease.locationNames` lists them.',
});
export const unknownUnit = defineFault({
  code: 'lease.unknown_unit',
  fault: 1401,
  kind: 'not_found',
  doc: 'The location has no unit of this name or number; `lease.unitNamesAtLocation` and `lease.offers` list them.',
});
export const locationExists = defineFault({
  code: 'lease.location_exists',
  fault: 1402,
  kind: 'conflict',
  doc: 'The owner has another location of this name; names that differ in case only are the same.',
});
export const unitExists = defineFault({
  code: 'lease.unit_exists',
  fault: 1403,
  kind: 'conflict',
  doc: 'The location has another unit of this name; names that differ in case only are the same.',
});
export const invalidName = defineFault({
  code: 'lease.invalid_name',
  fault: 1404,
  kind: 'refused',
  doc: 'A location, unit, region or model can not be called so: no commas, no `::`, no invisible characters; the text tells the rest.',
});
export const invalidTerms = defineFault({
  code: 'lease.invalid_terms',
  fault: 1405,
  kind: 'refused',
  doc: 'The settings of a location contradict each other, such as a minimum above the maximum; the text tells which.',
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
export const tooManyUnits = defineFault({
  code: 'lease.too_many_units',
  fault: 1410,
  kind: 'refused',
  doc: 'The location has as many units as one may have; the owner may create another location.',
});
export const accessListFull = defineFault({
  code: 'lease.access_list_full',
  fault: 1411,
  kind: 'refused',
  doc: 'So many avatars are banned or allowed at the location as can be; set those to `none` that are not needed. A group can allow more.',
});
export const tooManyManagers = defineFault({
  code: 'lease.too_many_managers',
  fault: 1412,
  kind: 'refused',
  doc: 'The location has as many managers as one may have; a manager group has no such bound.',
});

export function noSuchLocation(owner: Uuid, name: string): Fault {
  return unknownLocation(`${owner} has no location called ${JSON.stringify(name.slice(0, 63))}`);
}

export function noSuchUnit(location: { readonly name: string }, name: string): Fault {
  return unknownUnit(`${JSON.stringify(location.name)} has no unit called ${JSON.stringify(name.slice(0, 63))}`);
}
