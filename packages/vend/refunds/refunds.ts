import { type Avatars, notificationRider } from '@scrip/avatars';
import { type Bank, type Origin, type Prepared, requestHash, unknownTransaction } from '@scrip/bank';
import { formatMinor, type JournalId } from '@scrip/kernel';
import { isFault } from '@scrip/rpc';
import type { Credits } from '../credit/credits.ts';
import type { Order } from '../orders/model.ts';
import { nextState } from '../orders/states.ts';
import { lockOrder, type Orders } from '../orders/store.ts';
import { payeeOf, tillOf } from '../purchases/tills.ts';
import { endOrder, isLimited, putBack } from './store.ts';

export interface Refunded {
  /** Null where nothing had been paid. */
  readonly journal: JournalId | null;
  /** Minor units of the order's currency. */
  readonly amount: bigint;
}

export interface RefundsOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly orders: Orders;
  readonly credits: Credits;
}

/** Pays orders back, each once. No script has to be alive for it. */
export class Refunds {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #orders: Orders;
  readonly #credits: Credits;

  constructor({ avatars, bank, orders, credits }: RefundsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#orders = orders;
    this.#credits = credits;
  }

  /**
   * The merchant's till pays all of it, whoever shared in the sale; credit becomes credit again. What waits to be delivered
   * is not delivered any more, and the piece is for sale again. Raises as a payment does; an order that was refunded before stays so.
   */
  refund(order: Order, comment: string, chain: Origin['chain']): Promise<Refunded> {
    const { deals } = this.#bank;
    return deals.settle({
      plan: async () => ({
        payment: order.amount > 0n && order.state !== 'refunded' ? await this.#prepare(order, comment, chain) : undefined,
        notice: await this.#notice(order, comment),
      }),
      lock: (client) => lockOrder(client, order.id),
      book: async (client, { payment, notice }, { id, state, amount, refundJournal, productId }) => {
        if (state === 'refunded') return { journal: refundJournal, amount };
        if (nextState(state, 'refund') !== 'refunded') throw new Error(`an order that is ${state} can not be refunded`);
        // Products and accounts are locked in the order in which purchases lock them.
        const limited = await isLimited(client, productId);
        if (limited) await putBack(client, productId);
        await deals.pay(client, payment, [notice]);
        if (!limited) await putBack(client, productId);
        const journal = payment?.journal.id ?? null;
        await endOrder(client, id, journal);
        return { journal, amount };
      },
      firstAnswer: async () => {
        const now = await this.#orders.find(order.id);
        return now?.state === 'refunded' ? { journal: now.refundJournal, amount: now.amount } : undefined;
      },
    });
  }

  /** What others than the merchant got of an order, in minor units: so much more a refund costs the merchant than the sale had brought. */
  async gotByOthers({ id, merchant, amount }: Order): Promise<bigint> {
    if (amount === 0n) return 0n;
    const { legs } = await this.#bank.transactions
      .describe(id, merchant, () => true)
      .catch((error: unknown) => {
        // The others got all of it.
        if (isFault(error, unknownTransaction)) return { legs: [] };
        throw error;
      });
    return legs.reduce((rest, leg) => rest - leg.amount, amount);
  }

  /** Under an id worked out of the order, so that it is booked once whoever asks for it. */
  async #prepare(order: Order, comment: string, chain: Origin['chain']): Promise<Prepared> {
    const { id, merchant, buyer, amount, creditUsed, accountName, currency, productId, productName } = order;
    const from = await tillOf(this.#bank, merchant, currency);
    if (!from) throw new Error(`the merchant ${merchant} has no account`);
    const isClosed = amount > creditUsed && (await this.#bank.settings.details(buyer, accountName)).state === 'closed';
    const payee = isClosed ? await payeeOf(this.#bank, buyer, currency) : { key: buyer, account: accountName, mayChoose: true };
    return this.#bank.charges.prepare({
      principal: merchant,
      requestId: `refund of order ${id}`,
      ...(chain && { chain }),
      kind: 'sale_refund',
      payer: merchant,
      from: [{ account: from, amount }],
      to: [
        { payee: this.#credits.payee(merchant, buyer), amount: creditUsed },
        { payee, amount: amount - creditUsed },
      ],
      requestHash: requestHash('vend.refundOrder', id),
      comment: comment === '' ? `product ${productId}: ${productName}` : comment,
      notify: false,
    });
  }

  async #notice({ id, merchant, buyer, productName, amount, currency }: Order, comment: string) {
    const name = (await this.#avatars.find(merchant))?.name ?? merchant;
    const { scale, code } = await this.#bank.currencies.get(currency);
    const what = `${name} took back your order of ${JSON.stringify(productName)} and paid you back ${formatMinor(amount, scale)} ${code}`;
    return notificationRider(buyer, 'refund', comment === '' ? what : `${what}: ${comment}`, id);
  }
}
