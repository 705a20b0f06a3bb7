import { loginAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, param, procedure, word } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import * as params from './params.ts';

export const myOrders = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.myOrders',
    summary: 'Lists what the avatar who is logged in has bought, or what was bought for them, newest first.',
    notes: 'Gifts are in the list `buyer` of who paid and in the list `recipient` of who gets them; what one buys for oneself is in both.',
    params: {
      capabilities: params.capabilities,
      as: param<'buyer' | 'recipient'>(word('buyer', 'recipient'), 'Which of the two lists.', 'buyer'),
      after: afterKey('order_id'),
      limit: pageLimit(100),
    },
    result: params.ORDERS,
    resultDoc: params.ORDER_DOC,
    faults: [],
    authority: loginAuthority,
    handler: async ({ as, ...page }, { akey }) => params.shown(vend, await vend.orders.list({ of: as, key: akey }, pageOf(page))),
  });
