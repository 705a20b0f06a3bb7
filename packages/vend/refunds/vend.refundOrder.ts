import { POSTING_FAULTS, refundExceeded, retryable } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import type { Decimal, Uuid } from '@scrip/kernel';
import { commentParam, type Procedure, param, procedure, t } from '@scrip/rpc';
import { orderAuthority } from '../orders/authority.ts';
import * as params from '../orders/params.ts';
import { requestId } from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { askedOf, refundedAmount } from './params.ts';
import { hashOf } from './requests.ts';
import { REFUNDED, shownAgain, shownRefund } from './shown.ts';

export const refundOrder = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.refundOrder',
    summary: 'Takes an order back, whole or in parts: each who got something of the sale gives back their part of it.',
    notes: [
      'Merchant, affiliate, partners and creator give back in proportion to what is left of what each got, without being asked, from the',
      'account that it went to (another one in its currency, if that is closed). What stayed with the buyer as their own share is not given',
      'back. The money goes to the account that the buyer paid from (`working`, if that is closed); store credit becomes credit again. If anybody',
      'is short nothing moves, and bank.insufficient_funds names who and what is missing; vend.refundPreview tells it before. With cover the',
      'merchant pays what the others are short of, also what they were handed over in-world; that is for the merchant alone to choose. Once all',
      'is back the order is refunded: what of it waits to be delivered is not delivered any more, and the piece is for sale again. The buyer,',
      'and who gave something back, are notified (kind `refund`). Taking all of an order back that was refunded before changes nothing and gets the answer of its last refund,',
      'so that a retry is safe; of a part it is under a request_id.',
      'An officer or the holder of a grant does not refund what they have bought themselves, nor an officer what others than the merchant had',
      'a share in: auth.forbidden.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      order_id: params.orderId,
      comment: commentParam('For the buyer, and in the histories; there it is cut at 64 characters.', ''),
      amount: refundedAmount('the order'),
      cover: param(t.flag(), "1: the merchant pays what the others are short of; takes the merchant's own login.", 0),
      request_id: requestId,
    },
    result: REFUNDED,
    resultDoc: 'What was paid back, and the transaction; its id is empty where the order had cost nothing.',
    faults: [...POSTING_FAULTS, refundExceeded],
    authority: retryable(orderAuthority(vend, RIGHTS.refundOrder), {
      hashOf: async (input: Input) => hashOf('vend.refundOrder', input),
      find: (journal: Uuid) => vend.bank.deals.booked(journal),
    }),
    async handler(input, allowed) {
      if ('first' in allowed) return shownAgain(vend, input.order_id, allowed.first.id);
      const { order, principal } = allowed.access;
      const refunded = await vend.refunds.refund({
        principal: principal.akey,
        chain: chainOf(principal),
        requestId: input.request_id,
        requestHash: hashOf('vend.refundOrder', input),
        order,
        amount: await askedOf(vend, order, input.amount),
        cover: input.cover === 1,
        comment: input.comment,
      });
      return shownRefund(vend, order, refunded);
    },
  });

interface Input {
  readonly order_id: string;
  readonly comment: string;
  readonly amount: Decimal;
  readonly cover: number;
  readonly request_id: string;
}
