import { array, bool, int4, int8, nullable, present, type Row, type SqlType, text, timestamptz, uuid } from '@scrip/database';
import type { Collection, Offer, Partner, Product } from '../model.ts';

type Columns<T> = Readonly<Record<keyof T, SqlType<never, unknown>>>;

/** A Collection as statements read it. */
export const COLLECTION = {
  id: uuid,
  merchant: uuid,
  name: text,
  public: bool,
  description: text,
  tags: text,
  imageUrlPart: text,
  textureKey: text,
  commission: int4,
  affiliateGroup: nullable(uuid),
  managerGroup: nullable(uuid),
  votes: int4,
  ratingSum: int4,
  size: int4,
  createdAt: timestamptz,
  removed: bool,
} satisfies Columns<Collection>;

const PARTNERS: SqlType<readonly Partner[]> = { name: 'json', nullable: false, quoted: true };

/** A Product as statements read it. */
export const PRODUCT = {
  id: int4,
  collectionId: uuid,
  merchant: uuid,
  creator: uuid,
  name: text,
  description: text,
  categories: present(array(text)),
  tags: text,
  mature: bool,
  price: int8,
  currency: text,
  quantity: nullable(int4),
  copy: bool,
  modify: bool,
  transfer: bool,
  prims: int4,
  textureKey: text,
  textureAnim: text,
  imageUrlPart: text,
  featured: bool,
  creatorShare: int4,
  partners: PARTNERS,
  sales: int4,
  votes: int4,
  ratingSum: int4,
  createdAt: timestamptz,
  changedAt: timestamptz,
  removedAt: nullable(timestamptz),
} satisfies Columns<Product>;

/** What is read from elsewhere than a column of its own name. */
const COLLECTION_SOURCES = { merchant: 'c.creator', removed: 'c.removed_at IS NOT NULL' };
const PRODUCT_SOURCES = {
  partners: `(SELECT coalesce(json_agg(json_build_object('key', key, 'share', share) ORDER BY key), '[]')
              FROM vend_partner WHERE product_id = p.id)`,
};

/** `table` is the name that the statement has for it. */
function select<T>(row: Columns<T>, table: string, sources: Partial<Record<keyof T, string>>, prefix = ''): string {
  const given = new Map(Object.entries<string | undefined>(sources));
  return Object.keys(row)
    .map((member) => `${given.get(member) ?? `${table}.${columnOf(member)}`} AS "${prefix}${member}"`)
    .join(', ');
}

/** `imageUrlPart` stands in image_url_part. */
function columnOf(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What a Collection is read from, of vend_collection c. */
export const collectionColumns = select(COLLECTION, 'c', COLLECTION_SOURCES);
/** What a Product is read from, of vend_product p. */
export const productColumns = select(PRODUCT, 'p', PRODUCT_SOURCES);

type InOffer<R> = { [Member in keyof R & string as `collection.${Member}`]: R[Member] };

function inOffer<R extends object>(row: R): InOffer<R> {
  return Object.fromEntries(Object.entries(row).map(([member, type]) => [`collection.${member}`, type])) as InOffer<R>;
}

/** An Offer as statements read it: a row of its product, in which its collection's members are called `collection.name` and so on. */
export const OFFER = { ...PRODUCT, ...inOffer(COLLECTION) };
/** What an Offer is read from, of vend_product p and vend_collection c. */
export const offerColumns = `${productColumns}, ${select(COLLECTION, 'c', COLLECTION_SOURCES, 'collection.')}`;

export function readOffer(row: Row<typeof OFFER>): Offer {
  const {
    'collection.id': id,
    'collection.merchant': merchant,
    'collection.name': name,
    'collection.public': isPublic,
    'collection.description': description,
    'collection.tags': tags,
    'collection.imageUrlPart': imageUrlPart,
    'collection.textureKey': textureKey,
    'collection.commission': commission,
    'collection.affiliateGroup': affiliateGroup,
    'collection.managerGroup': managerGroup,
    'collection.votes': votes,
    'collection.ratingSum': ratingSum,
    'collection.size': size,
    'collection.createdAt': createdAt,
    'collection.removed': removed,
    ...product
  } = row;
  const shown = { id, merchant, name, public: isPublic, description, tags, imageUrlPart, textureKey };
  const shared = { commission, affiliateGroup, managerGroup };
  return { product, collection: { ...shown, ...shared, votes, ratingSum, size, createdAt, removed } };
}
