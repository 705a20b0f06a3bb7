import { type Procedure, param, procedure, type TypeOf, t } from '@scrip/rpc';
import { type UnitCall, unitAuthority } from '../authority.ts';
import { NEEDS } from '../callers.ts';
import { invalidName, rateTooHigh, unitExists } from '../errors.ts';
import type { Lease } from '../lease.ts';
import type { Right } from '../model.ts';
import * as params from './params.ts';

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
    authority: unitAuthority(lease, {
      right: {
        of: ({ changes }: UnitCall & { readonly changes: TypeOf<typeof params.UNIT_CHANGES> }) => rightsFor(changes),
        needs: `${NEEDS.units}; for rate and period the right prices instead`,
      },
    }),
    handler: ({ changes }, { actor, location, unit }) => lease.estate.units.update(location, unit, actor, changes),
  });

/** Those who may change prices need not be those who may change the rest. */
function rightsFor({ rate, period, ...others }: TypeOf<typeof params.UNIT_CHANGES>): Right[] {
  const isPrice = rate !== undefined || period !== undefined;
  const isOther = Object.keys(others).length > 0;
  if (isPrice) return isOther ? ['prices', 'units'] : ['prices'];
  return ['units'];
}
