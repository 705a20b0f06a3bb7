import { afterKey, type Procedure, pageLimit, pageOf, procedure } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import { sellerAuthority } from './authority.ts';
import type { OrderFilter } from './model.ts';
import * as params from './params.ts';
import { ORDER_DOC, ORDERS, shownOrders } from './shown.ts';

export const sales = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.sales',
    summary: 'Lists what a merchant has sold, newest first.',
    params: {
      capabilities: params.capabilities,
      merchant: params.merchant,
      collection_name: params.collectionName,
      after: afterKey('order_id'),
      limit: pageLimit(100),
    },
    result: ORDERS,
    resultDoc: ORDER_DOC,
    isRepeatable: true,
    faults: [],
    authority: sellerAuthority(vend),
    async handler(page, { merchant, collectionId }) {
      const filter: OrderFilter = collectionId ? { by: 'collection_id', key: collectionId } : { by: 'merchant', key: merchant };
      return shownOrders(vend, await vend.orders.list(filter, pageOf(page)));
    },
  });
