import { defineFault } from '@scrip/rpc';

export const groupNameTaken = defineFault({
  code: 'general.group_name_taken',
  fault: 1161,
  kind: 'conflict',
  doc: "The creator has another group of this name; names that differ only in case, or in the width or font of letters, are the same. Other creators' groups do not matter.",
});
export const invalidGroupName = defineFault({
  code: 'general.invalid_group_name',
  fault: 1162,
  kind: 'refused',
  doc: 'A group can not be called so: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.',
});
export const tooManyGroups = defineFault({
  code: 'general.too_many_groups',
  fault: 1164,
  kind: 'refused',
  doc: 'The avatar has created as many groups as one may; dissolve one that is not needed any more.',
});
export const groupInUse = defineFault({
  code: 'general.group_in_use',
  fault: 1166,
  kind: 'refused',
  doc: 'The group can not be dissolved while something depends on it; the text tells what.',
});
