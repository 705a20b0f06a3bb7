import { type Procedure, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { locationNotEmpty } from './errors.ts';

export const removeLocation = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.removeLocation',
    summary: 'Removes a location with all of its units, none of which may be leased.',
    notes:
      'Its name is free again. Its managers and its list of those who are banned or allowed go with it, and its history is not shown any more.',
    params: params.ofLocation,
    result: t.int(),
    resultDoc: '1.',
    faults: [locationNotEmpty],
    authority: locationAuthority(lease, RIGHTS.own),
    async handler(_input, { principal, location }) {
      await lease.locations.remove(location, principal.akey);
      return 1;
    },
  });
