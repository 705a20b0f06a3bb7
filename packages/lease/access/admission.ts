import { array, bool, keyOf, type Row } from '@scrip/database';
import type { AvatarKey } from '@scrip/kernel';
import { accessDenied } from './errors.ts';

const avatars = array(keyOf<AvatarKey>());

/** A Listed as statements read it. */
export const LISTED = { banned: avatars, allowed: avatars, isByList: bool };

/**
 * What a location's lists say of some avatars. `isByList`: whether anybody is on the allow list, and so nobody may rent here who
 * is neither on it nor in the tenant group.
 */
export type Listed = Readonly<Row<typeof LISTED>>;

/** What the lists of the location in `location` say of the avatars in `akeys`; both are SQL. */
export const listedColumns = (location: string, akeys: string) => `
  ARRAY(SELECT akey FROM lease_access WHERE location_id = ${location} AND akey = ANY(${akeys}) AND kind = 'ban') AS banned,
  ARRAY(SELECT akey FROM lease_access WHERE location_id = ${location} AND akey = ANY(${akeys}) AND kind = 'allow') AS allowed,
  EXISTS (SELECT FROM lease_access WHERE location_id = ${location} AND kind = 'allow') AS "isByList"`;

/** How an avatar stands to a location's tenant group; `open` where it has none. */
export type Membership = 'member' | 'stranger' | 'open';

/** What a location says of an avatar that wants to rent there. */
export type Admission = 'admitted' | 'banned' | 'not_listed';

/** A ban beats everything; with a tenant group, or anybody on the allow list, only its members and those on the list may rent. */
export function admissionOf({ banned, allowed, isByList }: Listed, akey: AvatarKey, membership: Membership): Admission {
  if (banned.includes(akey)) return 'banned';
  const isOpen = membership === 'open' && !isByList;
  return isOpen || membership === 'member' || allowed.includes(akey) ? 'admitted' : 'not_listed';
}

/** Raises lease.access_denied. */
export function mustBeAdmitted(akey: AvatarKey, admission: Admission): void {
  if (admission === 'banned') throw bannedHere(akey);
  if (admission === 'not_listed') {
    throw accessDenied(`${akey} is neither in the group nor on the list of those who may rent at the location`);
  }
}

/** A lease may go on outside of the group and the list, but not past a ban of any of those who were asked about. Raises lease.access_denied. */
export function mustNotBeBanned({ banned: [banned] }: Pick<Listed, 'banned'>): void {
  if (banned !== undefined) throw bannedHere(banned);
}

function bannedHere(akey: AvatarKey) {
  return accessDenied(`${akey} is banned at the location`);
}
