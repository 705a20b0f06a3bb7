import type { Uuid } from '@scrip/kernel';
import { accessDenied } from '../leasing/errors.ts';
import type { Admission, Listed } from './admission.ts';

/** Raises lease.access_denied. */
export function mustBeAdmitted(akey: Uuid, admission: Admission): void {
  if (admission === 'banned') throw bannedHere(akey);
  if (admission === 'not_listed') {
    throw accessDenied(`${akey} is neither in the group nor on the list of those who may rent at the location`);
  }
}

/** A lease may go on outside of the group and the list, but not past a ban of any of those who were asked about. Raises lease.access_denied. */
export function mustNotBeBanned({ banned: [banned] }: Pick<Listed, 'banned'>): void {
  if (banned !== undefined) throw bannedHere(banned);
}

function bannedHere(akey: Uuid) {
  return accessDenied(`${akey} is banned at the location`);
}
