import { capabilitiesParam, loginAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, param, procedure, retryOf, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';

const NOTIFICATION = t.struct({
  id: t.string(),
  time: t.dateTime(),
  kind: t.string(),
  text: t.string(),
  reference: t.string(),
  read: t.boolean(),
});

export function notifications(avatars: Avatars): Procedure {
  return procedure({
    name: 'general.notifications',
    summary: 'Lists what the avatar who is logged in was notified of, newest first.',
    notes: [
      'With unread_only those listed are read from then on and no other call gets them this way: a device that polls gets each',
      'one once, and asks again with offset 0; over the relay the same request (nonce) gets the same ones. Without it nothing is changed, and everything is listed, read or not.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      offset: pageOffset(undefined, 1_000_000),
      limit: pageLimit(1_000, { least: 0 }),
      unread_only: param(t.flag(), 'Whether to list, and mark as read, only what was not read before.', 0),
      after: afterKey('id'),
    },
    result: t.array(NOTIFICATION),
    resultDoc:
      'Notifications: time in UTC; kind is for programs (`payment`), text for people; reference is what it is about, such as a transaction id; read is whether it was read before.',
    isRepeatable: 'under its nonce',
    faults: [],
    authority: loginAuthority,
    async handler({ unread_only, ...page }, { akey }, call) {
      const { notifications } = avatars;
      const rows =
        unread_only === 1
          ? await notifications.takeUnread(akey, pageOf(page), retryOf(call))
          : await notifications.list(akey, pageOf(page));
      return rows.map(({ id, createdAt, kind, text, reference, readAt }) => ({
        id,
        time: createdAt,
        kind,
        text,
        reference,
        read: readAt !== null,
      }));
    },
  });
}
