import { defineFault } from '@scrip/rpc';

export const banned = defineFault({
  code: 'vend.banned',
  fault: 1560,
  kind: 'refused',
  doc: 'The merchant has banned the avatar: nothing is sold to them, and no gift card is taken from them.',
});
export function bannedBy(merchant: string, akey: string) {
  return banned(`${merchant} has banned ${akey}`);
}
export const ownAccess = defineFault({
  code: 'vend.own_access',
  fault: 1561,
  kind: 'refused',
  doc: 'A merchant can not ban themselves or be a VIP of their own.',
});
export const accessFull = defineFault({
  code: 'vend.access_full',
  fault: 1562,
  kind: 'refused',
  doc: 'The merchant has banned, or made VIPs, as many avatars as one may; take somebody off the lists first (vend.listAccess).',
});
