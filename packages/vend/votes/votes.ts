import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { unknownProduct } from '../errors.ts';
import type { Product } from '../model.ts';
import type { Orders } from '../orders/orders.ts';
import { notBought, ownProduct } from './errors.ts';
import { Store, type Tally } from './store.ts';

/** What buyers think of products, from 1 to 5. */
export class Votes {
  readonly #orders: Orders;
  readonly #store: Store;

  constructor({ database, orders }: { readonly database: Database; readonly orders: Orders }) {
    this.#orders = orders;
    this.#store = new Store(database);
  }

  /** What somebody has voted; undefined where they have not. */
  of(product: Product, akey: Uuid): Promise<number | undefined> {
    return this.#store.find(product.id, akey);
  }

  /** One vote an avatar: another one changes it. Raises vend.own_product, vend.not_bought, vend.unknown_product. */
  async vote(product: Product, akey: Uuid, rating: number): Promise<Tally> {
    if (akey === product.merchant || akey === product.creator) throw ownProduct(`${akey} sells or made product ${product.id}`);
    if (!(await this.#orders.hasBought(product.id, akey))) throw notBought(`${akey} has not got product ${product.id}`);
    const tally = await this.#store.vote(product, akey, rating);
    if (!tally) throw unknownProduct(`there is no product ${product.id} any more`);
    return tally;
  }
}
