import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { collectionAuthority } from '../collections/authority.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

/** Apez, vend.productsInCollection. */
export const productsInCollection = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.productsInCollection',
    summary: 'Lists the ids of the products in a collection, in the order in which they were added.',
    params: {
      capabilities: params.capabilities,
      collection_creator_akey: param(t.string({ max: 255 }), 'Key or name of the creator of the collection; empty: the caller.'),
      collection_name: params.collectionName,
    },
    result: t.array(t.int()),
    resultDoc: 'The ids.',
    isRepeatable: true,
    faults: [],
    authority: collectionAuthority(vend, RIGHTS.see),
    handler: (_input, { collection }) => vend.listings.productIds(collection),
  });
