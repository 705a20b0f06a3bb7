import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { unknownAvatar } from '../errors.ts';
import { keyOrNameParam } from '../words.ts';

export function setChallengeLogin(avatars: Avatars): Procedure {
  return procedure({
    name: 'operator.setChallengeLogin',
    summary: 'Turns the documented md5 login of an avatar off or on.',
    notes: 'Capabilities that were issued before stay valid; operator.revoke ends them.',
    params: {
      capabilities: capabilitiesParam,
      akey: keyOrNameParam('Key of the avatar. A name is taken too.'),
      enabled: param(t.flag(), 'Whether general.getLoginCapability may log this avatar in.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar],
    authority: operatorAuthority('people'),
    async handler({ akey, enabled }) {
      await avatars.setChallengeLogin(akey, enabled === 1);
      return 1;
    },
  });
}
