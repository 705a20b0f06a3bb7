import { type Procedure, procedure, rowsOrText, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

const { type: result, rows } = rowsOrText(t.array(t.string()));

/** Apez, lease.unitNamesAtLocation. */
export const unitNamesAtLocation = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.unitNamesAtLocation',
    summary: 'Lists the names of the units at a location.',
    notes:
      'In the order of the names, as all lists of units: numbers in them count as numbers, so that `Shop #2` stands before `Shop #10`.',
    params: {
      ...params.ofLocation,
      offset: params.list.offset,
      limit: params.list.limit,
      format: params.list.format,
    },
    result,
    resultDoc: 'For `std` an array of names; for `compact` one text of the same, separated by commas.',
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler(input, { location }) {
      const { format, ...page } = params.list.read(input.offset, input.limit, input.format);
      const names = await lease.listings.unitNames(location.id, page);
      return format === 'compact' ? names.join(',') : rows(names);
    },
  });
