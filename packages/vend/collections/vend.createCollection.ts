import { NAME_RULE } from '@scrip/avatars';
import type { Keep } from '@scrip/capability';
import { unknownGroup } from '@scrip/groups';
import { type Procedure, param, procedure, requestConflict, t } from '@scrip/rpc';
import { merchantAuthority } from '../authority.ts';
import { invalidName, invalidShares } from '../catalogue/errors.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { MAX_COLLECTIONS } from './collections.ts';
import { collectionExists, tooManyCollections } from './errors.ts';
import { collectionSettings, readCollectionChanges, SETTINGS_DOC } from './fields.ts';
import { CREATED } from './store.ts';

export const createCollection = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.createCollection',
    summary: 'Creates a collection of products.',
    notes: [
      `It is private and pays no commission where nothing else is said. A merchant has at most ${MAX_COLLECTIONS} collections, each under a name of its own.`,
      SETTINGS_DOC,
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      merchant: params.merchant,
      collection_name: param(params.name, NAME_RULE),
      settings: param(collectionSettings, 'What is to be other than usual; every member may be left out.', {}),
      request_id: params.madeOnce,
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [invalidName, collectionExists, tooManyCollections, invalidShares, unknownGroup, requestConflict],
    authority: merchantAuthority(vend, RIGHTS.own),
    async handler(input, { principal, merchant }) {
      const create = async (keep: Keep) => {
        await vend.collections.create(merchant, input.collection_name, readCollectionChanges(input.settings), keep);
        return CREATED;
      };
      return Number(await vend.creations.once('vend.createCollection', input, principal.akey, create));
    },
  });
