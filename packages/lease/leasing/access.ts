import type { Uuid } from '@scrip/kernel';
import type { People } from '../estate/people/people.ts';
import type { Location } from '../model.ts';
import { accessDenied } from './errors.ts';

/** What a location says of an avatar that wants to rent there. */
export type Admission = Awaited<ReturnType<People['admission']>>;

/** Raises lease.access_denied. */
export function mustBeAdmitted(akey: Uuid, admission: Admission): void {
  if (admission === 'banned') mustNotBeBanned(akey);
  if (admission === 'not_listed') {
    throw accessDenied(`${akey} is neither in the group nor on the list of those who may rent at the location`);
  }
}

/** The first of these avatars that is banned: a lease may go on outside of the group and the list, but not past a ban. */
export async function findBanned(people: People, location: Location, akeys: readonly (Uuid | undefined)[]): Promise<Uuid | undefined> {
  for (const akey of new Set(akeys)) {
    if (akey !== undefined && (await people.admission(location, akey)) === 'banned') return akey;
  }
  return undefined;
}

/** `banned` as `findBanned` gives it. Raises lease.access_denied. */
export function mustNotBeBanned(banned: Uuid | undefined): void {
  if (banned !== undefined) throw accessDenied(`${banned} is banned at the location`);
}
