import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { linkGone, unknownOutboxItem } from '../errors.ts';
import type { Outbox } from './outbox.ts';

export const resend = (outbox: Outbox): Procedure =>
  procedure({
    name: 'operator.resend',
    summary: 'Sends an item of the outbox anew, at once and with all of its attempts.',
    notes: 'Whether it failed, waits or was sent; one that is being sent right now stays as it is. A copy has the Message-ID of the first.',
    params: { capabilities: capabilitiesParam, id: param(t.string({ max: 36 }), 'The id that operator.listOutbox gives.') },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownOutboxItem, linkGone],
    authority: operatorAuthority('system'),
    async handler({ id }) {
      await outbox.resend(id);
      return 1;
    },
  });
