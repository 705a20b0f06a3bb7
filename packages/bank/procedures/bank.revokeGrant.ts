import { AUTH_FAULTS, type Grant, type Presented, unlimitedLogins } from '@scrip/capability';
import { isUuid } from '@scrip/kernel';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { unknownGrant } from '../errors.ts';
import * as params from './params.ts';

export const revokeGrant = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.revokeGrant',
    summary: 'Revokes a capability by its jti, and all that were derived from it: for who has not kept its text.',
    notes: 'Once this has answered, no payment is booked on it any more; everything else stops within a second. Revoking twice is 1 again.',
    params: {
      capabilities: params.capabilities,
      jti: param(t.string({ max: 64 }), 'As bank.listGrants lists it.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: {
      kind: 'guarded',
      needs: 'a login capability without limits of the avatar that gave or holds it',
      faults: [...AUTH_FAULTS, unknownGrant],
      async decide(input, given: Presented): Promise<Grant> {
        const logins = unlimitedLogins(given);
        const grant = isUuid(input.jti) ? await bank.capabilities.grants.find(input.jti) : undefined;
        // Whether somebody else's is there is not told.
        if (grant && logins.some(({ sub }) => sub === grant.grantor || sub === grant.holder)) return grant;
        throw unknownGrant(`nobody who is logged in gave or holds a capability with the jti ${JSON.stringify(input.jti)}`);
      },
    },
    async handler(_input, { jti, expiresAt }) {
      await bank.capabilities.revoke({ jti, until: expiresAt });
      return 1;
    },
  });
