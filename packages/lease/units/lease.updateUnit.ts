import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { unitAuthority } from '../authority.ts';
import { invalidName } from '../errors.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { rateTooHigh, unitExists } from './errors.ts';

export const updateUnit = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.updateUnit',
    summary: 'Changes what a unit is called, where it stands, or what it costs.',
    notes: [
      'The struct may have the members name, model, region, x, y, z (metres), rate and period; what is left out stays as it is. A new price is that of',
      'whoever rents or extends from now on; what is paid stays paid.',
    ].join('\n'),
    params: {
      ...params.ofUnit,
      changes: param(params.UNIT_CHANGES, 'What is to change.'),
    },
    result: t.string(),
    resultDoc: 'The name of the unit.',
    faults: [invalidName, rateTooHigh, unitExists],
    authority: unitAuthority(lease, RIGHTS.updateUnit),
    handler: ({ changes }, { principal, location, unit }) => lease.units.update(location, unit, principal.akey, changes),
  });
