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

/** What the parts of this slice stand on. */
export interface VendParts {
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly bank: Bank;
}

/** Products: what is offered, who finds it, who buys it, and how it is handed over. */
export interface Vend extends VendParts {
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

export function createVend(parts: VendParts): Vend {
  const catalogue = new Catalogue(parts);
  const search = new Search(parts);
  const credits = new Credits(parts);
  const access = new Access(parts);
  const giftCards = new GiftCards(parts, catalogue, credits, access);
  const orders = new Orders(parts, catalogue, credits, access);
  const votes = new Votes(parts, orders);
  return { ...parts, catalogue, search, credits, access, giftCards, orders, votes };
}
