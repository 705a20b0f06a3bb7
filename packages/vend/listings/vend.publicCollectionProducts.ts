import { loginAuthority } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { positionText, ratingOf } from '../model.ts';
import { priceReader } from '../products/fields.ts';
import type { Vend } from '../vend.ts';
import * as publicCollection from './public-collection.ts';
import type { ShownVendor } from './store.ts';

const VENDOR = t.struct({ owner_akey: t.string(), owner_name: t.string(), position: t.string(), mature_region: t.boolean() });

const PRODUCT = t.struct({
  prod_id: t.int(),
  name: t.string(),
  short_desc: t.string(),
  creator: t.string(),
  creator_akey: t.string(),
  cats: t.array(t.string()),
  tags: t.string(),
  rating: t.double(),
  total_votes: t.int(),
  price: t.double(),
  currency: t.string(),
  image_url_part: t.string(),
  texture_key: t.string(),
  is_mature: t.flag(),
  vendors: t.array(VENDOR),
});

/** Apez, vend.publicCollectionProducts. */
export const publicCollectionProducts = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.publicCollectionProducts',
    summary: 'Lists the products of a public collection, or those of them that were added or changed since a time.',
    notes: [
      publicCollection.pagesInOrderOf('added'),
      'What was removed is not listed: vend.publicCollectionProductsDeleted tells. Prices, texts and pictures are changes; sales, votes and',
      'vendors are not. Ask for changes since a moment before your last call rather than since the call itself: what was being written',
      'during it may bear an earlier time. A collection that is not public is as unknown as one that is not there.',
    ].join('\n'),
    params: publicCollection.parameters('products that were added or changed'),
    result: t.array(PRODUCT),
    resultDoc: [
      'Products: short_desc is the first 255 characters of the description; rating the mean of total_votes votes from 1 to 5, or 0; is_mature 1 or 0;',
      "vendors at most 10 objects in-world that sell it, the merchant's own first and then those of the affiliate group's members, each with its",
      'position as region/x/y/z.',
    ].join(' '),
    isRepeatable: true,
    faults: publicCollection.FAULTS,
    authority: loginAuthority,
    async handler({ offset, changes_since_unixtime, ...given }) {
      const collection = await publicCollection.named(vend, given);
      const listed = await vend.listings.products(collection, changes_since_unixtime, offset);
      const products = listed.map(({ product }) => product);
      // Most products of a page are sold by the same vendors, in one and the same list.
      const lists = [...new Set(listed.map(({ vendors }) => vendors))];
      const owners = lists.flat().map(({ owner }) => owner);
      const names = await vend.avatars.names([...products.map(({ creator }) => creator), ...owners]);
      const nameOf = (akey: AvatarKey) => names.get(akey) ?? '';
      const vendorsOf = new Map(lists.map((list) => [list, list.map((vendor) => shownVendor(vendor, nameOf(vendor.owner)))]));
      const priceOf = await priceReader(vend, products);
      return listed.map(({ product, vendors }) => ({
        prod_id: product.id,
        name: product.name,
        short_desc: product.shortDescription,
        creator: nameOf(product.creator),
        creator_akey: product.creator,
        cats: [...product.categories],
        tags: product.tags,
        rating: ratingOf(product),
        total_votes: product.votes,
        price: priceOf(product),
        currency: product.currency,
        image_url_part: product.imageUrlPart,
        texture_key: product.textureKey,
        is_mature: Number(product.mature),
        vendors: vendorsOf.get(vendors) ?? [],
      }));
    },
  });

function shownVendor(vendor: ShownVendor, ownerName: string) {
  return { owner_akey: vendor.owner, owner_name: ownerName, position: positionText(vendor), mature_region: vendor.matureRegion };
}
