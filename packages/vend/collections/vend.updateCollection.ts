import { unknownGroup } from '@scrip/groups';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { invalidName, invalidShares } from '../catalogue/errors.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { collectionAuthority } from './authority.ts';
import { collectionExists } from './errors.ts';
import { collectionChanges, readCollectionChanges, SETTINGS_DOC } from './fields.ts';

export const updateCollection = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.updateCollection',
    summary: 'Changes the name or the settings of a collection.',
    notes: [
      SETTINGS_DOC,
      'A commission is refused that would, with the shares of the creator and the partners of any product in it, be more than 100 %.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      merchant: params.merchant,
      collection_name: params.collectionName,
      changes: param(collectionChanges, 'What is to be different; every member may be left out.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [invalidName, collectionExists, invalidShares, unknownGroup],
    authority: collectionAuthority(vend, RIGHTS.own),
    async handler({ changes }, { collection }) {
      await vend.collections.update(collection, readCollectionChanges(changes));
      return 1;
    },
  });
