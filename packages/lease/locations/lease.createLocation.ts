import { keyOrNameParam, NAME_RULE } from '@scrip/avatars';
import type { Keep } from '@scrip/capability';
import { unknownGroup } from '@scrip/groups';
import { type Procedure, param, procedure, requestConflict, t } from '@scrip/rpc';
import { ownerAuthority } from '../authority.ts';
import { invalidName } from '../errors.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { invalidTerms, locationExists, tooManyLocations } from './errors.ts';
import { MAX_LOCATIONS } from './locations.ts';
import { readSettings, SETTINGS, SETTINGS_NOTES } from './settings.ts';

export const createLocation = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.createLocation',
    summary: 'Creates a location: a place with units for rent, which share its settings.',
    notes: `An owner has at most ${MAX_LOCATIONS}, no two of which have the same name in any case.\n${SETTINGS_NOTES}`,
    params: {
      capabilities: params.capabilities,
      owner_akey: params.owner,
      location_name: keyOrNameParam(NAME_RULE),
      settings: param(SETTINGS, 'What is to differ from the settings of a new location.', {}),
      request_id: params.madeOnce,
    },
    result: t.string(),
    resultDoc: 'The name of the location, as it is kept.',
    faults: [invalidName, invalidTerms, locationExists, tooManyLocations, unknownGroup, requestConflict],
    authority: ownerAuthority(lease, RIGHTS.own),
    async handler(input, { principal, owner }) {
      const { akey } = principal;
      const create = async (keep: Keep) =>
        (await lease.locations.create(owner, akey, input.location_name, readSettings(input.settings), keep)).name;
      return String(await lease.creations.once('lease.createLocation', input, akey, create));
    },
  });
