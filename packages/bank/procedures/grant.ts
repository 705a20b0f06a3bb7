import { unknownAvatar } from '@scrip/avatars';
import { grantorAuthority, MAX_VALID_s } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from './params.ts';

interface Grant {
  readonly name: string;
  readonly kind: 'bank.full' | 'bank.read';
  readonly allows: string;
  readonly warning: string;
}

/** The two documented grants differ in nothing but what they allow. */
export const grantProcedure = (bank: Bank, { name, kind, allows, warning }: Grant): Procedure =>
  procedure({
    name,
    summary: `Creates a capability that allows another avatar ${allows} all accounts of the avatar who is logged in.`,
    notes: `It works only beside the login capability of auth_akey, and can be revoked with general.revokeCapability. ${warning}`,
    params: {
      capabilities: params.capabilities,
      auth_akey: params.avatar('Key of the avatar who is to be given access.'),
      valid_for_secs: params.validForSecs,
    },
    result: t.string({ max: 4_096 }),
    resultDoc: 'The capability.',
    faults: [unknownAvatar],
    authority: grantorAuthority(bank.capabilities),
    async handler({ auth_akey, valid_for_secs }, { akey }) {
      const holder = await bank.avatars.get(auth_akey);
      const validForSecs = Math.min(Math.max(valid_for_secs, 1), MAX_VALID_s);
      const { token } = await bank.capabilities.issue({ kind, sub: holder.akey, grantor: akey, validForSecs });
      return token;
    },
  });
