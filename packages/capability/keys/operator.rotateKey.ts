import { type Procedure, procedure, t } from '@scrip/rpc';
import type { CapabilityParts } from '../directory.ts';
import { operatorAuthority } from '../rights/authority.ts';
import { capabilitiesParam } from '../rights/presented.ts';

export function rotateKey({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure {
  return procedure({
    name: 'operator.rotateKey',
    summary: 'Makes a new signing key for capabilities; what older keys signed stays valid.',
    notes: 'This server signs with it at once, the others on the same database within some five seconds.',
    params: { capabilities: capabilitiesParam },
    result: t.string(),
    resultDoc: "The new key's kid, as /.well-known/jwks.json lists it.",
    faults: [],
    authority: operatorAuthority('system'),
    handler: () => capabilities.rotateKey(),
  });
}
