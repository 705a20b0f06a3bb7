import { isUuid } from '@scrip/kernel';
import { invalidParams, type Procedure, param, procedure, t } from '@scrip/rpc';
import type { CapabilityParts } from '../directory.ts';
import { operatorAuthority } from '../rights/authority.ts';
import { capabilitiesParam } from '../rights/presented.ts';

export function revoke({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure {
  return procedure({
    name: 'operator.revoke',
    summary: 'Revokes any capability by its jti, and all that were derived from it.',
    notes: [
      'No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with',
      'it the grants that were given on it and the standing orders that it started; holds stay. It need not have been seen before, so',
      'revoking twice is 1 again.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      jti: param(t.string({ max: 64 }), "The capability's id, as its payload carries it."),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: operatorAuthority('system'),
    async handler({ jti }) {
      if (!isUuid(jti)) throw invalidParams(`jti is ${JSON.stringify(jti)}; a UUID is needed`);
      await capabilities.revoke({ jti: jti.toLowerCase() });
      return 1;
    },
  });
}
