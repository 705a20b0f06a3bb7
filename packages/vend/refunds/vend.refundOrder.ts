import { POSTING_FAULTS } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import { commentParam, type Procedure, procedure, t } from '@scrip/rpc';
import { orderAuthority } from '../orders/authority.ts';
import * as params from '../orders/params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

const comment = commentParam('For the buyer, and in the histories; there it is cut at 64 characters.', '');

export const refundOrder = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.refundOrder',
    summary: 'Pays an order back, whole and once; what of it waits to be delivered is not delivered any more.',
    notes: [
      "The merchant's `working` pays all of it, whatever affiliates, partners and the creator got of the sale. It goes to the account that the",
      'buyer paid from (`working`, if that is closed) and, as far as store credit had paid, to the store credit. Where `working` is in another',
      'currency than the price, the first account by name that is in it takes its place. Nothing in-world is needed for it. The buyer is',
      'notified (kind `refund`), and the piece is for sale again. An order that was refunded before stays as it is, so that a retry is safe.',
      'An officer or the holder of a grant does not refund what they have bought themselves, nor an officer what others than the merchant had',
      'a share in, since that would cost the merchant more than the sale had brought: auth.forbidden.',
    ].join('\n'),
    params: { capabilities: params.capabilities, order_id: params.orderId, comment },
    result: t.struct({ transaction_id: t.string(), amount: t.double() }),
    resultDoc: 'What was paid back, and the transaction; its id is empty where the order had cost nothing.',
    faults: [...POSTING_FAULTS],
    authority: orderAuthority(vend, RIGHTS.refund),
    async handler({ comment }, { order, principal }) {
      const { journal, amount } = await vend.refunds.refund(order, comment, chainOf(principal));
      return { transaction_id: journal ?? '', amount: minorToMajor(amount, await vend.bank.currencies.get(order.currency)) };
    },
  });
