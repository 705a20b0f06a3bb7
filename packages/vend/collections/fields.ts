import { type TypeOf, t } from '@scrip/rpc';
import { percentOf } from '../catalogue/rules.ts';
import { type Collection, ratingOf } from '../model.ts';
import { given, textureKey, urlPart } from '../params.ts';
import type { CollectionChanges } from './collections.ts';

const SETTINGS = {
  public: t.optional(t.boolean()),
  description: t.optional(t.string({ max: 4_000 })),
  seller_commission: t.optional(t.double()),
  image_url_part: t.optional(urlPart),
  texture_key: t.optional(textureKey),
  tags: t.optional(t.string({ max: 255 })),
  affiliate_group: t.optional(t.string({ max: 255 })),
  manager_group: t.optional(t.string({ max: 255 })),
};

export const collectionSettings = t.struct(SETTINGS);
export const collectionChanges = t.struct({ name: t.optional(t.string({ max: 255 })), ...SETTINGS });

export const SETTINGS_DOC = [
  'public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at',
  'most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members',
  'see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.',
].join('\n');

/** As operations take them. */
export function readCollectionChanges(changes: TypeOf<typeof collectionChanges>): CollectionChanges {
  return given({
    name: changes.name,
    public: changes.public,
    description: changes.description,
    tags: changes.tags,
    imageUrlPart: changes.image_url_part,
    textureKey: changes.texture_key,
    commission: changes.seller_commission,
    affiliateGroup: changes.affiliate_group,
    managerGroup: changes.manager_group,
  });
}

export const collectionDetails = t.struct({
  name: t.string(),
  merchant: t.string(),
  merchant_akey: t.string(),
  public: t.boolean(),
  description: t.string(),
  seller_commission: t.double(),
  image_url_part: t.string(),
  texture_key: t.string(),
  tags: t.string(),
  affiliate_group: t.string(),
  manager_group: t.string(),
  rating: t.double(),
  total_votes: t.int(),
  products: t.int(),
  created: t.dateTime(),
});

export function writeCollection(collection: Collection, merchantName: string): TypeOf<typeof collectionDetails> {
  return {
    name: collection.name,
    merchant: merchantName,
    merchant_akey: collection.merchant,
    public: collection.public,
    description: collection.description,
    seller_commission: percentOf(collection.commission),
    image_url_part: collection.imageUrlPart,
    texture_key: collection.textureKey,
    tags: collection.tags,
    affiliate_group: collection.affiliateGroup ?? '',
    manager_group: collection.managerGroup ?? '',
    rating: ratingOf(collection),
    total_votes: collection.votes,
    products: collection.size,
    created: collection.createdAt,
  };
}
