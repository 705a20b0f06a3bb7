import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';
import { absentCustomer, ambiguousNickname, fullRooms, nicknameTaken, unknownPerformer, wrongRoomKey } from '../errors.ts';
import type { Rooms } from '../rooms.ts';
import { BY_KEY, customerIdParam, keyParam, nicknameParam, performerIdParam } from '../words.ts';

/** Customer rooms, pingRoom. */
export const pingRoom = (rooms: Rooms): Procedure =>
  procedure({
    name: 'rooms.pingRoom',
    summary: "Tells that a site's customer is still in a performer's room; due every ten seconds.",
    notes:
      'Within SCRIP_ROOM_PURGE seconds after a start of the server, a customer who is not known joins again, as a guest or by customer_id, without credits.',
    params: { key: keyParam, performer_id: performerIdParam, nickname: nicknameParam, customer_id: customerIdParam },
    result: t.int(),
    resultDoc: '1.',
    faults: [wrongRoomKey, absentCustomer, ambiguousNickname, unknownPerformer, nicknameTaken, fullRooms],
    authority: publicAuthority(BY_KEY),
    async handler({ key, performer_id, nickname, customer_id }) {
      const { id } = await rooms.sites.of(key);
      const named = { site: id, performer: performer_id, customerId: customer_id, nickname };
      await rooms.attendance.ping(named, async () => (await rooms.performer(performer_id)).akey);
      return 1;
    },
  });
