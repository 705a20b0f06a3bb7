import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { outboxRefused } from '@scrip/ports';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { unknownRoomSite } from '../errors.ts';
import type { Rooms } from '../rooms.ts';
import { siteNameParam } from '../words.ts';

export const setRoomNotices = (rooms: Rooms): Procedure =>
  procedure({
    name: 'operator.setRoomNotices',
    summary: 'Sets where a room site is told of the status of performers.',
    notes: [
      'The outbox posts JSON there: `{function: "performerStatus", action, performerId, customers, time}`. action is `online` when the first customer',
      "of the site is in the performer's room, `offline` when the last one has left, and `change` when their number, customers, is another one: at",
      'most once in ten seconds. Each notice arrives at least once; the header X-Scrip-Notice is the same for all copies.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      name: siteNameParam,
      url: param(t.string({ max: 1_024 }), 'An http or https address without a user and a password; empty for no notices.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownRoomSite, outboxRefused],
    authority: operatorAuthority('system'),
    async handler({ name, url }) {
      await rooms.setNotices(name, url);
      return 1;
    },
  });
