import { loginFailed } from '@scrip/capability';
import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { keyOrNameParam } from '../words.ts';

/** Apez, general.getLoginChallenge. */
export function getLoginChallenge(avatars: Avatars): Procedure {
  return procedure({
    name: 'general.getLoginChallenge',
    summary: 'Gives the challenge that a login is to answer.',
    notes: 'Good for one attempt within 60 seconds. A key or name that nobody has gets one as well: it tells nothing about who exists.',
    params: { akey: keyOrNameParam('Key of the avatar who is to be logged in. A name is taken too.') },
    result: t.string(),
    resultDoc: 'The challenge, 40 hex digits.',
    faults: [loginFailed],
    authority: publicAuthority('it is where a login begins'),
    handler: ({ akey }, _authority, { source }) => avatars.challengeLogin.challenge(akey, source),
  });
}
