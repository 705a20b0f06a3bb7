import { keyOrNameParam } from '@scrip/avatars';
import { capabilitiesParam } from '@scrip/capability';
import { nameKey } from '@scrip/kernel';
import { afterText, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import { performerAuthority } from '../rights.ts';
import type { Rooms } from '../rooms.ts';

const CUSTOMER = t.struct({
  nickname: t.string(),
  customer_id: t.int(),
  registered: t.boolean(),
  credits: t.int(),
  since: t.dateTime(),
});

export const list = ({ attendance, avatars }: Rooms): Procedure =>
  procedure({
    name: 'rooms.list',
    summary: 'Lists who is in the room of the performer who is logged in, in the order of their nicknames.',
    params: {
      capabilities: capabilitiesParam,
      performer: keyOrNameParam('Key or name of the performer. Empty: the caller.', ''),
      after: afterText('nickname'),
      limit: pageLimit(1_000, { usual: 1_000 }),
    },
    result: t.array(CUSTOMER),
    resultDoc:
      'Customers: customer_id is 0 for guests, credits is what they can still tip by the word of their site, since is when they came, in UTC.',
    isRepeatable: true,
    faults: [],
    authority: performerAuthority(avatars),
    async handler({ after, limit }, { performer }) {
      const listed = await attendance.list(performer, pageOf({ after: nameKey(after), limit }));
      return listed.map(({ nickname, customerId, credits, since }) => ({
        nickname,
        customer_id: customerId ?? 0,
        registered: customerId !== null,
        credits: Number(credits ?? 0),
        since,
      }));
    },
  });
