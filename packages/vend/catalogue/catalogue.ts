import { type Avatars, nameKey } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Presented } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Uuid } from '@scrip/kernel';
import { Collections } from '../collections/collections.ts';
import { unknownCollection } from '../errors.ts';
import { MANAGE, READ } from '../kinds.ts';
import { Listings } from '../listings/listings.ts';
import type { Collection, Offer } from '../model.ts';
import { Products } from '../products/products.ts';
import { Vendors } from '../vendors/vendors.ts';
import { Store } from './store.ts';

/** Groups beyond these open no private collection to the search; what is named is looked at in any case. */
const MAX_GROUPS = 200;
const MAX_READABLE = 2_000;

export interface CatalogueOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
}

/** Collections and products as everything else here looks them up. */
export class Catalogue {
  readonly collections: Collections;
  readonly products: Products;
  readonly vendors: Vendors;
  readonly listings: Listings;
  readonly #store: Store;
  readonly #groups: Groups;

  constructor({ database, avatars, groups, bank }: CatalogueOptions) {
    this.collections = new Collections({ database, groups });
    this.products = new Products({ database, avatars, groups, bank });
    this.vendors = new Vendors({ database });
    this.listings = new Listings({ database, groups });
    this.#store = new Store(database);
    this.#groups = groups;
  }

  /** A merchant's collection by its name, in any case; private ones too. A removed one is found by nothing. */
  find(merchant: Uuid, name: string): Promise<Collection | undefined> {
    return this.#store.collectionByName(merchant, nameKey(name));
  }

  /** Whether an avatar has a collection at all, and so is a merchant. */
  sells(merchant: Uuid): Promise<boolean> {
    return this.#store.sells(merchant);
  }

  /** One that everybody sees. Raises vend.unknown_collection where there is none of this name, or it is private. */
  async getPublic(merchant: Uuid, name: string): Promise<Collection> {
    const collection = await this.find(merchant, name);
    if (collection?.public) return collection;
    throw unknownCollection(`${merchant} has no public collection called ${JSON.stringify(name.slice(0, 63))}`);
  }

  /** By its id; removed ones too. */
  collection(id: Uuid): Promise<Collection | undefined> {
    return this.#store.collection(id);
  }

  /** A product and its collection; removed ones too, which is what `removedAt` tells. */
  product(id: number): Promise<Offer | undefined> {
    return this.#store.offer(id);
  }

  /** Whether an avatar may see a collection and buy what is in it: the merchant, and members of its groups, where it is not public. */
  async isVisible({ public: isPublic, merchant, affiliateGroup, managerGroup }: Collection, akey: Uuid): Promise<boolean> {
    if (isPublic || merchant === akey) return true;
    if (affiliateGroup && (await this.#groups.isMember(affiliateGroup, akey))) return true;
    return managerGroup !== null && this.#groups.isMember(managerGroup, akey);
  }

  /** Whether an avatar may buy this: it was not removed, and the avatar sees it. */
  async mayBuy({ product, collection }: Offer, akey: Uuid): Promise<boolean> {
    return product.removedAt === null && (await this.isVisible(collection, akey));
  }

  /**
   * The private collections that those who call may see: their own, those of the merchants who granted them vend.read or
   * vend.manage, and those whose affiliate or manager group they are in. At most 2,000, the merchants' first. Logins with
   * limits have to be left out by the caller.
   */
  async readableCollections({ logins, grants }: Pick<Presented, 'logins' | 'grants'>): Promise<readonly Uuid[]> {
    const callers = [...new Set(logins.map(({ sub }) => sub))];
    if (callers.length === 0) return [];
    const granted = grants.filter(({ kind, sub }) => (kind === READ.name || kind === MANAGE.name) && callers.includes(sub));
    const merchants = [...new Set([...callers, ...granted.map(({ grantor }) => grantor)])];
    const memberships = await Promise.all(callers.map((akey) => this.#groups.listMemberships(akey, { offset: 0, limit: MAX_GROUPS })));
    const groups = [...new Set(memberships.flat().map(({ group }) => group.gkey))];
    return this.#store.privateCollections(merchants, groups, MAX_READABLE);
  }
}
