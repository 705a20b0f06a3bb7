import type { Avatars } from '@scrip/avatars';
import { type Bank, Changed, firstAnswerTo, insufficientFunds, unknownAccount } from '@scrip/bank';
import { fullText } from '@scrip/database';
import { type Fault, isFault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Access } from '../access/store.ts';
import type { Credits } from '../credit/credits.ts';
import { priceChanged, tooManyOrders } from '../orders/errors.ts';
import type { Order } from '../orders/model.ts';
import { isSharedAlike } from '../orders/rules.ts';
import type { Rows, Store } from '../orders/store.ts';
import { hashOf, type Purchase, type Sale, Sales } from './sales.ts';
import type { TermsOfSale } from './terms.ts';

/** What a buyer is told of an order. */
export type Receipt = Pick<Order, 'id' | 'amount' | 'creditUsed' | 'currency' | 'state'>;

/** Bounds what free orders can make the database keep. */
export const MAX_WAITING = 100;

export interface PurchasesOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly store: Store;
  readonly terms: TermsOfSale;
  readonly access: Access;
  readonly credits: Credits;
}

/** Sells: the payment, its shares, the order and its first delivery are one transaction. */
export class Purchases {
  readonly #bank: Bank;
  readonly #store: Store;
  readonly #sales: Sales;
  readonly #credits: Credits;

  constructor({ avatars, bank, store, terms, access, credits }: PurchasesOptions) {
    this.#bank = bank;
    this.#store = store;
    this.#sales = new Sales({ avatars, bank, terms, access, credits });
    this.#credits = credits;
  }

  /**
   * Buys one. A retry gets the order as it is by then. Raises what `Sales.prepare` raises and a payment does, and
   * bank.request_conflict, vend.price_changed, vend.sold_out, vend.too_many_orders.
   */
  buy(purchase: Purchase): Promise<Receipt> {
    const { buyer, productId } = purchase;
    return this.#bank.deals.settle({
      plan: () => this.#sales.prepare(purchase),
      lock: async (client) => {
        const rows = this.#store.within(client);
        await rows.lockBuyer(buyer);
        return rows;
      },
      book: (client, sale, rows) => this.#book(client, sale, rows),
      firstAnswer: firstAnswerTo({ ...purchase, requestHash: hashOf(purchase) }, (id) => this.#store.find(id)),
      isStale: (refusal, sale) => this.#isStale(refusal, sale),
      changesAllTheTime: () => priceChanged(`product ${productId} changes all the time; ask again`),
    });
  }

  async #book(client: PoolClient, { order, payment, notices, terms: { product } }: Sale, rows: Rows): Promise<Receipt> {
    const { productId, buyer } = order;
    if (!(await rows.add(order, MAX_WAITING))) {
      throw tooManyOrders(fullText(buyer, MAX_WAITING, `orders of product ${productId} that wait to be delivered`));
    }
    const claim = async () => {
      const now = await rows.claim(productId);
      if (!now || !isSharedAlike(now, product)) throw new Changed();
    };
    // Where there is an end, buyers queue here; otherwise they only meet for the moment that the sale is counted in.
    const isLimited = product.quantity !== null;
    if (isLimited) await claim();
    await this.#bank.deals.pay(client, payment, notices);
    if (!isLimited) await claim();
    return { ...order, state: 'queued' };
  }

  /** A group that has a share was dissolved since it was planned (no other account goes away), or credit that was there was spent. */
  async #isStale(refusal: Fault, { order: { merchant, buyer, creditUsed } }: Sale): Promise<boolean> {
    if (isFault(refusal, unknownAccount)) return true;
    return isFault(refusal, insufficientFunds) && creditUsed > 0n && (await this.#credits.balance(merchant, buyer)) < creditUsed;
  }
}
