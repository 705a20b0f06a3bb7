import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { unknownObject } from '../errors.ts';
import type { Objects } from '../objects.ts';
import { checkObjectKey, objectKeyParam } from '../words.ts';

export const setDispenser = (objects: Objects): Procedure =>
  procedure({
    name: 'operator.setDispenser',
    summary: 'Lets an enrolled object hand over payouts and tell of deposits in its grid, or no longer.',
    notes: [
      'What it says is believed: that money was handed over, and that money came in. So its owner is to be trusted, and its script. It counts in',
      'every server within a second. Another secret changes nothing about it; where the object is revoked or enrolled again, it is no dispenser.',
    ].join('\n'),
    params: { capabilities: capabilitiesParam, object_key: objectKeyParam(), dispenser: param(t.flag(), '1, or 0 to end it.') },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownObject],
    authority: operatorAuthority('money'),
    async handler({ object_key, dispenser }) {
      await objects.setDispenser(checkObjectKey(object_key), dispenser === 1);
      return 1;
    },
  });
