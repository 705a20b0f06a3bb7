import { defineFault } from '@scrip/rpc';

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
export const vendorTaken = defineFault({
  code: 'vend.vendor_taken',
  fault: 1512,
  kind: 'conflict',
  doc: 'The object was announced by another avatar. The object takes it over by announcing itself over the relay, signed or from a grid that the operator trusts. That avatar, or the merchant from whose collection it sells, takes it out with `vend.removeVendor`.',
});
