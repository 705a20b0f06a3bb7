import type { Uuid } from '@scrip/kernel';

/** What a location's lists say of some avatars. */
export interface Listed {
  readonly banned: readonly Uuid[];
  readonly allowed: readonly Uuid[];
  /** Whether anybody is on the allow list, and so nobody may rent here who is neither on it nor in the tenant group. */
  readonly isByList: boolean;
}

/** How an avatar stands to a location's tenant group; `open` where it has none. */
export type Membership = 'member' | 'stranger' | 'open';

/** What a location says of an avatar that wants to rent there. */
export type Admission = 'admitted' | 'banned' | 'not_listed';

/** A ban beats everything; with a tenant group, or anybody on the allow list, only its members and those on the list may rent. */
export function admissionOf({ banned, allowed, isByList }: Listed, akey: Uuid, membership: Membership): Admission {
  if (banned.includes(akey)) return 'banned';
  const isOpen = membership === 'open' && !isByList;
  return isOpen || membership === 'member' || allowed.includes(akey) ? 'admitted' : 'not_listed';
}
