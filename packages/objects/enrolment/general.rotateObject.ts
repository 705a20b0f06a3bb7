import { capabilitiesParam, grantorAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { unknownObject } from '../errors.ts';
import type { Objects } from '../objects.ts';
import { checkObjectKey, objectKeyParam } from '../words.ts';

export const rotateObject = (objects: Objects): Procedure =>
  procedure({
    name: 'general.rotateObject',
    summary: 'Gives an enrolled object another secret. The one before is worth nothing from then on, in every server within a second.',
    notes:
      'What it has spent goes on counting, and the capabilities that it has stay good; general.enrollObject and general.revokeObject end them.',
    params: { capabilities: capabilitiesParam, object_key: objectKeyParam() },
    result: t.string(),
    resultDoc: 'The new secret, which is shown this once.',
    faults: [unknownObject],
    authority: grantorAuthority,
    handler: ({ object_key }, { akey }) => objects.rotate(akey, checkObjectKey(object_key)),
  });
