import { loginAuthority } from '@scrip/capability';
import { type Procedure, pageLimit, pageOf, pageOffset, procedure, t } from '@scrip/rpc';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';

const MANAGED = t.struct({ owner_akey: t.string(), owner_name: t.string(), location_name: t.string(), rights: t.array(t.string()) });

export const managedLocations = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.managedLocations',
    summary: 'Lists the locations of others at which the avatar who is logged in is a manager or in the manager group.',
    notes:
      'rights are all that the avatar has there, both ways together. Groups that the avatar joined later than 1000 others are not looked at.',
    params: {
      capabilities: params.capabilities,
      offset: pageOffset(undefined, 1_000_000),
      limit: pageLimit(1_000),
      after: params.afterLocation,
    },
    result: t.array(MANAGED),
    resultDoc: 'Locations in the order of their owners and names; lease.setManager explains the rights.',
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    async handler(page, { akey }) {
      const managed = await lease.managers.managed(akey, pageOf(page));
      const names = await lease.avatars.names(managed.map(({ owner }) => owner));
      return managed.map(({ owner, name, rights }) => ({
        owner_akey: owner,
        owner_name: names.get(owner) ?? '',
        location_name: name,
        rights: [...rights],
      }));
    },
  });
