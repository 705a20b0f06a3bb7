import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Uuid } from '@scrip/kernel';
import type { Collection } from '../model.ts';
import { type ShownProduct, type ShownVendor, Store } from './store.ts';

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

/** What the documents list of collections, a page at a time. */
export class Listings {
  readonly #store: Store;
  readonly #groups: Groups;

  constructor({ database, groups }: { readonly database: Database; readonly groups: Groups }) {
    this.#store = new Store(database);
    this.#groups = groups;
  }

  /** Public and private, in the order of their names. */
  names(merchant: Uuid): Promise<string[]> {
    return this.#store.names(merchant);
  }

  /** In the order of their names, by whomever. */
  publicCollections(offset: number, limit: number): Promise<Collection[]> {
    return this.#store.publicCollections(offset, limit);
  }

  /** All of them, in the order in which they were added. */
  productIds(collection: Collection): Promise<number[]> {
    return this.#store.productIds(collection.id);
  }

  /** A page of the products that were added or changed since then (seconds of Unix time), in the order in which they were added. */
  async products(collection: Collection, since: number, offset: number): Promise<ListedProduct[]> {
    const all = since * 1_000 <= collection.createdAt.getTime();
    const products = await this.#store.products(collection.id, all ? undefined : Math.min(since, LAST_SECOND), offset, PAGE_SIZE);
    if (products.length === 0) return [];
    const ids = products.map(({ id }) => id);
    const vendors = byProduct(await this.#store.vendors(collection.id, ids, await this.#affiliates(collection), MAX_SHOWN_VENDORS));
    const ofAll = merchantsFirst(vendors.get(null) ?? []);
    return products.map((product) => {
      const own = vendors.get(product.id);
      return { product, vendors: own ? merchantsFirst([...own, ...ofAll]) : ofAll };
    });
  }

  /** A page of the products that were removed since then (seconds of Unix time), in the order in which they were removed. */
  removedProducts(collection: Collection, since: number, offset: number): Promise<{ id: number; creator: Uuid }[]> {
    return this.#store.removedProducts(collection.id, Math.min(since, LAST_SECOND), offset, PAGE_SIZE);
  }

  /** Who may sell from it by now: nobody is sent to the object of somebody who left the group. */
  async #affiliates({ affiliateGroup }: Collection): Promise<Uuid[]> {
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
