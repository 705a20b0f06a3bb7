import { unknownGroup } from '@scrip/groups';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import { invalidName } from '../errors.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { invalidTerms, locationExists } from './errors.ts';
import { readSettings, SETTINGS, SETTINGS_NOTES } from './settings.ts';

export const updateLocation = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.updateLocation',
    summary: 'Changes the settings of a location, or its name.',
    notes: [
      'What is left out stays as it is. New settings are those of whoever rents or extends from now on. For the leases that there are,',
      'a new overdue_secs moves the end that they expire at, and new reminders those that are still to come; what is paid stays',
      'paid, and is refunded by the refund_percent of the moment in which it was paid.',
      SETTINGS_NOTES,
    ].join('\n'),
    params: {
      ...params.ofLocation,
      settings: param(SETTINGS, 'What is to change.'),
      new_name: param(t.string({ max: 255 }), 'What the location is to be called; empty: as it is called.', ''),
    },
    result: t.string(),
    resultDoc: 'The name of the location.',
    faults: [invalidName, invalidTerms, locationExists, unknownGroup],
    authority: locationAuthority(lease, RIGHTS.updateLocation),
    async handler({ settings, new_name }, { principal, location }) {
      return (await lease.locations.update(location, principal.akey, readSettings(settings), new_name)).name;
    },
  });
