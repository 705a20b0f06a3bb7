import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, procedure } from '@scrip/rpc';
import { collectionAuthority } from '../collections/authority.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { listedVendors, VENDORS_DOC, writeVendors } from './fields.ts';

export const collectionVendors = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.collectionVendors',
    summary: 'Lists the vendors in-world that sell a collection or anything of it, in the order in which they were announced first.',
    params: {
      capabilities: params.capabilities,
      merchant: params.merchant,
      collection_name: params.collectionName,
      offset: pageOffset(),
      limit: pageLimit(100),
      after: afterKey('object_key'),
    },
    result: listedVendors,
    resultDoc: VENDORS_DOC,
    isRepeatable: true,
    faults: [],
    authority: collectionAuthority(vend, RIGHTS.manage),
    handler: async (page, { collection }) => writeVendors(vend, await vend.vendors.list({ collection }, pageOf(page))),
  });
