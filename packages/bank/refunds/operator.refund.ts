import { operatorAuthority, operatorChain } from '@scrip/capability';
import { NIL_UUID } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { POSTING_FAULTS } from '../posting/faults.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import { notRefundable, refundExceeded } from './errors.ts';

export const operatorRefund = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.refund',
    summary: 'Takes a payment back from everybody who was paid by it, all of it or a part, and returns it to the payer.',
    notes:
      'As bank.refund, for all who were paid together: each gives in proportion to what they have left of it. All of it is moved, or nothing.',
    params: {
      capabilities: params.capabilities,
      transaction_id: params.transactionId,
      amount: params.refunded,
      comment: params.optionalComment,
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: 'The transaction id of the refund.',
    faults: [...POSTING_FAULTS, refundExceeded, unknownTransaction, notRefundable],
    authority: operatorAuthority('money'),
    async handler({ transaction_id, amount, comment, request_id }, by) {
      const plan = await bank.refunds.plan(transaction_id, undefined, amount);
      return bank.refunds.refund({ plan, principal: NIL_UUID, chain: operatorChain(by), requestId: request_id, comment });
    },
  });
