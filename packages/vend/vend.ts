import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Capabilities, MasterKey } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { Catalogue } from './catalogue/catalogue.ts';
import { Credits } from './credit/credits.ts';
import { Orders } from './orders/orders.ts';
import { Search } from './search/search.ts';

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
  /** Store credit and gift cards. */
  readonly credits: Credits;
  readonly orders: Orders;
}

export function createVend(parts: VendParts): Vend {
  const catalogue = new Catalogue(parts);
  const search = new Search(parts);
  const credits = new Credits(parts);
  const orders = new Orders(parts, catalogue, credits);
  return { ...parts, catalogue, search, credits, orders };
}
