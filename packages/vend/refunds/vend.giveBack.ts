import { POSTING_FAULTS, refundExceeded, retryable } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import type { Decimal, Uuid } from '@scrip/kernel';
import { type Procedure, procedure } from '@scrip/rpc';
import { orderAuthority } from '../orders/authority.ts';
import * as params from '../orders/params.ts';
import { requestId } from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { askedOf, refundedAmount } from './params.ts';
import { hashOf } from './requests.ts';
import { REFUNDED, shownAgain, shownRefund } from './shown.ts';

export const giveBack = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.giveBack',
    summary: 'Gives back what the caller got of a sale, or a part of it, to the buyer.',
    notes: [
      'For affiliates, partners, creators, members of a group that is one of these, and the merchant: each gives back of their own part, out of',
      'the account that it went to, never more than is left of it (bank.refund_exceeded). What is given back counts in vend.refundOrder, and the',
      'other way round. What store credit had brought becomes store credit again. Once all of an order is back it is refunded. Buyer and',
      'merchant are notified (kind `refund`). Without a request_id each call gives back again.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      order_id: params.orderId,
      amount: refundedAmount("the caller's part"),
      request_id: requestId,
    },
    result: REFUNDED,
    resultDoc: 'What was given back, and the transaction.',
    faults: [...POSTING_FAULTS, refundExceeded],
    authority: retryable(orderAuthority(vend, RIGHTS.giveBack), {
      hashOf: async (input: Input) => hashOf('vend.giveBack', input),
      find: (journal: Uuid) => vend.bank.deals.booked(journal),
    }),
    async handler(input, allowed) {
      const { amount, request_id: requestId } = input;
      if ('first' in allowed) return shownAgain(vend, input.order_id, allowed.first.id);
      const { order, principal } = allowed.access;
      const refunded = await vend.refunds.refund({
        principal: principal.akey,
        chain: chainOf(principal),
        requestId,
        requestHash: hashOf('vend.giveBack', input),
        order,
        amount: await askedOf(vend, order, amount),
        giver: principal.akey,
        comment: '',
      });
      return shownRefund(vend, order, refunded);
    },
  });

interface Input {
  readonly order_id: string;
  readonly amount: Decimal;
  readonly request_id: string;
}
