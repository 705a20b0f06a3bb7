import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { loginAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { PAGE_SIZE } from '../catalogue/listings/listings.ts';
import { unknownCollection } from '../errors.ts';
import type { Vend } from '../vend.ts';
import * as params from './catalogue-params.ts';

/** Apez, vend.publicCollectionProductsDeleted. */
export const publicCollectionProductsDeleted = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.publicCollectionProductsDeleted',
    summary: 'Lists the products that were removed from a public collection, or those that were since a time.',
    notes: [
      `Pages of ${PAGE_SIZE} in the order in which the products were removed: ask with offset 0, ${PAGE_SIZE}, ${2 * PAGE_SIZE} and so on until an empty page comes.`,
      'Removed products are listed for ever.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      merchant: params.publicMerchant,
      merchant_realm: params.merchantRealm,
      collection_name: params.publicCollectionName,
      offset: params.offset,
      changes_since_unixtime: params.since('products that were removed'),
    },
    result: t.array(t.struct({ prod_id: t.int(), creator: t.string(), creator_akey: t.string() })),
    resultDoc: 'The removed products: id, and name and key of who made it.',
    faults: [unknownAvatar, unknownRealm, unknownCollection],
    authority: loginAuthority(vend.capabilities),
    async handler({ merchant, merchant_realm, collection_name, offset, changes_since_unixtime }) {
      const { akey } = await vend.avatars.get(merchant, merchant_realm);
      const collection = await vend.catalogue.getPublic(akey, collection_name);
      const products = await vend.catalogue.listings.removedProducts(collection, changes_since_unixtime, offset);
      const names = await vend.avatars.names(products.map(({ creator }) => creator));
      return products.map(({ id, creator }) => ({ prod_id: id, creator: names.get(creator) ?? '', creator_akey: creator }));
    },
  });
