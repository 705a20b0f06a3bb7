import type { AvatarKey } from '@scrip/kernel';
import { defineFault, type Fault } from '@scrip/rpc';

export const unknownCollection = defineFault({
  code: 'vend.unknown_collection',
  fault: 1500,
  kind: 'not_found',
  doc: 'The merchant has no collection of this name, or has removed it, or it is not public where a public one is needed.',
});
export const collectionExists = defineFault({
  code: 'vend.collection_exists',
  fault: 1502,
  kind: 'conflict',
  doc: 'The merchant has another collection of this name; names that differ only in case, or in the width or font of letters, are the same.',
});
export const tooManyCollections = defineFault({
  code: 'vend.too_many_collections',
  fault: 1506,
  kind: 'refused',
  doc: 'The merchant has as many collections as one may; remove one that is not needed any more.',
});
export const collectionNotEmpty = defineFault({
  code: 'vend.collection_not_empty',
  fault: 1510,
  kind: 'refused',
  doc: 'The collection can not be removed while there are products in it; remove them first.',
});

export function noSuchCollection(merchant: AvatarKey, name: string): Fault {
  return unknownCollection(`${merchant} has no collection called ${JSON.stringify(name.slice(0, 63))}`);
}
