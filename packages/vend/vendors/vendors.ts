import type { Database } from '@scrip/database';
import { newId, type Page, type Uuid } from '@scrip/kernel';
import { checkLabel } from '../catalogue/rules.ts';
import { unknownVendor, vendorTaken } from '../errors.ts';
import type { Collection, Position, Product, Vendor } from '../model.ts';
import { type ListedVendor, Store } from './store.ts';

export interface Announcement extends Position {
  /** The object's key in-world. */
  readonly objectKey: Uuid;
  readonly owner: Uuid;
  readonly collection: Collection;
  /** Of the collection; undefined where the object sells all of it. */
  readonly product: Product | undefined;
  readonly matureRegion: boolean;
}

export const MAX_VENDORS = 1_000;

/** The objects in-world that sell something, as they tell about themselves. */
export class Vendors {
  readonly #store: Store;

  constructor({ database }: { readonly database: Database }) {
    this.#store = new Store(database);
  }

  /** By the object's key. It may sell what is not there any more, and its owner may be no affiliate any more. */
  find(objectKey: Uuid): Promise<Vendor | undefined> {
    return this.#store.find(objectKey.toLowerCase());
  }

  /** Once more, it moves or sells something else. Raises vend.invalid_name, vend.vendor_taken and vend.too_many_vendors. */
  async announce({ objectKey, owner, collection, product, region, ...rest }: Announcement): Promise<'added' | 'updated'> {
    const vendor = {
      ...rest,
      id: newId(),
      objectKey: objectKey.toLowerCase(),
      owner,
      region: checkLabel(region, 'region'),
      collectionId: collection.id,
      productId: product?.id ?? null,
    };
    const outcome = await this.#store.announce(vendor, owner === collection.merchant, MAX_VENDORS);
    if (outcome === 'taken') throw vendorTaken(`the object ${objectKey} was announced by another avatar`);
    return outcome;
  }

  /** Raises vend.unknown_vendor. */
  async remove(vendor: Vendor): Promise<void> {
    if (!(await this.#store.remove(vendor.id))) throw unknownVendor(`the vendor ${vendor.objectKey} is not there any more`);
  }

  /** In the order in which they were announced first: those of an owner, or of a collection whoever owns them. */
  list(of: { readonly owner: Uuid } | { readonly collection: Collection }, page: Page): Promise<readonly ListedVendor[]> {
    return 'owner' in of ? this.#store.ofOwner(of.owner, page) : this.#store.ofCollection(of.collection.id, page);
  }
}
