import { type Procedure, procedure } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { DETAILS_NOTES, MANY_DOC, many } from './details.ts';

/** Apez, lease.unitDetailsAtLocation. */
export const unitDetailsAtLocation = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.unitDetailsAtLocation',
    summary: 'Tells about the units at a location, in the order of their names.',
    notes: DETAILS_NOTES,
    params: {
      ...params.ofLocation,
      offset: params.list.offset,
      limit: params.list.limit,
      format: params.list.format,
    },
    result: many.type,
    resultDoc: MANY_DOC,
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler(input, { location }) {
      const { format, ...page } = params.list.read(input.offset, input.limit, input.format);
      const units = await lease.listings.details(location.id, page);
      return format === 'compact' ? units.flat().join(',') : many.rows(units);
    },
  });
