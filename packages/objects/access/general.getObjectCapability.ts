import { objectAuthority, tooManyGrants, validForSecsParam } from '@scrip/capability';
import { type Procedure, param, procedure, t, word } from '@scrip/rpc';
import { unknownObject } from '../errors.ts';
import type { Objects } from '../objects.ts';

export const getObjectCapability = (objects: Objects): Procedure =>
  procedure({
    name: 'general.getObjectCapability',
    summary: 'Gives an enrolled object a capability of its owner, within its limits and without a password. Only over the relay.',
    notes:
      'It ends with the object. One with limits gets a login, which opens the accounts of the bank that its limits name, and nothing else.',
    params: {
      kind: param(word('login', 'groups'), '`login`; or `groups`, which opens the groups that its owner has created.'),
      valid_for_secs: validForSecsParam('the capability'),
    },
    result: t.string(),
    resultDoc: 'The capability, for the capabilities field of other calls.',
    faults: [unknownObject, tooManyGrants],
    authority: objectAuthority('signed'),
    handler: ({ kind, valid_for_secs }, { object }) => objects.capabilityFor(object.key, kind, valid_for_secs),
  });
