import type { Collection, Offer, Product } from '../model.ts';

/** The members of a model, and the column of its table, or the expression, that each of them is read from. */
type Columns<T> = Readonly<Record<keyof T, string>>;

const COLLECTION: Columns<Collection> = {
  id: 'id',
  merchant: 'creator',
  name: 'name',
  public: 'public',
  description: 'description',
  tags: 'tags',
  imageUrlPart: 'image_url_part',
  textureKey: 'texture_key',
  commission: 'commission',
  affiliateGroup: 'affiliate_group',
  managerGroup: 'manager_group',
  votes: 'votes',
  ratingSum: 'rating_sum',
  size: 'size',
  createdAt: 'created_at',
  removed: 'c.removed_at IS NOT NULL',
};

const PRODUCT: Columns<Product> = {
  id: 'id',
  collectionId: 'collection_id',
  merchant: 'merchant',
  creator: 'creator',
  name: 'name',
  description: 'description',
  categories: 'categories',
  tags: 'tags',
  mature: 'mature',
  price: 'price',
  currency: 'currency',
  quantity: 'quantity',
  copy: 'copy',
  modify: 'modify',
  transfer: 'transfer',
  prims: 'prims',
  textureKey: 'texture_key',
  textureAnim: 'texture_anim',
  imageUrlPart: 'image_url_part',
  featured: 'featured',
  creatorShare: 'creator_share',
  partners: `(SELECT coalesce(json_agg(json_build_object('key', key, 'share', share) ORDER BY key), '[]')
              FROM vend_partner WHERE product_id = p.id)`,
  sales: 'sales',
  votes: 'votes',
  ratingSum: 'rating_sum',
  createdAt: 'created_at',
  changedAt: 'changed_at',
  removedAt: 'removed_at',
};

/** `table` is the name that the statement has for it. */
function select<T>(columns: Columns<T>, table: string, prefix = ''): string {
  return Object.entries<string>(columns)
    .map(([member, source]) => `${/^\w+$/.test(source) ? `${table}.${source}` : source} AS "${prefix}${member}"`)
    .join(', ');
}

/** What a Collection is read from, of vend_collection c. */
export const collectionColumns = select(COLLECTION, 'c');
/** What a Product is read from, of vend_product p. */
export const productColumns = select(PRODUCT, 'p');

const OF_COLLECTION = 'collection.';
/** What `readOffer` reads, of vend_product p and vend_collection c. */
export const offerColumns = `${productColumns}, ${select(COLLECTION, 'c', OF_COLLECTION)}`;

export function readOffer(row: Readonly<Record<string, unknown>>): Offer {
  const product: Record<string, unknown> = {};
  const collection: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column.startsWith(OF_COLLECTION)) collection[column.slice(OF_COLLECTION.length)] = value;
    else product[column] = value;
  }
  return { product: product as unknown as Product, collection: collection as unknown as Collection };
}
