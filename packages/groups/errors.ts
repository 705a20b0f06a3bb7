import { type AvatarKey, type GroupKey, isUuid, nameKey } from '@scrip/kernel';
import { defineFault, type Fault } from '@scrip/rpc';

export const unknownGroup = defineFault({
  code: 'general.unknown_group',
  fault: 1160,
  kind: 'not_found',
  doc: 'There is no such group, or none of this name by this creator, or it was dissolved.',
});

/** For a key, or for a name among the groups of `creator`. */
export function noSuchGroup(keyOrName: string, creator?: AvatarKey): Fault {
  const wanted = nameKey(keyOrName);
  if (isUuid(wanted)) return unknownGroup(`there is no group with the key ${wanted}${creator ? ` by ${creator}` : ''}`);
  return unknownGroup(`${creator ?? 'nobody'} has no group called ${JSON.stringify(keyOrName.slice(0, 63))}`);
}

/** For a group that was found, and dissolved before its turn came. */
export function groupGone(gkey: GroupKey): Fault {
  return unknownGroup(`the group ${gkey} is not there any more`);
}
