import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { ownerAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { fourNumbers, STATS, STATS_DOC } from './stats.ts';

/** Apez, lease.regionStats. */
export const regionStats = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.regionStats',
    summary: 'Counts the units of an owner that stand in a region, at whichever of their locations.',
    notes: 'For a region in which the owner has none, or that nobody knows, all four are 0.',
    params: {
      capabilities: params.capabilities,
      owner_akey: params.owner,
      region: param(t.string({ max: 255 }), 'Name of the region (sim), in any case; empty: units of which no region is known.'),
    },
    result: STATS,
    resultDoc: STATS_DOC,
    isRepeatable: true,
    faults: [],
    authority: ownerAuthority(lease, RIGHTS.seeAll),
    handler: async ({ region }, { owner }) => fourNumbers(await lease.listings.statsIn(owner, region)),
  });
