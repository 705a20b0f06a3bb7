import { type Procedure, procedure, t } from '@scrip/rpc';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { unitLeased } from './errors.ts';

export const removeUnit = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.removeUnit',
    summary: 'Removes a unit that nobody has leased.',
    params: params.ofUnit,
    result: t.int(),
    resultDoc: '1.',
    faults: [unitLeased],
    authority: unitAuthority(lease, RIGHTS.units),
    async handler(_input, { principal, location, unit }) {
      await lease.units.remove(location, unit, principal.akey);
      return 1;
    },
  });
