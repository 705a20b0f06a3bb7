import type { Avatars } from '@scrip/avatars';
import {
  type BackPlan,
  type BackRequest,
  type Bank,
  Changed,
  firstAnswerTo,
  isStaleRefund,
  type Prepared,
  refundExceeded,
  unknownTransaction,
} from '@scrip/bank';
import type { Rider } from '@scrip/database';
import type { AvatarKey, JournalId } from '@scrip/kernel';
import { isFault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Order } from '../orders/model.ts';
import { nextState } from '../orders/states.ts';
import { lockOrder, type Orders } from '../orders/store.ts';
import { tillOf } from '../purchases/tills.ts';
import { refundNotices } from './notices.ts';
import { originOf, type Refund } from './requests.ts';
import { endOrder, isLimited, putBack } from './store.ts';

export interface Refunded {
  /** Null where nothing had been paid. */
  readonly journal: JournalId | null;
  /** Minor units of the order's currency: what was given back. */
  readonly amount: bigint;
}

interface RefundPlan {
  /** Undefined where nothing is to be given back: the order was free, or all of it came back by itself. */
  readonly back: BackPlan | undefined;
  readonly payment: Prepared | undefined;
  readonly notices: readonly Rider[];
}

export interface RefundsOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly orders: Orders;
}

/** Gives back what was paid for orders, whole or in parts. No script has to be alive for it. */
export class Refunds {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #orders: Orders;

  constructor({ avatars, bank, orders }: RefundsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#orders = orders;
  }

  /**
   * Each side gives back what it got of the sale; credit becomes credit again (docs/decisions/refunds.md). Once all is back, the order
   * is refunded: what waits to be delivered is not delivered any more, and the piece is for sale again. Raises
   * bank.insufficient_funds with each side that is short, bank.refund_exceeded, bank.request_conflict, and what a payment raises.
   */
  refund(refund: Refund): Promise<Refunded> {
    const { deals } = this.#bank;
    const { order } = refund;
    return deals.settle({
      plan: () => this.#plan(refund),
      lock: (client) => lockOrder(client, order.id),
      book: (client, plan, now) => this.#book(client, plan, now),
      firstAnswer: () => this.#firstAnswer(refund),
      isStale: async (refusal) => isStaleRefund(refusal) && (await this.#orders.find(order.id))?.state !== 'refunded',
    });
  }

  /** Who would give back how much, `giver` alone or everybody; undefined where nothing is left. */
  async preview(order: Order, giver?: AvatarKey): Promise<BackPlan | undefined> {
    return order.state === 'refunded' ? undefined : this.#planAll(order, { giver });
  }

  /** What a refund that is in the books gave back. */
  async answerOf(journal: JournalId): Promise<Refunded> {
    return { journal, amount: await this.#bank.givingBack.given(journal) };
  }

  /** Whether somebody got a part of a sale, of which there may be nothing left. */
  async hasPart({ id, amount }: Order, akey: AvatarKey): Promise<boolean> {
    if (amount === 0n) return false;
    const legs = await this.#legsOf(id, akey);
    return legs.some(({ from, to }) => to.owner === akey && from.owner !== akey);
  }

  /** What others than the merchant got of an order, in minor units. */
  async gotByOthers({ id, merchant, amount }: Order): Promise<bigint> {
    if (amount === 0n) return 0n;
    return (await this.#legsOf(id, merchant)).reduce((rest, leg) => rest - leg.amount, amount);
  }

  /** The transfers of a sale that an avatar has a side of. */
  async #legsOf(id: JournalId, akey: AvatarKey) {
    try {
      return (await this.#bank.transactions.describe(id, akey, () => true)).legs;
    } catch (error) {
      if (isFault(error, unknownTransaction)) return [];
      throw error;
    }
  }

  async #plan(refund: Refund): Promise<RefundPlan> {
    const { order, amount, giver, cover, comment, chain, requestHash } = refund;
    const { id, merchant, currency, productId, productName } = order;
    if (order.amount === 0n && amount !== undefined) throw refundExceeded(`order ${id} cost nothing`);
    const by = { giver, cover: cover ? await tillOf(this.#bank, merchant, currency) : undefined, payer: order.buyer };
    const back =
      amount === undefined ? await this.#planAll(order, by) : await this.#bank.givingBack.plan({ dues: [{ original: id, amount }], ...by });
    if (!back) {
      if (giver !== undefined) throw refundExceeded('nothing is left to be refunded');
      return { back, payment: undefined, notices: await this.#notices(refund, back) };
    }
    const payment = await this.#bank.givingBack.prepare(back, {
      ...originOf(refund),
      ...(chain && { chain }),
      kind: 'sale_refund',
      requestHash,
      comment: comment === '' ? `product ${productId}: ${productName}` : comment,
      spender: giver ?? merchant,
    });
    return { back, payment, notices: await this.#notices(refund, back) };
  }

  /** Undefined where nothing is left: the order was free, or what was not handed over in-world has come back. */
  async #planAll({ id, amount }: Order, by: Pick<BackRequest, 'giver' | 'cover' | 'payer'>): Promise<BackPlan | undefined> {
    if (amount === 0n) return undefined;
    try {
      return await this.#bank.givingBack.plan({ dues: [{ original: id }], ...by });
    } catch (error) {
      if (isFault(error, refundExceeded)) return undefined;
      throw error;
    }
  }

  #notices({ order, giver, comment }: Refund, back: BackPlan | undefined): Promise<Rider[]> {
    return refundNotices(this.#avatars, this.#bank, { order, giver, comment, back });
  }

  async #book(client: PoolClient, { back, payment, notices }: RefundPlan, { id, state, productId }: Order): Promise<Refunded> {
    if (state === 'refunded') throw refundExceeded(`order ${id} was refunded before; nothing is left`);
    if (nextState(state, 'refund') !== 'refunded') throw new Error(`an order that is ${state} can not be refunded`);
    if (back && !(await this.#bank.givingBack.isAsPlanned(back, client))) throw new Changed();
    const { deals } = this.#bank;
    const journal = payment?.journal.id ?? null;
    const refunded = { journal, amount: back?.amount ?? 0n };
    if (back && back.amount < back.left) {
      await deals.pay(client, payment, notices);
      return refunded;
    }
    // Products and accounts are locked in the order in which purchases lock them.
    const limited = await isLimited(client, productId);
    if (limited) await putBack(client, productId);
    await deals.pay(client, payment, notices);
    if (!limited) await putBack(client, productId);
    await endOrder(client, id, journal);
    return refunded;
  }

  /** Who asks for all of it needs no request id: it can be given back once. */
  async #firstAnswer(refund: Refund): Promise<Refunded | undefined> {
    const { order, amount, giver } = refund;
    const booked = await firstAnswerTo(refund, (id) => this.#bank.deals.booked(id))();
    if (booked) return this.answerOf(booked.id);
    if (giver !== undefined || amount !== undefined) return undefined;
    const now = await this.#orders.find(order.id);
    if (now?.state !== 'refunded') return undefined;
    if (now.refundJournal === null) return { journal: null, amount: 0n };
    const last = await this.answerOf(now.refundJournal);
    // Refunds from before each side gave back its own part are linked to nothing: the merchant paid all of them.
    return last.amount === 0n ? { ...last, amount: now.amount } : last;
  }
}
