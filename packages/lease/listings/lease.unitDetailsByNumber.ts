import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import { unknownUnit } from '../errors.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { DETAILS_NOTES, ONE_DOC, one } from './details.ts';

/** Apez, lease.unitDetailsByNumber. */
export const unitDetailsByNumber = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.unitDetailsByNumber',
    summary: 'Tells about one unit at a location, by its number: the digits after the last `#` of its name.',
    notes: `Where several units have the number, the first one in the order of names is told of.\n${DETAILS_NOTES}`,
    params: {
      ...params.ofLocation,
      unit_number: param(t.int(), 'Number of the unit: 7 for `Shop #7` and for `Shop #07`.'),
      format: params.format,
    },
    result: one.type,
    resultDoc: ONE_DOC,
    isRepeatable: true,
    faults: [unknownUnit],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler({ unit_number, format }, { location }) {
      const unit = await lease.listings.detailsByNumber(location.id, unit_number);
      if (!unit) throw unknownUnit(`${JSON.stringify(location.name)} has no unit with the number ${unit_number}`);
      return format === 'compact' ? unit.join(',') : one.rows(unit);
    },
  });
