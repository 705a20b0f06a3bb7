import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { unknownOutboxItem } from '../errors.ts';
import type { Outbox } from './outbox.ts';

const MAX_LIMIT = 1_000;

const ITEM = t.struct({
  id: t.string(),
  kind: t.string(),
  to: t.string(),
  subject: t.string(),
  body: t.string(),
  state: t.string(),
  attempts: t.int(),
  error: t.string(),
  time: t.dateTime(),
});

export const listOutbox = (outbox: Outbox): Procedure =>
  procedure({
    name: 'operator.listOutbox',
    summary: 'Lists what leaves the server, such as mail, oldest first.',
    notes: [
      'state is `queued`, `sending`, `sent` or `failed`. What is sent arrives at least once: where a server dies at the wrong moment it',
      'goes out again, with the same Message-ID, which is made of the id. Without SCRIP_MAIL mail stays queued. A failed attempt is',
      'made again after 30 seconds, then after pauses that double up to four hours; after 14, or a refusal for good, it is `failed`.',
      'The body of a mail with a link is listed until it is sent, and empty from then on. It is a key to what the link opens: operators',
      'without the scope `system` get an empty body for it.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      after: param(t.string({ max: 36 }), 'The id of the last item of the page before; empty for the first page.', ''),
      limit: param(t.int({ min: -1, max: MAX_LIMIT }), `How many to list; -1 for ${MAX_LIMIT}.`, 100),
    },
    result: t.array(ITEM),
    resultDoc:
      'Items: attempts since it was written or resent, why the last one failed (empty if it did not), and when it was written, in UTC.',
    faults: [unknownOutboxItem],
    authority: operatorAuthority('read'),
    async handler({ after, limit }, { scopes }) {
      const openLinks = scopes.includes('system');
      const items = await outbox.list(after, limit === -1 ? MAX_LIMIT : limit);
      return items.map(({ id, kind, to, subject, body, withLink, state, attempts, lastError, createdAt }) => ({
        id,
        kind,
        to,
        subject,
        body: withLink && !openLinks ? '' : body,
        state,
        attempts,
        error: lastError,
        time: createdAt,
      }));
    },
  });
