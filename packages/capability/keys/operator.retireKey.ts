import { invalidParams, type Procedure, param, procedure, t } from '@scrip/rpc';
import type { CapabilityParts } from '../directory.ts';
import { operatorAuthority } from '../rights/authority.ts';
import { capabilitiesParam } from '../rights/presented.ts';

export function retireKey({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure {
  return procedure({
    name: 'operator.retireKey',
    summary: 'Takes a signing key out of use: what was signed with it is invalid from then on.',
    notes: [
      'For a key that others may have. Here at once, in every other server within a second; the calls are refused as auth.capability_invalid.',
      'So is what was derived from such a capability or given on it, whichever key signed that: everybody logs in again, and gives grants',
      'anew. Where the key is the one that signs, a new one takes its place. An operator.capability in SCRIP_DATA that it signed is made',
      'anew before this answers, so read the file again. Retiring a key again is 1 again.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      kid: param(
        t.string({ min: 1, max: 128 }),
        "The key's kid, as /.well-known/jwks.json lists it and as the header of each capability has it.",
      ),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: operatorAuthority('system'),
    async handler({ kid }) {
      if (await capabilities.retireKey(kid)) return 1;
      throw invalidParams(`kid is ${JSON.stringify(kid)}; one of those that /.well-known/jwks.json lists is needed`);
    },
  });
}
