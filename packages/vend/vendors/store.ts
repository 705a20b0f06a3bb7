import { type Database, lockOwner } from '@scrip/database';
import { type AvatarKey, newId, type Page, type Uuid } from '@scrip/kernel';
import { checkLabel } from '../catalogue/rules.ts';
import type { Catalogue } from '../catalogue/store.ts';
import type { Collection, Position, Vendor } from '../model.ts';
import { unknownProduct } from '../products/errors.ts';
import { unknownVendor, vendorTaken } from './errors.ts';
import { ANNOUNCE, BY_COLLECTION, BY_OWNER, CEILING, FIND } from './statements.ts';

export interface Announcement extends Position {
  /** The object's key in-world. */
  readonly objectKey: Uuid;
  readonly owner: AvatarKey;
  readonly collection: Collection;
  /** Of the collection; null where the object sells all of it. */
  readonly productId: number | null;
  readonly matureRegion: boolean;
  /** Whether the object itself has called, as one of this owner's: it takes over what another avatar has announced of it. */
  readonly byItself: boolean;
}

/** A vendor as its owner and the merchant see it. */
export interface ListedVendor extends Vendor {
  readonly merchant: AvatarKey;
  readonly collectionName: string;
  /** Whether what it sells is still there. */
  readonly selling: boolean;
}

/** Of one owner. */
export const MAX_VENDORS = 1_000;

export interface VendorsOptions {
  readonly database: Database;
  readonly catalogue: Catalogue;
}

/** The objects in-world that sell something, as they tell about themselves. */
export class Vendors {
  readonly #database: Database;
  readonly #catalogue: Catalogue;

  constructor({ database, catalogue }: VendorsOptions) {
    this.#database = database;
    this.#catalogue = catalogue;
  }

  /** By the object's key. What it sells may be removed, and its owner may have left the affiliate group. */
  find(objectKey: Uuid): Promise<Vendor | undefined> {
    return FIND.first(this.#database.pool, objectKey.toLowerCase());
  }

  /**
   * Announced again, a vendor moves or sells something else. It stays with who announced it first, until the object itself
   * or the merchant from whose collection it sells announces it. Raises vend.unknown_product, vend.invalid_name, vend.vendor_taken
   * and vend.too_many_vendors.
   */
  async announce({ owner, collection, productId, x, y, z, matureRegion, byItself, ...named }: Announcement): Promise<'added' | 'updated'> {
    if (productId !== null) await this.#mustBeIn(collection, productId);
    const id = newId();
    const objectKey = named.objectKey.toLowerCase();
    const region = checkLabel(named.region, 'region');
    const own = owner === collection.merchant;
    return this.#database.transaction(async (client) => {
      await lockOwner(client, 'vendors', owner);
      if ((await FIND.first(client, objectKey))?.owner !== owner) await CEILING.mustHaveRoom(client, MAX_VENDORS, owner, owner);
      const { id: collectionId } = collection;
      const place = [region, x, y, z, matureRegion] as const;
      const kept = await ANNOUNCE.first(client, id, objectKey, owner, collectionId, productId, ...place, own, byItself);
      if (!kept) throw vendorTaken(`the object ${named.objectKey} was announced by another avatar`);
      return kept.id === id ? 'added' : 'updated';
    });
  }

  /** Raises vend.unknown_vendor. */
  async remove({ id, objectKey }: Vendor): Promise<void> {
    const { count } = await this.#database.prisma.vendVendor.deleteMany({ where: { id } });
    if (count === 0) throw unknownVendor(`the vendor ${objectKey} is not there any more`);
  }

  /** Those of one owner, or all that sell from a collection, in the order in which they were first announced. */
  list(of: { readonly owner: AvatarKey } | { readonly collection: Collection }, page: Page): Promise<readonly ListedVendor[]> {
    const { pool } = this.#database;
    return 'owner' in of ? BY_OWNER.read(pool, [of.owner], page) : BY_COLLECTION.read(pool, [of.collection.id], page);
  }

  async #mustBeIn({ id, name }: Collection, productId: number): Promise<void> {
    const offer = await this.#catalogue.offer(productId);
    if (offer?.collection.id === id && !offer.product.removedAt) return;
    throw unknownProduct(`there is no product ${productId} in ${JSON.stringify(name)}`);
  }
}
