import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { unknownAvatar } from '../errors.ts';
import { keyOrNameParam } from '../words.ts';

export function disableAvatar(avatars: Avatars): Procedure {
  return procedure({
    name: 'operator.disableAvatar',
    summary: 'Disables an avatar, so that nothing happens on its behalf, or enables it again.',
    notes: [
      'All that the avatar holds or gave is revoked as by operator.revokeAvatar, and while it is disabled it can not log in: the login fails as',
      'for a wrong password. Payments to it arrive. Enabling it again revives no capability and no standing order.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      akey: keyOrNameParam('Key of the avatar. A name is taken too.'),
      disabled: param(t.flag(), 'Whether it is to be disabled; 0 enables it again.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar],
    authority: operatorAuthority('people'),
    async handler({ akey, disabled }) {
      await avatars.access.disable(akey, disabled === 1);
      return 1;
    },
  });
}
