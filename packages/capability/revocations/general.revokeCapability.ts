import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { CapabilityParts } from '../directory.ts';
import { RIGHTS } from '../grants/rights.ts';
import { guarded, present } from '../rights/guarded.ts';
import { capabilitiesParam } from '../rights/presented.ts';

export function revokeCapability({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure {
  return procedure({
    name: 'general.revokeCapability',
    summary: 'Revokes a capability that the caller granted or holds, and all that were derived from it.',
    notes: [
      'No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with',
      'it the grants that were given on it and the standing orders that it started; holds stay. One that has expired or was revoked before',
      'is 1 again.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      capability: param(t.string({ max: 65_536, secret: true }), 'The capability to revoke.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: guarded(RIGHTS.revoke, {
      faults: [],
      others: 'forbidden',
      async seek({ capability }: { readonly capability: string }) {
        const { jti, sub: holder, grantor, expiresAt } = await capabilities.read(capability);
        return present({ jti, holder, grantor, expiresAt });
      },
    }),
    async handler(_input, { jti, expiresAt }) {
      await capabilities.revoke({ jti, until: expiresAt });
      return 1;
    },
  });
}
