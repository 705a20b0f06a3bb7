import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { unknownAvatar } from '../errors.ts';
import { keyOrNameParam } from '../words.ts';

export function getAvatarUserId(avatars: Avatars): Procedure {
  return procedure({
    name: 'general.getAvatarUserId',
    summary: "Tells an avatar's number: what the gateway, rooms and studios call an avatar by.",
    params: { key_or_name: keyOrNameParam("The avatar's key or name.") },
    result: t.int(),
    resultDoc: 'A whole number from 1, which never changes.',
    isRepeatable: true,
    faults: [unknownAvatar],
    authority: publicAuthority('anybody who meets an avatar in-world can see its key, and this says no more'),
    handler: async ({ key_or_name }) => (await avatars.get(key_or_name)).userId,
  });
}
