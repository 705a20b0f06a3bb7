import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { isUuid, type Page, type Uuid } from '@scrip/kernel';
import type { Access } from '../access/store.ts';
import type { Catalogue } from '../catalogue/store.ts';
import type { Visibility } from '../catalogue/visibility.ts';
import type { Credits } from '../credit/credits.ts';
import { Deliveries } from '../deliveries/deliveries.ts';
import { Purchases } from '../purchases/purchases.ts';
import { TermsOfSale } from '../purchases/terms.ts';
import { Refunds } from '../refunds/refunds.ts';
import type { Vendors } from '../vendors/store.ts';
import type { Delivery, Order, Whose } from './model.ts';
import { Store } from './store.ts';

export interface OrdersOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
  readonly catalogue: Catalogue;
  readonly visibility: Visibility;
  readonly vendors: Vendors;
  readonly credits: Credits;
  readonly access: Access;
}

/** Of one order, where somebody asks about it. */
const MAX_DELIVERIES = 20;

/** What was bought, and everything that becomes of it. */
export class Orders {
  readonly terms: TermsOfSale;
  readonly purchases: Purchases;
  readonly refunds: Refunds;
  readonly deliveries: Deliveries;
  readonly #store: Store;

  constructor({ database, avatars, groups, bank, catalogue, visibility, vendors, credits, access }: OrdersOptions) {
    const store = new Store(database);
    this.#store = store;
    this.terms = new TermsOfSale({ groups, bank, catalogue, visibility, vendors, access });
    this.purchases = new Purchases({ avatars, bank, store, terms: this.terms, access, credits });
    this.refunds = new Refunds({ avatars, bank, store, credits });
    this.deliveries = new Deliveries(avatars, store);
  }

  async find(id: string): Promise<Order | undefined> {
    return isUuid(id) ? this.#store.find(id) : undefined;
  }

  /** Newest first. */
  list(whose: Whose, page: Page): Promise<readonly Order[]> {
    return this.#store.list(whose, page);
  }

  /** A delivery and its order. */
  async delivery(id: string): Promise<{ readonly delivery: Delivery; readonly order: Order } | undefined> {
    const delivery = isUuid(id) ? await this.#store.delivery(id) : undefined;
    const order = delivery && (await this.#store.find(delivery.orderId));
    return delivery && order && { delivery, order };
  }

  /** The newest first, at most 20. */
  deliveriesOf(order: Order): Promise<readonly Delivery[]> {
    return this.#store.deliveriesOf(order.id, MAX_DELIVERIES);
  }

  /** Whether somebody bought a product, for themselves or not, or was given it; what was refunded does not count. */
  hasBought(productId: number, akey: Uuid): Promise<boolean> {
    return this.#store.hasBought(productId, akey);
  }
}
