import { afterNumber, type Procedure, pageLimit, pageOf, param, procedure, t } from '@scrip/rpc';
import { collectionAuthority } from '../collections/authority.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { productDetails, productWriter } from './fields.ts';

export const products = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.products',
    summary: 'Lists the products of a collection with all their details, in the order in which they were added.',
    params: {
      capabilities: params.capabilities,
      merchant: params.merchant,
      collection_name: params.collectionName,
      after_prod_id: param(t.int({ min: 0 }), 'The last id of the page before; 0 for the first page.', 0),
      limit: pageLimit(100),
      after: afterNumber('prod_id'),
    },
    result: t.array(productDetails),
    resultDoc: 'Products as vend.productDetails tells them; fewer than the limit where there are no more.',
    isRepeatable: true,
    faults: [],
    authority: collectionAuthority(vend, RIGHTS.see),
    async handler({ after_prod_id, limit, after }, { collection }) {
      const last = after === '' && after_prod_id > 0 ? String(after_prod_id) : after;
      const listed = await vend.listings.detailedProducts(collection, pageOf({ after: last, limit }));
      return listed.map(await productWriter(vend, listed));
    },
  });
