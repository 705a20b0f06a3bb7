import { type Procedure, procedure } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { fourNumbers, STATS, STATS_DOC } from './stats.ts';

/** Apez, lease.locationStats. */
export const locationStats = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.locationStats',
    summary: 'Counts the units at a location.',
    params: params.ofLocation,
    result: STATS,
    resultDoc: STATS_DOC,
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    handler: async (_input, { location }) => fourNumbers(await lease.listings.statsAt(location.id)),
  });
