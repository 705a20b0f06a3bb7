import { afterKey, type Procedure, pageLimit, pageOf, procedure } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import { sellerAuthority } from './authority.ts';
import * as params from './params.ts';

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
    result: params.ORDERS,
    resultDoc: params.ORDER_DOC,
    faults: [],
    authority: sellerAuthority(vend),
    async handler(page, { merchant, collectionId }) {
      const whose = collectionId ? ({ of: 'collection_id', key: collectionId } as const) : ({ of: 'merchant', key: merchant } as const);
      return params.shown(vend, await vend.orders.list(whose, pageOf(page)));
    },
  });
