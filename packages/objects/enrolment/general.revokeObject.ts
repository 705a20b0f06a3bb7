import { capabilitiesParam, loginAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { unknownObject } from '../errors.ts';
import type { Objects } from '../objects.ts';
import { checkObjectKey, objectKeyParam } from '../words.ts';

export const revokeObject = (objects: Objects): Procedure =>
  procedure({
    name: 'general.revokeObject',
    summary: 'Ends an enrolled object, with every capability that it was given.',
    notes: 'No payment is booked on them once this has answered, by any server; everything else stops within a second. Again is 1 again.',
    params: { capabilities: capabilitiesParam, object_key: objectKeyParam() },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownObject],
    authority: loginAuthority,
    async handler({ object_key }, { akey }) {
      await objects.revoke(akey, checkObjectKey(object_key));
      return 1;
    },
  });
