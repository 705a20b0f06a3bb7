import { type Bank, Changed, type Deal, firstAnswerTo, insufficientFunds, unknownAccount } from '@scrip/bank';
import { fullText } from '@scrip/database';
import { type Fault, isFault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Credits } from '../credit/credits.ts';
import type { Order } from '../orders/model.ts';
import type { Orders } from '../orders/store.ts';
import { priceChanged, tooManyOrders } from './errors.ts';
import { hashOf, type Purchase, type PurchasePlan, type PurchasePlanner } from './plan.ts';
import { isSharedAlike } from './rules.ts';
import { addOrder, countSale, lockBuyer } from './store.ts';

/** What a buyer is told of an order. */
export type Receipt = Pick<Order, 'id' | 'amount' | 'creditUsed' | 'currency' | 'state'>;

/** Bounds what free orders can make the database keep. */
export const MAX_WAITING = 100;

export interface PurchasesOptions {
  readonly bank: Bank;
  readonly planner: PurchasePlanner;
  readonly orders: Orders;
  readonly credits: Credits;
}

/** Sells: the payment, its shares, the order and its first delivery are one transaction. */
export class Purchases {
  readonly #bank: Bank;
  readonly #planner: PurchasePlanner;
  readonly #orders: Orders;
  readonly #credits: Credits;

  constructor({ bank, planner, orders, credits }: PurchasesOptions) {
    this.#bank = bank;
    this.#planner = planner;
    this.#orders = orders;
    this.#credits = credits;
  }

  /**
   * Buys one. A retry gets the order as it is by then. Raises what `PurchasePlanner.plan` raises and a payment does, and
   * bank.request_conflict, vend.price_changed, vend.sold_out, vend.too_many_orders.
   */
  buy(purchase: Purchase): Promise<Receipt> {
    return this.#bank.deals.settle(this.dealOf(purchase));
  }

  /** As `buy`, for whoever settles more than the purchase in one transaction. */
  dealOf(purchase: Purchase): Deal<PurchasePlan, void, Receipt> {
    const { buyer, productId } = purchase;
    return {
      plan: () => this.#planner.plan(purchase),
      lock: (client) => lockBuyer(client, buyer),
      book: (client, plan) => this.#book(client, plan),
      firstAnswer: firstAnswerTo({ ...purchase, requestHash: hashOf(purchase) }, (id) => this.#orders.find(id)),
      isStale: (refusal, plan) => this.#isStale(refusal, plan),
      changesAllTheTime: () => priceChanged(`product ${productId} changes all the time; ask again`),
    };
  }

  async #book(client: PoolClient, { order, payment, notices, quote: { product } }: PurchasePlan): Promise<Receipt> {
    const { productId, buyer } = order;
    if (!(await addOrder(client, order, MAX_WAITING))) {
      throw tooManyOrders(fullText(buyer, MAX_WAITING, `orders of product ${productId} that wait to be delivered`));
    }
    const claim = async () => {
      const now = await countSale(client, productId);
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
  async #isStale(refusal: Fault, { order: { merchant, buyer, creditUsed } }: PurchasePlan): Promise<boolean> {
    if (isFault(refusal, unknownAccount)) return true;
    return isFault(refusal, insufficientFunds) && creditUsed > 0n && (await this.#credits.balance(merchant, buyer)) < creditUsed;
  }
}
