import { loginFailed, passwordNeedsTls, validForSecsParam } from '@scrip/capability';
import { type Procedure, param, procedure, publicAuthority, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { keyOrNameParam } from '../words.ts';

export function loginWithPassword(avatars: Avatars): Procedure {
  return procedure({
    name: 'general.loginWithPassword',
    summary: 'Gives a login capability for a password.',
    notes: [
      'Taken over TLS and from the same machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1. The password is compared',
      'as it was set, byte by byte in UTF-8. A failed login is a fault, the same for every reason. Wrong passwords count together with',
      'wrong answers to challenges: after ten each further attempt has to wait, and the fault rate_limited tells how many seconds.',
    ].join('\n'),
    params: {
      akey: keyOrNameParam('Key of the avatar who is to be logged in. A name is taken too.'),
      password: param(t.string({ secret: true }), 'The password, at most 1024 bytes.'),
      valid_for_secs: validForSecsParam('the capability'),
    },
    result: t.string(),
    resultDoc: 'The capability, for the capabilities array of other calls.',
    faults: [loginFailed, passwordNeedsTls],
    authority: publicAuthority('the password is the proof'),
    handler: ({ akey, password, valid_for_secs }, _authority, { source, secure }) =>
      avatars.passwordLogin.attempt({ who: akey, password, validForSecs: valid_for_secs, source, secure }),
  });
}
