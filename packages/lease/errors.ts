import type { AvatarKey } from '@scrip/kernel';
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
export const invalidName = defineFault({
  code: 'lease.invalid_name',
  fault: 1404,
  kind: 'refused',
  doc: 'A location, unit, region or model can not be called so: no commas, no `::`, no invisible characters; the text tells the rest.',
});

export function noSuchLocation(owner: AvatarKey, name: string): Fault {
  return unknownLocation(`${owner} has no location called ${JSON.stringify(name.slice(0, 63))}`);
}

export function noSuchUnit(location: { readonly name: string }, name: string): Fault {
  return unknownUnit(`${JSON.stringify(location.name)} has no unit called ${JSON.stringify(name.slice(0, 63))}`);
}
