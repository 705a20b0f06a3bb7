import type { Directory } from '@scrip/capability';
import { isUuid, type OwnerKey } from '@scrip/kernel';
import type { Avatars } from '../avatars.ts';

/** Avatars, as the procedures of capabilities look them up. */
export function directoryOf(avatars: Avatars): Directory {
  return {
    avatarKey: async (keyOrName) => (await avatars.get(keyOrName)).akey,
    ownerKey: (keyOrName) => ownerKey(avatars, keyOrName),
    names: (akeys) => avatars.names(akeys),
  };
}

/**
 * A key as it stands, of an avatar or a group, whether or not anybody is registered under it. A name is an avatar's (those of
 * groups belong to their creators), and raises general.unknown_avatar where nobody has it.
 */
export async function ownerKey(avatars: Avatars, keyOrName: string): Promise<OwnerKey> {
  return isUuid(keyOrName) ? keyOrName.toLowerCase() : (await avatars.get(keyOrName)).akey;
}
