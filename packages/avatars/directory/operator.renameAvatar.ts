import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { invalidName, nameTaken, unknownAvatar } from '../errors.ts';
import { keyOrNameParam, NAME_RULE } from '../words.ts';

export function renameAvatar(avatars: Avatars): Procedure {
  return procedure({
    name: 'operator.renameAvatar',
    summary: 'Gives an avatar another name.',
    notes: [
      'The name that it had leads to it wherever a name is taken, until another avatar is called so. Other servers know within a second.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      akey: keyOrNameParam('Key of the avatar. A name is taken too.'),
      name: param(t.string(), NAME_RULE),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [invalidName, nameTaken, unknownAvatar],
    authority: operatorAuthority('people'),
    async handler({ akey, name }) {
      await avatars.rename(akey, name);
      return 1;
    },
  });
}
