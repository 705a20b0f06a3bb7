import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { unknownAvatar, unknownRealm } from '../errors.ts';
import { keyOrNameParam, realmParam } from '../words.ts';

/** Apez, general.getAvatarName. */
export function getAvatarName(avatars: Avatars): Procedure {
  return procedure({
    name: 'general.getAvatarName',
    summary: "Tells an avatar's name by its key.",
    notes: 'A name is taken too, in any case, and comes back as it was registered.',
    params: { akey: keyOrNameParam("The avatar's key."), realm: realmParam('the avatar') },
    result: t.string(),
    resultDoc: 'The name.',
    isRepeatable: true,
    faults: [unknownAvatar, unknownRealm],
    authority: publicAuthority('anybody who meets an avatar in-world can see its name'),
    handler: async ({ akey, realm }) => (await avatars.get(akey, realm)).name,
  });
}
