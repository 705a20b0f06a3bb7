import { type Procedure, procedure } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import { noSuchUnit, unknownUnit } from '../errors.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { DETAILS_NOTES, ONE_DOC, one } from './details.ts';

/** Apez, lease.unitDetailsByName. */
export const unitDetailsByName = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.unitDetailsByName',
    summary: 'Tells about one unit at a location, by its name.',
    notes: DETAILS_NOTES,
    params: {
      ...params.ofUnit,
      format: params.format,
    },
    result: one.type,
    resultDoc: ONE_DOC,
    isRepeatable: true,
    faults: [unknownUnit],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler({ unit_name, format }, { location }) {
      const unit = await lease.listings.detailsByName(location.id, unit_name);
      if (!unit) throw noSuchUnit(location, unit_name);
      return format === 'compact' ? unit.join(',') : one.rows(unit);
    },
  });
