import { loginAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, param, procedure, word } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import { capabilities } from './params.ts';
import { ORDER_DOC, ORDERS, shownOrders } from './shown.ts';

export const myOrders = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.myOrders',
    summary: 'Lists what the avatar who is logged in has bought, or what was bought for them, newest first.',
    notes: 'Gifts are in the list `buyer` of who paid and in the list `recipient` of who gets them; what one buys for oneself is in both.',
    params: {
      capabilities,
      as: param<'buyer' | 'recipient'>(word('buyer', 'recipient'), 'Which of the two lists.', 'buyer'),
      after: afterKey('order_id'),
      limit: pageLimit(100),
    },
    result: ORDERS,
    resultDoc: ORDER_DOC,
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    handler: async ({ as, ...page }, { akey }) => shownOrders(vend, await vend.orders.list({ by: as, key: akey }, pageOf(page))),
  });
