import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import { Creations, type MasterKey } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { Access } from './access/store.ts';
import { Catalogue } from './catalogue/store.ts';
import { Visibility } from './catalogue/visibility.ts';
import { Collections } from './collections/collections.ts';
import { Credits } from './credit/credits.ts';
import { CreditStore } from './credit/store.ts';
import { Deliveries } from './deliveries/store.ts';
import { GiftCards } from './gift-cards/gift-cards.ts';
import { Redemptions } from './gift-cards/redemptions.ts';
import { GiftCardStore } from './gift-cards/store.ts';
import { Listings } from './listings/store.ts';
import { Orders } from './orders/store.ts';
import { Products } from './products/products.ts';
import { PurchasePlanner } from './purchases/plan.ts';
import { Purchases } from './purchases/purchases.ts';
import { Quotes } from './purchases/quotes.ts';
import { Offers } from './purchases/store.ts';
import { Refunds } from './refunds/refunds.ts';
import { Search } from './search/search.ts';
import { Vendors } from './vendors/store.ts';
import { Votes } from './votes/store.ts';

/** Products: what is offered, who finds it, who buys it, and how it is handed over. */
export interface Vend {
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
  /** What was made under a request id. */
  readonly creations: Creations;
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
  readonly redemptions: Redemptions;
  readonly orders: Orders;
  readonly quotes: Quotes;
  readonly purchases: Purchases;
  readonly refunds: Refunds;
  readonly deliveries: Deliveries;
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
  const credits = new Credits({ avatars, bank, store: new CreditStore(database) });
  const access = new Access(database);
  const cards = new GiftCardStore(database);
  const giftCards = new GiftCards({ avatars, bank, masterKey, catalogue, access, store: cards });
  const redemptions = new Redemptions({ bank, credits, access, store: cards });
  const orders = new Orders(database);
  const quotes = new Quotes({ offers: new Offers(database), groups, bank, visibility, vendors });
  const planner = new PurchasePlanner({ avatars, bank, quotes, access, credits });
  const purchases = new Purchases({ bank, planner, orders, credits });
  const refunds = new Refunds({ avatars, bank, orders });
  const deliveries = new Deliveries({ database, avatars, orders });
  const votes = new Votes({ database, orders });
  const offered = { catalogue, visibility, collections, products, vendors, listings, search };
  const sold = { orders, quotes, purchases, refunds, deliveries };
  const creations = new Creations(database);
  return { avatars, groups, bank, creations, ...offered, credits, access, giftCards, redemptions, ...sold, votes };
}
