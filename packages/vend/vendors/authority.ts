import { type Guarded, guarded } from '@scrip/capability';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import { type Permitted, wareOf } from '../authority.ts';
import { type CollectionCall, collectionAuthority } from '../collections/authority.ts';
import type { Collection, Vendor } from '../model.ts';
import { RIGHTS, type Ware } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { unknownVendor } from './errors.ts';

export interface Announcer {
  readonly owner: AvatarKey;
  readonly collection: Collection;
  readonly byItself: boolean;
}

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

/** For an announcement. An object that speaks for itself is one of the avatar who announces it, and is the one that calls. */
export function announcingAuthority(vend: Vend): Guarded<VendorCall & CollectionCall, Announcer> {
  const authority = collectionAuthority<VendorCall>(vend, RIGHTS.announce);
  return {
    ...authority,
    async decide(call, given) {
      const { principal, collection } = await authority.decide(call, given);
      const { object } = given;
      return { owner: principal.akey, collection, byItself: object?.key === call.object_key && object.owner === principal.akey };
    },
  };
}
