import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Capabilities, MasterKey } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { Access } from './access/access.ts';
import { Catalogue } from './catalogue/catalogue.ts';
import { Credits } from './credit/credits.ts';
import { GiftCards } from './gift-cards/gift-cards.ts';
import { Orders } from './orders/orders.ts';
import { Search } from './search/search.ts';
import { Votes } from './votes/votes.ts';

/** Products: what is offered, who finds it, who buys it, and how it is handed over. */
export interface Vend {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly bank: Bank;
  readonly catalogue: Catalogue;
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
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly bank: Bank;
}

export function createVend({ database, masterKey, avatars, capabilities, groups, bank }: VendOptions): Vend {
  const catalogue = new Catalogue({ database, avatars, groups, bank });
  const search = new Search({ database });
  const credits = new Credits({ database, avatars, bank });
  const access = new Access({ database });
  const giftCards = new GiftCards({ database, avatars, bank, masterKey, catalogue, credits, access });
  const orders = new Orders({ database, avatars, groups, bank, catalogue, credits, access });
  const votes = new Votes({ database, orders });
  return { avatars, capabilities, groups, bank, catalogue, search, credits, access, giftCards, orders, votes };
}
