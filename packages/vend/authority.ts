import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import {
  anyLogin,
  type Guarded,
  guarded,
  type Held,
  type Needed,
  type Presented,
  present,
  type Right,
  type Sought,
} from '@scrip/capability';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import { noSuchCollection, unknownCollection, unknownProduct, unknownVendor } from './errors.ts';
import type { Collection, Offer, Vendor } from './model.ts';
import { type Part, RIGHTS, type Ware } from './rights.ts';
import type { Vend } from './vend.ts';

/** Key or name of the merchant, by whatever name the documents call it; empty: who calls. */
interface MerchantCall {
  readonly merchant?: string;
  readonly creator_akey?: string;
  /** Where the collection may be private. */
  readonly collection_creator_akey?: string;
}

export interface CollectionCall extends MerchantCall {
  readonly collection_name: string;
}

interface VendorCall {
  readonly object_key: Uuid;
}

export interface ProductCall {
  readonly prod_id: number;
}

interface MerchantWare extends Ware {
  readonly merchant: AvatarKey;
}

export interface CollectionWare extends MerchantWare {
  readonly collection: Collection;
}

type Access<W> = W & { readonly principal: Held<Part> };

/** For all that a merchant has. */
export function merchantAuthority(vend: Vend, right: Right<Ware, Part>): Guarded<MerchantCall, Access<MerchantWare>> {
  return guarded(right, {
    faults: [unknownAvatar, unknownRealm],
    others: 'forbidden',
    seek: async (call: MerchantCall, given) => present(await merchantNamed(vend, call, given)),
  });
}

/** For one collection. Whoever may see all of the merchant's may know whether it is there. */
export function collectionAuthority<I>(vend: Vend, needed: Needed<I, Ware, Part>): Guarded<I & CollectionCall, Access<CollectionWare>> {
  return guarded(needed, {
    faults: [unknownAvatar, unknownRealm, unknownCollection],
    knows: RIGHTS.seeAll,
    others: 'forbidden',
    async seek(call: CollectionCall, given) {
      const scope = await merchantNamed(vend, call, given);
      const collection = await vend.catalogue.find(scope.merchant, call.collection_name);
      return {
        scope,
        found: collection && { ...scope, collection },
        missing: () => noSuchCollection(scope.merchant, call.collection_name),
      };
    },
  });
}

/** For one product, by its id. Whoever may see its collection may know whether it is there. */
export function productAuthority<I>(vend: Vend, needed: Needed<I, Ware, Part>): Guarded<I & ProductCall, Access<MerchantWare & Offer>> {
  return guarded(needed, {
    faults: [unknownProduct],
    knows: RIGHTS.see,
    others: 'missing',
    seek: ({ prod_id }: ProductCall) => seekProduct(vend, prod_id),
  });
}

/** One that was not removed. */
export async function seekProduct(vend: Vend, id: number): Promise<Sought<Ware, MerchantWare & Offer>> {
  const offer = await vend.catalogue.product(id);
  return {
    scope: wareOf(vend),
    found: offer && !offer.product.removedAt ? { ...wareOf(vend), merchant: offer.collection.merchant, ...offer } : undefined,
    missing: () => unknownProduct(`there is no product ${id} that the caller may see`),
  };
}

/** For an object that sells something. */
export function vendorAuthority(vend: Vend): Guarded<VendorCall, Access<Ware & { readonly vendor: Vendor }>> {
  return guarded(RIGHTS.vendor, {
    faults: [unknownVendor],
    others: 'missing',
    async seek({ object_key }: VendorCall) {
      const vendor = await vend.catalogue.vendors.find(object_key);
      const collection = vendor && (await vend.catalogue.collection(vendor.collectionId));
      return {
        scope: wareOf(vend),
        found: vendor && { ...wareOf(vend), merchant: collection?.merchant, collection, vendor },
        missing: () => unknownVendor(`there is no vendor ${object_key} that the caller may take out`),
      };
    },
  });
}

/** The merchant that a call names. */
export async function merchantNamed(vend: Vend, call: MerchantCall, given: Presented): Promise<MerchantWare> {
  const named = call.collection_creator_akey ?? call.creator_akey ?? call.merchant ?? '';
  return { ...wareOf(vend), merchant: named === '' ? anyLogin(given).sub : (await vend.avatars.get(named)).akey };
}

export function wareOf({ catalogue, groups, orders }: Vend): Ware {
  return { catalogue, groups, orders };
}
