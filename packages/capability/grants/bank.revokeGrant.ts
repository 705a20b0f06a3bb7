import { isUuid } from '@scrip/kernel';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { CapabilityParts } from '../directory.ts';
import { unknownGrant } from '../errors.ts';
import { guarded } from '../rights/guarded.ts';
import { capabilitiesParam, wholeLogins } from '../rights/presented.ts';
import { RIGHTS } from './rights.ts';

/** The sides of a grant that is not there. */
const NOBODY = { grantor: '', holder: '' };

export const revokeGrant = ({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure =>
  procedure({
    name: 'bank.revokeGrant',
    summary: 'Revokes a capability by its jti, and all that were derived from it: for who has not kept its text.',
    notes: 'Once this has answered, no payment is booked on it any more; everything else stops within a second. Revoking twice is 1 again.',
    params: {
      capabilities: capabilitiesParam,
      jti: param(t.string({ max: 64 }), 'As bank.listGrants lists it.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: guarded(RIGHTS.revokeGrant, {
      faults: [unknownGrant],
      // A bad capability beside good logins hides nothing: they alone tell whether there is such a grant for them.
      count: (given) => ({ ...wholeLogins(given), fault: undefined }),
      others: 'missing',
      async seek({ jti }: { readonly jti: string }) {
        const found = isUuid(jti) ? await capabilities.grants.find(jti) : undefined;
        const missing = () => unknownGrant(`nobody who is logged in gave or holds a capability with the jti ${JSON.stringify(jti)}`);
        return { found, scope: NOBODY, missing };
      },
    }),
    async handler(_input, { jti, expiresAt }) {
      await capabilities.revoke({ jti, until: expiresAt });
      return 1;
    },
  });
