import type { AvatarKey } from '@scrip/kernel';
import { defineFault, type Fault } from '@scrip/rpc';

export const unknownCollection = defineFault({
  code: 'vend.unknown_collection',
  fault: 1500,
  kind: 'not_found',
  doc: 'The merchant has no collection of this name, or has removed it, or it is not public where a public one is needed.',
});
export const unknownProduct = defineFault({
  code: 'vend.unknown_product',
  fault: 1501,
  kind: 'not_found',
  doc: 'There is no product with this id, or it was removed, or it is in a private collection that the caller may not see.',
});
export const collectionExists = defineFault({
  code: 'vend.collection_exists',
  fault: 1502,
  kind: 'conflict',
  doc: 'The merchant has another collection of this name; names that differ in case only are the same.',
});
export const invalidName = defineFault({
  code: 'vend.invalid_name',
  fault: 1503,
  kind: 'refused',
  doc: 'A collection, product or category can not be called so; the text tells why.',
});
export const invalidPrice = defineFault({
  code: 'vend.invalid_price',
  fault: 1504,
  kind: 'refused',
  doc: 'The price is below zero, above what an account can hold, or no whole number of the smallest units of its currency.',
});
export const invalidShares = defineFault({
  code: 'vend.invalid_shares',
  fault: 1505,
  kind: 'refused',
  doc: 'A share is no percentage with at most two decimals, a partner is named twice, or the commission and the shares of the creator and the partners are more than 100 %.',
});
export const tooManyCollections = defineFault({
  code: 'vend.too_many_collections',
  fault: 1506,
  kind: 'refused',
  doc: 'The merchant has as many collections as one may; remove one that is not needed any more.',
});
export const tooManyProducts = defineFault({
  code: 'vend.too_many_products',
  fault: 1507,
  kind: 'refused',
  doc: 'The collection has as many products as one may have.',
});
export const tooManyVendors = defineFault({
  code: 'vend.too_many_vendors',
  fault: 1508,
  kind: 'refused',
  doc: 'The avatar has as many vendors in-world as one may; `vend.removeVendor` takes one out.',
});
export const unknownVendor = defineFault({
  code: 'vend.unknown_vendor',
  fault: 1509,
  kind: 'not_found',
  doc: 'There is no vendor with this key, or it was removed, or it is not one of those that the caller may see.',
});
export const collectionNotEmpty = defineFault({
  code: 'vend.collection_not_empty',
  fault: 1510,
  kind: 'refused',
  doc: 'The collection can not be removed while there are products in it; remove them first.',
});
export const unknownPartner = defineFault({
  code: 'vend.unknown_partner',
  fault: 1511,
  kind: 'not_found',
  doc: 'A partner is neither an avatar nor a group that exists. Avatars go by key or name, groups by key.',
});
export const vendorTaken = defineFault({
  code: 'vend.vendor_taken',
  fault: 1512,
  kind: 'conflict',
  doc: 'The object was announced by another avatar, who has to take it out with `vend.removeVendor` first.',
});

export function noSuchCollection(merchant: AvatarKey, name: string): Fault {
  return unknownCollection(`${merchant} has no collection called ${JSON.stringify(name.slice(0, 63))}`);
}
