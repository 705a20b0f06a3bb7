import { type Procedure, procedure } from '@scrip/rpc';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { collectionAuthority } from './authority.ts';
import { collectionDetails as details, writeCollection } from './fields.ts';

export const collectionDetails = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.collectionDetails',
    summary: 'Tells everything about a collection but what is in it.',
    params: { capabilities: params.capabilities, merchant: params.merchant, collection_name: params.collectionName },
    result: details,
    resultDoc:
      'rating is the mean of all total_votes on its products, or 0; products is how many there are; groups go by their keys, empty for none.',
    isRepeatable: true,
    faults: [],
    authority: collectionAuthority(vend, RIGHTS.see),
    async handler(_input, { collection }) {
      const { name } = await vend.avatars.get(collection.merchant);
      return writeCollection(collection, name);
    },
  });
