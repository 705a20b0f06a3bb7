import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Capabilities } from '../capabilities.ts';
import { AUTH_FAULTS, forbidden } from '../errors.ts';
import type { Capability } from '../model.ts';
import { capabilitiesParam, type Presented, unlimitedLogins } from '../presented.ts';

export function revokeCapability(capabilities: Capabilities): Procedure {
  return procedure({
    name: 'general.revokeCapability',
    summary: 'Revokes a capability that the caller granted or holds, and all that were derived from it.',
    notes:
      'Effective everywhere within a second; no payment is booked on it any more once this has answered. One that has expired or was revoked before is 1 again.',
    params: {
      capabilities: capabilitiesParam,
      capability: param(t.string({ max: 65_536, secret: true }), 'The capability to revoke.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: {
      kind: 'guarded',
      needs: 'a login capability without limits of the avatar that granted or holds it',
      faults: AUTH_FAULTS,
      async decide(input, given: Presented): Promise<Capability> {
        const logins = unlimitedLogins(given);
        const target = await capabilities.read(input.capability);
        if (logins.some(({ sub }) => sub === target.sub || sub === target.grantor)) return target;
        throw given.fault ?? forbidden(`the ${target.kind} capability was neither granted by nor given to an avatar that is logged in`);
      },
    },
    async handler(_input, target) {
      await capabilities.revoke({ jti: target.jti, until: target.expiresAt });
      return 1;
    },
  });
}
