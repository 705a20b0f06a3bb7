import { capabilitiesParam, grantorAuthority, loginFailed, passwordNeedsTls } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';

export function changePassword(avatars: Avatars): Procedure {
  return procedure({
    name: 'general.changePassword',
    summary: 'Gives the avatar who is logged in another password, and revokes all that the avatar holds or gave.',
    notes: [
      'The login of this call is revoked too: log in again. Grants, narrowed logins and groups capabilities end, and standing orders;',
      'holds stay. No payment is booked on any of it once this has answered, by any server. A wrong old password counts as a failed login,',
      'and after ten each further attempt has to wait: the fault rate_limited tells how many seconds. Taken over TLS and from the same',
      'machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      old_password: param(t.string({ secret: true }), 'The password until now.'),
      new_password: param(t.string({ secret: true }), 'The one from now on: 1 to 1024 bytes.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [loginFailed, passwordNeedsTls],
    authority: grantorAuthority,
    async handler({ old_password: oldPassword, new_password: newPassword }, { akey }, { source, secure }) {
      await avatars.access.changePassword({ akey, oldPassword, newPassword, source, secure });
      return 1;
    },
  });
}
