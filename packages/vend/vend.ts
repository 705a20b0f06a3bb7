import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { MasterKey } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { Access } from './access/store.ts';
import { Catalogue } from './catalogue/store.ts';
import { Visibility } from './catalogue/visibility.ts';
import { Collections } from './collections/collections.ts';
import { Credits } from './credit/credits.ts';
import { GiftCards } from './gift-cards/gift-cards.ts';
import { Listings } from './listings/store.ts';
import { Orders } from './orders/orders.ts';
import { Products } from './products/products.ts';
import { Search } from './search/search.ts';
import { Vendors } from './vendors/store.ts';
import { Votes } from './votes/store.ts';

/** Products: what is offered, who finds it, who buys it, and how it is handed over. */
export interface Vend {
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
  readonly catalogue: Catalogue;
  readonly visibility: Visibility;
  readonly collections: Collections;
  readonly products: Products;
  /** Objects in-world that sell something. */
  readonly vendors: Vendors;
  readonly listings: Listings;
  readonly search: Search;
  /** Store credit. */
  readonly credits: Credits;
  /** Bans and VIPs. */
  readonly access: Access;
  readonly giftCards: GiftCards;
  readonly orders: Orders;
  readonly votes: Votes;
}

export interface VendOptions {
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
}

export function createVend({ database, masterKey, avatars, groups, bank }: VendOptions): Vend {
  const catalogue = new Catalogue(database);
  const visibility = new Visibility({ catalogue, groups });
  const collections = new Collections({ database, groups });
  const products = new Products({ database, avatars, groups, bank });
  const vendors = new Vendors({ database, catalogue });
  const listings = new Listings({ database, groups });
  const search = new Search(database);
  const credits = new Credits({ database, avatars, bank });
  const access = new Access(database);
  const giftCards = new GiftCards({ database, avatars, bank, masterKey, catalogue, credits, access });
  const orders = new Orders({ database, avatars, groups, bank, catalogue, visibility, vendors, credits, access });
  const votes = new Votes({ database, orders });
  const offered = { catalogue, visibility, collections, products, vendors, listings, search };
  return { avatars, groups, bank, ...offered, credits, access, giftCards, orders, votes };
}
