import { isIP } from 'node:net';
import { invalidParams, type Procedure, param, procedure, publicAuthority, t } from '@scrip/rpc';
import { fullRooms, nicknameTaken, unknownPerformer, wrongRoomKey } from '../errors.ts';
import type { Rooms } from '../rooms.ts';
import { BY_KEY, creditsParam, customerIdParam, ipAddressParam, keyParam, performerIdParam } from '../words.ts';

/** Customer rooms, joinRoom. */
export const joinRoom = (rooms: Rooms): Procedure =>
  procedure({
    name: 'rooms.joinRoom',
    summary: "Lets a site's customer into a performer's room, or renews a stay.",
    notes: [
      'A nickname that is taken in the room gets a suffix such as `_0412`; both forms are understood later. A registered customer is the same one by',
      "customer_id, and a guest by nickname and address. credits is the site's claim: what this customer may tip at most, in all rooms of the site",
      'together where they are registered. Whoever gives no sign of life for SCRIP_ROOM_PURGE seconds is sent out.',
    ].join('\n'),
    params: {
      key: keyParam,
      performer_id: performerIdParam,
      nickname: param(t.string({ max: 255 }), 'What the customer wants to be called, 1 to 63 characters.'),
      ip_address: ipAddressParam,
      registered: param(t.flag(), 'Whether the site knows the customer by a number; then customer_id is needed.'),
      credits: creditsParam,
      customer_id: customerIdParam,
    },
    result: t.struct({ nickname: t.string() }),
    resultDoc: 'The nickname as the room shows it.',
    faults: [wrongRoomKey, unknownPerformer, nicknameTaken, fullRooms],
    authority: publicAuthority(BY_KEY),
    async handler({ key, performer_id, nickname, ip_address, registered, credits, customer_id }) {
      const site = await rooms.sites.of(key);
      if (registered === 1 && customer_id === 0) throw invalidParams('customer_id is missing; a registered customer has one from 1');
      const ipAddress = checkAddress(ip_address);
      const { akey } = await rooms.performer(performer_id);
      const customerId = registered === 1 ? customer_id : 0;
      const joining = { site: site.id, performer: performer_id, customerId, nickname, ipAddress, credits };
      return { nickname: await rooms.attendance.join(joining, akey) };
    },
  });

function checkAddress(text: string): string {
  if (isIP(text) > 0) return text.toLowerCase();
  throw invalidParams(`ip_address is ${JSON.stringify(text)}; an IPv4 or IPv6 address is needed`);
}
