import { type Procedure, procedure } from '@scrip/rpc';
import { ownerAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { fourNumbers, STATS, STATS_DOC } from './stats.ts';

/** Apez, lease.stats. */
export const stats = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.stats',
    summary: 'Counts the units at all locations of an owner.',
    params: { capabilities: params.capabilities, owner_akey: params.owner },
    result: STATS,
    resultDoc: STATS_DOC,
    isRepeatable: true,
    faults: [],
    authority: ownerAuthority(lease, RIGHTS.seeAll),
    handler: async (_input, { owner }) => fourNumbers(await lease.listings.stats(owner)),
  });
