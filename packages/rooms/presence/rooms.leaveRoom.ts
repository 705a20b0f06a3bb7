import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';
import { absentCustomer, ambiguousNickname, wrongRoomKey } from '../errors.ts';
import type { Rooms } from '../rooms.ts';
import { BY_KEY, customerIdParam, keyParam, nicknameParam, performerIdParam } from '../words.ts';

/** Customer rooms, leaveRoom. */
export const leaveRoom = ({ attendance, sites }: Rooms): Procedure =>
  procedure({
    name: 'rooms.leaveRoom',
    summary: "Takes a site's customer out of a performer's room.",
    notes: 'With the last room that a registered customer leaves, what they could tip is gone.',
    params: { key: keyParam, performer_id: performerIdParam, nickname: nicknameParam, customer_id: customerIdParam },
    result: t.int(),
    resultDoc: '1.',
    faults: [wrongRoomKey, absentCustomer, ambiguousNickname],
    authority: publicAuthority(BY_KEY),
    async handler({ key, performer_id, nickname, customer_id }) {
      const { id } = await sites.of(key);
      await attendance.leave({ site: id, performer: performer_id, customerId: customer_id, nickname });
      return 1;
    },
  });
