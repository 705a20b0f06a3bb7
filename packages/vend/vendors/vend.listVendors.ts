import { loginAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, procedure } from '@scrip/rpc';
import * as params from '../params.ts';
import type { Vend } from '../vend.ts';
import { listedVendors, VENDORS_DOC, writeVendors } from './fields.ts';

export const listVendors = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.listVendors',
    summary: 'Lists the vendors in-world of the avatar who is logged in, in the order in which they were announced first.',
    params: { capabilities: params.capabilities, offset: pageOffset(), limit: pageLimit(100), after: afterKey('object_key') },
    result: listedVendors,
    resultDoc: VENDORS_DOC,
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    handler: async (page, { akey }) => writeVendors(vend, await vend.vendors.list({ owner: akey }, pageOf(page))),
  });
