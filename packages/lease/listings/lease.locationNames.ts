import { type Procedure, procedure, t } from '@scrip/rpc';
import { ownerAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

/** Apez, lease.locationNames. */
export const locationNames = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.locationNames',
    summary: 'Lists the names of the lease locations of an owner.',
    notes: 'lease.managedLocations lists those that the caller manages for others.',
    params: { capabilities: params.capabilities, owner_akey: params.owner },
    result: t.array(t.string()),
    resultDoc: 'The names, in their order.',
    isRepeatable: true,
    faults: [],
    authority: ownerAuthority(lease, RIGHTS.seeAll),
    handler: (_input, { owner }) => lease.listings.locationNames(owner),
  });
