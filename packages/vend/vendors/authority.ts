import { type Guarded, guarded } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { type Permitted, wareOf } from '../authority.ts';
import type { Vendor } from '../model.ts';
import { RIGHTS, type Ware } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { unknownVendor } from './errors.ts';

interface VendorCall {
  readonly object_key: Uuid;
}

/** For an object that sells something. */
export function vendorAuthority(vend: Vend): Guarded<VendorCall, Permitted<Ware & { readonly vendor: Vendor }>> {
  return guarded(RIGHTS.vendor, {
    faults: [unknownVendor],
    others: 'missing',
    async seek({ object_key }: VendorCall) {
      const vendor = await vend.vendors.find(object_key);
      const collection = vendor && (await vend.catalogue.collection(vendor.collectionId));
      return {
        scope: wareOf(vend),
        found: vendor && { ...wareOf(vend), merchant: collection?.merchant, collection, vendor },
        missing: () => unknownVendor(`there is no vendor ${object_key} that the caller may take out`),
      };
    },
  });
}
