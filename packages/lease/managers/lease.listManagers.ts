import { LISTED_AVATAR, withNames } from '@scrip/avatars';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { MAX_MANAGERS } from './store.ts';

const MANAGER = t.struct({ ...LISTED_AVATAR, rights: t.array(t.string()) });

export const listManagers = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.listManagers',
    summary: 'Lists the managers of a location with their rights.',
    notes: `There are at most ${MAX_MANAGERS}. Officers of the manager group are not among them; lease.locationDetails tells which group that is.`,
    params: params.ofLocation,
    result: t.array(MANAGER),
    resultDoc: 'Managers, in the order in which they became it; lease.setManager explains the rights.',
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler(_input, { location }) {
      const managers = await withNames(lease.avatars, await lease.managers.list(location));
      return managers.map(({ rights, ...who }) => ({ ...who, rights: [...rights] }));
    },
  });
