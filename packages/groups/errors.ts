import { nameKey } from '@scrip/avatars';
import { type AvatarKey, isUuid } from '@scrip/kernel';
import { defineFault, type Fault } from '@scrip/rpc';

export const unknownGroup = defineFault({
  code: 'general.unknown_group',
  fault: 1160,
  kind: 'not_found',
  doc: 'There is no such group, or none of this name by this creator, or it was dissolved.',
});
export const groupNameTaken = defineFault({
  code: 'general.group_name_taken',
  fault: 1161,
  kind: 'conflict',
  doc: "The creator has another group of this name; names that differ in case only are the same. Other creators' groups do not matter.",
});
export const invalidGroupName = defineFault({
  code: 'general.invalid_group_name',
  fault: 1162,
  kind: 'refused',
  doc: 'A group can not be called so: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.',
});
export const onlyOfficer = defineFault({
  code: 'general.only_officer',
  fault: 1163,
  kind: 'refused',
  doc: "The avatar is the group's only officer and has to stay one; make somebody else an officer first.",
});
export const tooManyGroups = defineFault({
  code: 'general.too_many_groups',
  fault: 1164,
  kind: 'refused',
  doc: 'The avatar has created as many groups as one may; dissolve one that is not needed any more.',
});
export const groupFull = defineFault({
  code: 'general.group_full',
  fault: 1165,
  kind: 'refused',
  doc: 'The group has as many members as one may have.',
});
export const groupInUse = defineFault({
  code: 'general.group_in_use',
  fault: 1166,
  kind: 'refused',
  doc: 'The group can not be dissolved while something depends on it; the text tells what.',
});

/** For a key, or for a name among the groups of `creator`. */
export function noSuchGroup(keyOrName: string, creator?: AvatarKey): Fault {
  const wanted = nameKey(keyOrName);
  if (isUuid(wanted)) return unknownGroup(`there is no group with the key ${wanted}${creator ? ` by ${creator}` : ''}`);
  return unknownGroup(`${creator ?? 'nobody'} has no group called ${JSON.stringify(keyOrName.slice(0, 63))}`);
}
