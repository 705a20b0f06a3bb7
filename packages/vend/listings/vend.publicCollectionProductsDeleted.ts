import { loginAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import * as publicCollection from './public-collection.ts';

/** Apez, vend.publicCollectionProductsDeleted. */
export const publicCollectionProductsDeleted = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.publicCollectionProductsDeleted',
    summary: 'Lists the products that were removed from a public collection, or those that were since a time.',
    notes: [publicCollection.pagesInOrderOf('removed'), 'Removed products are listed for ever.'].join('\n'),
    params: publicCollection.parameters('products that were removed'),
    result: t.array(t.struct({ prod_id: t.int(), creator: t.string(), creator_akey: t.string() })),
    resultDoc: 'The removed products: id, and name and key of who made it.',
    isRepeatable: true,
    faults: publicCollection.FAULTS,
    authority: loginAuthority,
    async handler({ offset, changes_since_unixtime, ...given }) {
      const collection = await publicCollection.named(vend, given);
      const products = await vend.listings.removedProducts(collection, changes_since_unixtime, offset);
      const names = await vend.avatars.names(products.map(({ creator }) => creator));
      return products.map(({ id, creator }) => ({ prod_id: id, creator: names.get(creator) ?? '', creator_akey: creator }));
    },
  });
