import { defineFault } from '@scrip/rpc';

export { unknownAvatar } from '@scrip/capability';
export const unknownRealm = defineFault({
  code: 'general.unknown_realm',
  fault: 1151,
  kind: 'not_found',
  doc: 'No grid has this name. An empty realm means this grid.',
});
export const nameTaken = defineFault({
  code: 'general.name_taken',
  fault: 1152,
  kind: 'conflict',
  doc: 'Another avatar has this name; names that differ only in case, or in the width or font of letters, are the same.',
});
export const invalidName = defineFault({
  code: 'general.invalid_name',
  fault: 1153,
  kind: 'refused',
  doc: 'An avatar can not be called so: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.',
});
export const keyTaken = defineFault({
  code: 'general.key_taken',
  fault: 1154,
  kind: 'conflict',
  doc: 'Another avatar is registered under this key.',
});
export const gridInUse = defineFault({
  code: 'general.grid_in_use',
  fault: 1155,
  kind: 'refused',
  doc: 'Avatars of the grid are registered here, so it can not be taken away.',
});
