import { type Procedure, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { SHOWN_TERMS, shownGroups, shownTerms } from './settings.ts';

const LOCATION = t.struct({
  location_name: t.string(),
  owner_akey: t.string(),
  income_group: t.string(),
  manager_group: t.string(),
  tenant_group: t.string(),
  ...SHOWN_TERMS,
});

export const locationDetails = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.locationDetails',
    summary: 'Tells the settings of a location.',
    notes: 'lease.createLocation explains them. lease.locationStats counts its units.',
    params: params.ofLocation,
    result: LOCATION,
    resultDoc: 'The settings; groups by their keys, empty where there is none.',
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    handler: (_input, { owner, location }) => ({
      location_name: location.name,
      owner_akey: owner,
      ...shownGroups(location),
      ...shownTerms(location),
    }),
  });
