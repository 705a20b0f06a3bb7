import { loginFailed, validForSecsParam } from '@scrip/capability';
import { type Procedure, param, procedure, publicAuthority, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { keyOrNameParam } from '../words.ts';

/** Apez, general.getLoginCapability. */
export function getLoginCapability(avatars: Avatars): Procedure {
  return procedure({
    name: 'general.getLoginCapability',
    summary: 'Gives a login capability for the right answer to a challenge.',
    notes: [
      'challenge_response = md5(challenge + akey + md5(password)), hex in either case; the inner md5 is lower-case hex, and akey is',
      'spelled as in this call. A failed login is a fault, the same for every reason, and uses up the challenge. After ten failures',
      'each further attempt has to wait: the fault rate_limited tells how many seconds.',
    ].join('\n'),
    params: {
      akey: keyOrNameParam('Key of the avatar who is to be logged in, as it was given to general.getLoginChallenge.'),
      challenge_response: param(t.string({ max: 255, secret: true }), 'The answer.'),
      valid_for_secs: validForSecsParam('the capability'),
    },
    result: t.string(),
    resultDoc: 'The capability, for the capabilities array of other calls.',
    faults: [loginFailed],
    authority: publicAuthority('the answer to the challenge is the proof'),
    handler: ({ akey, challenge_response, valid_for_secs }, _authority, { source }) =>
      avatars.challengeLogin.attempt({ who: akey, response: challenge_response, validForSecs: valid_for_secs, source }),
  });
}
