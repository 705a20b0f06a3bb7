import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { unknownAvatar } from '../errors.ts';
import { keyOrNameParam } from '../words.ts';

export function setPassword(avatars: Avatars): Procedure {
  return procedure({
    name: 'operator.setPassword',
    summary: 'Gives an avatar another password, and revokes all that the avatar holds or gave.',
    notes: [
      'As general.changePassword, without the old one: for an owner who has lost it, or whose login was stolen. An avatar that had no login',
      'gets one.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      akey: keyOrNameParam('Key of the avatar. A name is taken too.'),
      password: param(t.string({ secret: true }), '1 to 1024 bytes.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar],
    authority: operatorAuthority('people'),
    async handler({ akey, password }) {
      await avatars.access.setPassword(akey, password);
      return 1;
    },
  });
}
