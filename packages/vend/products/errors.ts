import { defineFault } from '@scrip/rpc';

export const unknownProduct = defineFault({
  code: 'vend.unknown_product',
  fault: 1501,
  kind: 'not_found',
  doc: 'There is no product with this id, or it was removed, or it is in a private collection that the caller may not see.',
});
export const tooManyProducts = defineFault({
  code: 'vend.too_many_products',
  fault: 1507,
  kind: 'refused',
  doc: 'The collection has as many products as one may have.',
});
export const unknownPartner = defineFault({
  code: 'vend.unknown_partner',
  fault: 1511,
  kind: 'not_found',
  doc: 'A partner is neither an avatar nor a group that exists. Avatars go by key or name, groups by key.',
});
