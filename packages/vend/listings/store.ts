import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { AvatarKey, Page } from '@scrip/kernel';
import type { Collection, Position, Product } from '../model.ts';
import { CHANGED_PAGE, DETAILED, IDS, NAMES, PAGE, PUBLIC, REMOVED_PAGE, VENDORS } from './statements.ts';

/** What the public listing shows of a product. */
export interface ShownProduct
  extends Pick<
    Product,
    | 'id'
    | 'name'
    | 'creator'
    | 'categories'
    | 'tags'
    | 'mature'
    | 'price'
    | 'currency'
    | 'imageUrlPart'
    | 'textureKey'
    | 'votes'
    | 'ratingSum'
  > {
  /** The first 255 characters of the description. */
  readonly shortDescription: string;
}

export interface ShownVendor extends Position {
  /** Null: it sells the whole collection. */
  readonly productId: number | null;
  readonly owner: AvatarKey;
  readonly matureRegion: boolean;
  /** Whether the owner is the merchant. */
  readonly own: boolean;
}

/** A product as anybody sees it, with those who sell it in-world. */
export interface ListedProduct {
  readonly product: ShownProduct;
  /** The merchant's first, and those that sell nothing else before those that sell the whole collection. */
  readonly vendors: readonly ShownVendor[];
}

/** Products on a page of a collection. */
export const PAGE_SIZE = 100;
/** Vendors beside a product. */
const MAX_SHOWN_VENDORS = 10;
/** Seconds of Unix time up to the end of the year 9999: what is later, no database can compare with. */
const LAST_SECOND = 253_402_300_799;

export interface ListingsOptions {
  readonly database: Database;
  readonly groups: Groups;
}

/** What the documents list of collections, a page at a time. */
export class Listings {
  readonly #pool: Database['pool'];
  readonly #groups: Groups;

  constructor({ database, groups }: ListingsOptions) {
    this.#pool = database.pool;
    this.#groups = groups;
  }

  /** Names of a merchant's collections, public and private, in the order of their names. */
  async names(merchant: AvatarKey): Promise<string[]> {
    return (await NAMES.all(this.#pool, merchant)).map(({ name }) => name);
  }

  /** Those of all merchants, in the order of their names. */
  publicCollections(offset: number, limit: number): Promise<Collection[]> {
    return PUBLIC.all(this.#pool, offset, limit);
  }

  /** All of them, in the order in which they were added. */
  async productIds({ id }: Collection): Promise<number[]> {
    // Up to 100,000 rows: the driver need not make an object of each.
    const { rows } = await this.#pool.query<[number]>({ ...IDS.bind(id), rowMode: 'array' });
    return rows.map(([productId]) => productId);
  }

  /** With all their details, in the order in which they were added. A page may begin behind any number. */
  detailedProducts({ id }: Collection, page: Page): Promise<Product[]> {
    return DETAILED.read(this.#pool, [id], page);
  }

  /** A page of the products that were added or changed since then (seconds of Unix time), in the order in which they were added. */
  async products(collection: Collection, since: number, offset: number): Promise<ListedProduct[]> {
    const products = await this.#page(collection, since, offset);
    if (products.length === 0) return [];
    const ids = products.map(({ id }) => id);
    const affiliates = await this.#affiliates(collection);
    const vendors = byProduct(await VENDORS.all(this.#pool, collection.id, ids, affiliates, MAX_SHOWN_VENDORS));
    const ofAll = merchantsFirst(vendors.get(null) ?? []);
    return products.map((product) => {
      const own = vendors.get(product.id);
      return { product, vendors: own ? merchantsFirst([...own, ...ofAll]) : ofAll };
    });
  }

  /** A page of the products that were removed since then (seconds of Unix time), in the order in which they were removed. */
  removedProducts({ id }: Collection, since: number, offset: number): Promise<{ id: number; creator: AvatarKey }[]> {
    return REMOVED_PAGE.all(this.#pool, id, offset, PAGE_SIZE, Math.min(since, LAST_SECOND));
  }

  #page({ id, createdAt }: Collection, since: number, offset: number): Promise<ShownProduct[]> {
    const isAll = since * 1_000 <= createdAt.getTime();
    if (isAll) return PAGE.all(this.#pool, id, offset, PAGE_SIZE);
    return CHANGED_PAGE.all(this.#pool, id, offset, PAGE_SIZE, Math.min(since, LAST_SECOND));
  }

  /** Who may sell from it by now: nobody is sent to the object of somebody who left the group. */
  async #affiliates({ affiliateGroup }: Collection): Promise<AvatarKey[]> {
    return affiliateGroup === null ? [] : (await this.#groups.shares(affiliateGroup)).map(({ akey }) => akey);
  }
}

function byProduct(vendors: readonly ShownVendor[]): Map<number | null, ShownVendor[]> {
  const found = new Map<number | null, ShownVendor[]>();
  for (const vendor of vendors) {
    const others = found.get(vendor.productId);
    if (others) others.push(vendor);
    else found.set(vendor.productId, [vendor]);
  }
  return found;
}

function merchantsFirst(vendors: readonly ShownVendor[]): ShownVendor[] {
  return vendors.toSorted((a, b) => Number(b.own) - Number(a.own)).slice(0, MAX_SHOWN_VENDORS);
}
