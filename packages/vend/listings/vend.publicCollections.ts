import { loginAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { percentOf } from '../catalogue/rules.ts';
import { ratingOf } from '../model.ts';
import * as params from '../params.ts';
import type { Vend } from '../vend.ts';
import { offset } from './public-collection.ts';

const MAX_LIMIT = 1_000;

const COLLECTION = t.struct({
  name: t.string(),
  merchant: t.string(),
  merchant_akey: t.string(),
  desc: t.string(),
  seller_commission: t.double(),
  image_url_part: t.string(),
  texture_key: t.string(),
  rating: t.double(),
  tags: t.string(),
});

/** Apez, vend.publicCollections. */
export const publicCollections = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.publicCollections',
    summary: 'Lists the public collections of all merchants, in the order of their names.',
    params: {
      capabilities: params.capabilities,
      offset,
      limit: param(t.int({ min: -1 }), `How many to list; at most ${MAX_LIMIT} come in one answer, and -1 asks for as many.`),
    },
    result: t.array(COLLECTION),
    resultDoc: [
      'Collections: merchant is the name of who sells what is in it; seller_commission the percentage of each sale that an affiliate gets;',
      'rating the mean of all votes from 1 to 5 on its products, 0 where there are none.',
    ].join(' '),
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    async handler({ offset, limit }) {
      const size = limit === -1 ? MAX_LIMIT : Math.min(limit, MAX_LIMIT);
      const collections = await vend.listings.publicCollections(offset, size);
      const names = await vend.avatars.names(collections.map(({ merchant }) => merchant));
      return collections.map((collection) => ({
        name: collection.name,
        merchant: names.get(collection.merchant) ?? '',
        merchant_akey: collection.merchant,
        desc: collection.description,
        seller_commission: percentOf(collection.commission),
        image_url_part: collection.imageUrlPart,
        texture_key: collection.textureKey,
        rating: ratingOf(collection),
        tags: collection.tags,
      }));
    },
  });
