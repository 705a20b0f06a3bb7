import { loginAuthority } from '@scrip/capability';
import { type Procedure, procedure } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import * as params from './catalogue-params.ts';
import { listedVendors, VENDORS_DOC, writeVendors } from './vendor-fields.ts';

export const listVendors = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.listVendors',
    summary: 'Lists the vendors in-world of the avatar who is logged in, in the order in which they were announced first.',
    params: { capabilities: params.capabilities, offset: params.optionalOffset, limit: params.limit },
    result: listedVendors,
    resultDoc: VENDORS_DOC,
    faults: [],
    authority: loginAuthority,
    handler: async ({ offset, limit }, { akey }) => writeVendors(vend, await vend.catalogue.vendors.list({ owner: akey }, offset, limit)),
  });
