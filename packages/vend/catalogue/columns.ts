import type { Collection, Offer, Product } from '../model.ts';

/** The members of a model, and the column or expression that each of them is read from. */
type Columns<T> = Readonly<Record<keyof T, string>>;

const COLLECTION: Columns<Collection> = {
  id: 'c.id',
  merchant: 'c.creator',
  name: 'c.name',
  public: 'c.public',
  description: 'c.description',
  tags: 'c.tags',
  imageUrlPart: 'c.image_url_part',
  textureKey: 'c.texture_key',
  commission: 'c.commission',
  affiliateGroup: 'c.affiliate_group',
  managerGroup: 'c.manager_group',
  votes: 'c.votes',
  ratingSum: 'c.rating_sum',
  size: 'c.size',
  createdAt: 'c.created_at',
  removed: 'c.removed_at IS NOT NULL',
};

const PRODUCT: Columns<Product> = {
  id: 'p.id',
  collectionId: 'p.collection_id',
  merchant: 'p.merchant',
  creator: 'p.creator',
  name: 'p.name',
  description: 'p.description',
  categories: 'p.categories',
  tags: 'p.tags',
  mature: 'p.mature',
  price: 'p.price',
  currency: 'p.currency',
  quantity: 'p.quantity',
  copy: 'p.copy',
  modify: 'p.modify',
  transfer: 'p.transfer',
  prims: 'p.prims',
  textureKey: 'p.texture_key',
  textureAnim: 'p.texture_anim',
  imageUrlPart: 'p.image_url_part',
  featured: 'p.featured',
  creatorShare: 'p.creator_share',
  partners: `(SELECT coalesce(json_agg(json_build_object('key', key, 'share', share) ORDER BY key), '[]')
              FROM vend_partner WHERE product_id = p.id)`,
  sales: 'p.sales',
  votes: 'p.votes',
  ratingSum: 'p.rating_sum',
  createdAt: 'p.created_at',
  changedAt: 'p.changed_at',
  removedAt: 'p.removed_at',
};

function select<T>(columns: Columns<T>, prefix = ''): string {
  return Object.entries<string>(columns)
    .map(([member, expression]) => `${expression} AS "${prefix}${member}"`)
    .join(', ');
}

/** What a Collection is read from, of vend_collection c. */
export const collectionColumns = select(COLLECTION);
/** What a Product is read from, of vend_product p. */
export const productColumns = select(PRODUCT);

const OF_COLLECTION = 'collection.';
/** What `readOffer` reads, of vend_product p and vend_collection c. */
export const offerColumns = `${productColumns}, ${select(COLLECTION, OF_COLLECTION)}`;

export function readOffer(row: Readonly<Record<string, unknown>>): Offer {
  const product: Record<string, unknown> = {};
  const collection: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column.startsWith(OF_COLLECTION)) collection[column.slice(OF_COLLECTION.length)] = value;
    else product[column] = value;
  }
  return { product: product as unknown as Product, collection: collection as unknown as Collection };
}
