import { type Procedure, param, procedure, publicAuthority, t } from '@scrip/rpc';
import { absentCustomer, wrongRoomKey } from '../errors.ts';
import type { Rooms } from '../rooms.ts';
import { BY_KEY, creditsParam, keyParam } from '../words.ts';

/** Customer rooms, updateCredits. */
export const updateCredits = (rooms: Rooms): Procedure =>
  procedure({
    name: 'rooms.updateCredits',
    summary: 'Says anew what a registered customer of the site can spend, in all rooms together.',
    notes: 'It replaces what counted before, tips included. It is a sign of life in all rooms.',
    params: {
      key: keyParam,
      customer_id: param(t.int({ min: 1 }), "The site's own number of a customer who is in a room."),
      credits: creditsParam,
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [wrongRoomKey, absentCustomer],
    authority: publicAuthority(BY_KEY),
    async handler({ key, customer_id, credits }) {
      await rooms.updateCredits(await rooms.sites.of(key), customer_id, credits);
      return 1;
    },
  });
