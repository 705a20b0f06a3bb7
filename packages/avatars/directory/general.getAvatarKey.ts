import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { unknownAvatar, unknownRealm } from '../errors.ts';
import { keyOrNameParam, realmParam } from '../words.ts';

/** Apez, general.getAvatarKey. */
export function getAvatarKey(avatars: Avatars): Procedure {
  return procedure({
    name: 'general.getAvatarKey',
    summary: "Tells an avatar's key by its name.",
    notes: 'Names match in any case. A key is taken too, and comes back in lower case if somebody is registered under it.',
    params: { avatar_name: keyOrNameParam("The avatar's name."), realm: realmParam('the avatar') },
    result: t.string(),
    resultDoc: 'The key, a UUID in lower case.',
    isRepeatable: true,
    faults: [unknownAvatar, unknownRealm],
    authority: publicAuthority('anybody who meets an avatar in-world can see its key'),
    handler: async ({ avatar_name, realm }) => (await avatars.get(avatar_name, realm)).akey,
  });
}
