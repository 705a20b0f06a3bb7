import { directoryOf, unknownAvatar } from '@scrip/avatars';
import { grantorAuthority, type Kind, MAX_VALID_s, readLimits, tooManyGrants, validForSecsParam, type WireLimits } from '@scrip/capability';
import { type Param, type Procedure, procedure, t } from '@scrip/rpc';
import { unknownAccount } from '../accounts/errors.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';

interface Grant {
  readonly name: string;
  readonly kind: Kind;
  readonly allows: string;
  readonly warning: string;
  readonly limits: Param<WireLimits>;
}

/** The two documented grants differ in nothing but what they allow. */
export const grantProcedure = (bank: Bank, { name, kind, allows, warning, limits }: Grant): Procedure =>
  procedure({
    name,
    summary: `Creates a capability that allows another avatar ${allows} all accounts of the avatar who is logged in.`,
    notes: [
      'It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant;',
      `bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. ${warning}`,
    ].join(' '),
    params: {
      capabilities: params.capabilities,
      auth_akey: params.avatar('Key of the avatar who is to be given access.'),
      valid_for_secs: validForSecsParam(),
      limits,
    },
    result: t.string({ max: 4_096 }),
    resultDoc: 'The capability.',
    faults: [unknownAvatar, unknownAccount, tooManyGrants],
    authority: grantorAuthority,
    async handler({ auth_akey, valid_for_secs, limits: wanted }, { akey, login }) {
      const holder = await bank.avatars.get(auth_akey);
      // A misspelled account would make a grant that reaches nothing.
      for (const account of wanted.accounts ?? []) await bank.accounts.get(akey, account);
      const order = {
        kind: kind.name,
        sub: holder.akey,
        grantor: akey,
        limits: await readLimits(directoryOf(bank.avatars), wanted),
        givenOn: login,
      };
      const validForSecs = Math.min(Math.max(valid_for_secs, 1), MAX_VALID_s);
      return (await bank.capabilities.issue({ ...order, validForSecs })).token;
    },
  });
