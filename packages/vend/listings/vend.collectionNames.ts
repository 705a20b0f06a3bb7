import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { merchantAuthority } from '../authority.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

/** Apez, vend.collectionNames. */
export const collectionNames = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.collectionNames',
    summary: 'Lists the names of the product collections that an avatar created, public and private, in the order of their names.',
    params: {
      capabilities: params.capabilities,
      creator_akey: param(t.string({ max: 255 }), 'Key or name of the creator of the collections; empty: the caller.'),
    },
    result: t.array(t.string()),
    resultDoc: 'The names.',
    isRepeatable: true,
    faults: [],
    authority: merchantAuthority(vend, RIGHTS.seeAll),
    handler: (_input, { merchant }) => vend.listings.names(merchant),
  });
