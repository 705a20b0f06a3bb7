import { defineFault } from '@scrip/rpc';

export const wrongRoomKey = defineFault({
  code: 'rooms.wrong_key',
  fault: 1650,
  kind: 'unauthenticated',
  doc: 'The key is that of no room site, or was replaced by another one. The operator gives out keys: `operator.addRoomSite`.',
});
export const absentCustomer = defineFault({
  code: 'rooms.absent',
  fault: 1651,
  kind: 'not_found',
  doc: 'The customer is not in the room, or in no room of the site. They left or were silent for too long; have them join again.',
});
export const ambiguousNickname = defineFault({
  code: 'rooms.ambiguous_nickname',
  fault: 1652,
  kind: 'conflict',
  doc: 'Several customers of the site joined the room under this nickname. Use the one that joinRoom answered, or the customer id.',
});
export const unknownPerformer = defineFault({
  code: 'rooms.unknown_performer',
  fault: 1653,
  kind: 'not_found',
  doc: 'No avatar has this number. `general.getAvatarUserId` tells the number of a performer.',
});
export const aboveCeiling = defineFault({
  code: 'rooms.above_ceiling',
  fault: 1654,
  kind: 'refused',
  doc: 'The tip is more than the credits that the site has named for this customer, less what they have tipped since.',
});
export const fullRooms = defineFault({
  code: 'rooms.too_many_customers',
  fault: 1655,
  kind: 'refused',
  doc: 'The site has as many customers in rooms as one site may have; one has to leave first.',
});
export const nicknameTaken = defineFault({
  code: 'rooms.nickname_taken',
  fault: 1656,
  kind: 'conflict',
  doc: 'Nearly all forms of this nickname are taken in the room; join under another one.',
});
export const roomSiteTaken = defineFault({
  code: 'rooms.site_taken',
  fault: 1657,
  kind: 'conflict',
  doc: 'A room site of this name is there already. `operator.rotateRoomSite` gives it another key.',
});
export const unknownRoomSite = defineFault({
  code: 'rooms.unknown_site',
  fault: 1658,
  kind: 'not_found',
  doc: 'There is no room site of this name; `operator.listRoomSites` lists them.',
});
export const payerDisabled = defineFault({
  code: 'rooms.payer_disabled',
  fault: 1659,
  kind: 'refused',
  doc: "The avatar who pays this site's tips is disabled: nothing is paid on its behalf until the operator enables it again.",
});
