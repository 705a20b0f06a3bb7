import { type Procedure, procedure, t } from '@scrip/rpc';
import * as params from '../params.ts';
import type { Vend } from '../vend.ts';
import { vendorAuthority } from './authority.ts';
import { objectKey } from './params.ts';

export const removeVendor = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.removeVendor',
    summary: 'Takes an object out of the vendors that sell something in-world.',
    notes: 'An affiliate who is still in the group can announce it again.',
    params: { capabilities: params.capabilities, object_key: objectKey },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: vendorAuthority(vend),
    async handler(_input, { vendor }) {
      await vend.vendors.remove(vendor);
      return 1;
    },
  });
