import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { POSTING_FAULTS } from '../posting/faults.ts';
import { refundAccess } from './authority.ts';
import { refundExceeded } from './errors.ts';

export const refund = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.refund',
    summary: 'Pays back what an avatar or group was paid, all of it or a part, to the account that it came from.',
    notes: [
      'For payments, splits and posted holds. It is taken from the very account that was paid, and all refunds together are never',
      'more than was paid. Who was paid several times by one transaction gives a part back in proportion to what is left of each.',
      "What was handed over in-world can not be refunded. A capability's limits and its spending total are kept as for a payment.",
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar or group who was paid.'),
      transaction_id: params.transactionId,
      amount: params.refunded,
      comment: params.optionalComment,
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: 'The transaction id of the refund.',
    faults: [...POSTING_FAULTS, refundExceeded],
    authority: refundAccess(bank),
    handler: ({ comment, request_id }, { principal, chain, plan }) =>
      bank.refunds.refund({ plan, principal, chain, requestId: request_id, comment }),
  });
