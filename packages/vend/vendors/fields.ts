import { type TypeOf, t } from '@scrip/rpc';
import { positionText } from '../model.ts';
import type { Vend } from '../vend.ts';
import type { ListedVendor } from './store.ts';

export const listedVendors = t.array(
  t.struct({
    object_key: t.string(),
    owner_akey: t.string(),
    owner_name: t.string(),
    merchant_akey: t.string(),
    collection_name: t.string(),
    prod_id: t.int(),
    position: t.string(),
    mature_region: t.boolean(),
    selling: t.boolean(),
    announced: t.dateTime(),
  }),
);

export const VENDORS_DOC =
  'Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC.';

export async function writeVendors({ avatars }: Vend, vendors: readonly ListedVendor[]): Promise<TypeOf<typeof listedVendors>> {
  const names = await avatars.names(vendors.map(({ owner }) => owner));
  return vendors.map((vendor) => ({
    object_key: vendor.objectKey,
    owner_akey: vendor.owner,
    owner_name: names.get(vendor.owner) ?? '',
    merchant_akey: vendor.merchant,
    collection_name: vendor.collectionName,
    prod_id: vendor.productId ?? 0,
    position: positionText(vendor),
    mature_region: vendor.matureRegion,
    selling: vendor.selling,
    announced: vendor.announcedAt,
  }));
}
