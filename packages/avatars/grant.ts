import { capabilitiesParam, grantorAuthority, type Kind, tooManyGrants, validForSecsParam } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from './avatars.ts';
import { unknownAvatar } from './errors.ts';

/** A procedure that gives another avatar a capability of a kind without limits. */
export const grantProcedure = (
  avatars: Avatars,
  { name, kind, allows }: { readonly name: string; readonly kind: Kind; readonly allows: string },
): Procedure =>
  procedure({
    name,
    summary: `Creates a capability that allows another avatar ${allows} of the avatar who is logged in.`,
    notes: [
      'It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text',
      'with bank.revokeGrant; bank.listGrants lists it.',
    ].join(' '),
    params: {
      capabilities: capabilitiesParam,
      auth_akey: param(t.string({ max: 63, min: 1 }), 'Key of the avatar who is to be given access. A name is taken too.'),
      valid_for_secs: validForSecsParam(),
    },
    result: t.string({ max: 4_096 }),
    resultDoc: 'The capability.',
    faults: [unknownAvatar, tooManyGrants],
    authority: grantorAuthority,
    async handler({ auth_akey, valid_for_secs }, { akey, login }) {
      const { akey: sub } = await avatars.get(auth_akey);
      return (await avatars.capabilities.issue({ kind: kind.name, sub, grantor: akey, validForSecs: valid_for_secs, givenOn: login }))
        .token;
    },
  });
