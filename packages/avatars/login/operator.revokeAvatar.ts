import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { unknownAvatar } from '../errors.ts';
import { keyOrNameParam } from '../words.ts';

export function revokeAvatar(avatars: Avatars): Procedure {
  return procedure({
    name: 'operator.revokeAvatar',
    summary: 'Revokes all that an avatar holds or gave.',
    notes: [
      'Logins, grants, narrowed logins and groups capabilities that were issued until now end, and standing orders; holds stay. No payment',
      'is booked on any of it once this has answered, by any server; everything else stops within a second. The avatar can log in again, so',
      'where the password is known to others, operator.setPassword is what is needed.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      akey: keyOrNameParam('Key of the avatar. A name is taken too.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar],
    authority: operatorAuthority('people'),
    async handler({ akey }) {
      await avatars.access.revoke(akey);
      return 1;
    },
  });
}
