import { type Procedure, procedure, t } from '@scrip/rpc';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { collectionAuthority } from './authority.ts';
import { collectionNotEmpty } from './errors.ts';

export const removeCollection = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.removeCollection',
    summary: 'Removes an empty collection for good; its name is free again.',
    notes: 'What is in it is never removed along with it: take every product out first (vend.removeProduct).',
    params: { capabilities: params.capabilities, merchant: params.merchant, collection_name: params.collectionName },
    result: t.int(),
    resultDoc: '1.',
    faults: [collectionNotEmpty],
    authority: collectionAuthority(vend, RIGHTS.own),
    async handler(_input, { collection }) {
      await vend.collections.remove(collection);
      return 1;
    },
  });
