import { type Avatars, notificationRider, unknownAvatar } from '@scrip/avatars';
import { type Database, fullText, type Rider, writeRiders } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type Currency, deriveId, formatMinor, isUuid, newId, type Page, type Uuid } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import { type Accounts, IN_WORLD, WORKING } from '../accounts.ts';
import { type Deals, orRefusal } from '../deals/deals.ts';
import { firstAnswerTo } from '../deals/requests.ts';
import { sameAccount, tooManyStandingOrders, unknownStandingOrder } from '../errors.ts';
import { accountId, requestHash } from '../ledger/ids.ts';
import { ownerNames } from '../names.ts';
import type { Payments } from '../payments.ts';
import { cutComment, type Poster, type Prepared, toMinor } from '../posting.ts';
import { consequence, dayOf, outcomeOf } from './outcome.ts';
import { nextPayment } from './schedule.ts';
import { type Outcome, type StandingOrder, Store, type Terms } from './store.ts';

export interface NewOrder {
  readonly owner: Uuid;
  /** Whole major units. */
  readonly amount: number;
  readonly from: string;
  /** An avatar's or a group's key, and the account as bank.pay takes it. */
  readonly payee: Uuid;
  readonly to: string;
  readonly everyDays: number;
  readonly firstInDays: number;
  /** 0 where there is no end. */
  readonly times: number;
  readonly comment: string;
  readonly requestId: string;
}

/** As it is listed. */
export interface ListedOrder extends StandingOrder {
  readonly currency: Currency;
  /** Empty where the payee is not there any more. */
  readonly payeeName: string;
}

const MAX_ACTIVE = 100;
/** Both bound a run, which a server that stops waits for. */
const PORTION = 500;
const RUN_ms = 10_000;

/** Amounts that are paid every so many days, by the database's clock. */
export class StandingOrders {
  readonly #store: Store;
  readonly #avatars: Avatars;
  readonly #groups: Groups;
  readonly #accounts: Accounts;
  readonly #payments: Payments;
  readonly #poster: Poster;
  readonly #deals: Deals;

  constructor(from: {
    readonly database: Database;
    readonly avatars: Avatars;
    readonly groups: Groups;
    readonly accounts: Accounts;
    readonly payments: Payments;
    readonly poster: Poster;
    readonly deals: Deals;
  }) {
    this.#store = new Store(from.database);
    this.#avatars = from.avatars;
    this.#groups = from.groups;
    this.#accounts = from.accounts;
    this.#payments = from.payments;
    this.#poster = from.poster;
    this.#deals = from.deals;
  }

  /**
   * Returns the order's id. Raises bank.unknown_account, bank.invalid_amount, bank.same_account, general.unknown_avatar,
   * bank.request_conflict, bank.too_many_standing_orders.
   */
  async create(order: NewOrder): Promise<Uuid> {
    const { owner, requestId, firstInDays } = order;
    const id = requestId === '' ? newId() : deriveId('standing order', owner, requestId);
    const firstAnswer = firstAnswerTo({ principal: owner, requestId, requestHash: hashOf(order) }, () => this.#store.findRequest(id));
    return this.#deals.settle({
      plan: () => this.#termsOf(order, id),
      lock: (client) => this.#store.lockOwner(client, owner),
      book: async (client, terms) => {
        if (await this.#store.add(client, terms, firstInDays, MAX_ACTIVE)) return id;
        throw tooManyStandingOrders(fullText(owner, MAX_ACTIVE, 'active standing orders'));
      },
      firstAnswer: async () => (await firstAnswer())?.id,
    });
  }

  /** Newest first. */
  async list(owner: Uuid, page: Page): Promise<ListedOrder[]> {
    const orders = await this.#store.list(owner, page);
    const payees = orders.map(({ payee }) => payee);
    const names = await ownerNames(this.#avatars, this.#groups, payees);
    return Promise.all(
      orders.map(async (order) => ({
        ...order,
        currency: (await this.#accounts.get(owner, order.accountName)).currency,
        payeeName: names.get(order.payee) ?? '',
      })),
    );
  }

  /** Returns when no payment of it is under way; none follows. Raises bank.unknown_standing_order. */
  async cancel(owner: Uuid, id: string): Promise<void> {
    if (!isUuid(id) || !(await this.#store.cancel(owner, id))) throw unknownStandingOrder(`${owner} has no standing order ${id}`);
  }

  /**
   * Tries what is due, each order at most once. Several processes may do this at once: each attempt has its order's row locked,
   * others pass it over, and it moves the order on in the transaction of the payment. Should that be lost, the id of the
   * payment, worked out of order and occurrence, is in the books.
   */
  async payDue(): Promise<void> {
    const failures: unknown[] = [];
    const until_ms = performance.now() + RUN_ms;
    for (const order of await this.#store.due(PORTION)) {
      if (performance.now() > until_ms) break;
      try {
        await this.#attempt(order);
      } catch (error) {
        failures.push(error);
        await this.#store.postpone(order);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #attempt(order: StandingOrder): Promise<void> {
    const { owner, payee, accountName, attempts } = order;
    return this.#deals.settle({
      plan: async () => ({
        payment: await orRefusal(this.#prepare(order)),
        payeeName: (await this.#nameOf(payee)) ?? payee,
        currency: (await this.#accounts.get(owner, accountName)).currency,
      }),
      lock: (client) => this.#store.claim(client, order),
      book: async (client, { payment, payeeName, currency }, now) => {
        // Another process has it, or had it since it was listed.
        if (!now) return;
        const fault = payment instanceof Fault ? payment : await orRefusal(this.#poster.postWithin(client, payment));
        if (!(fault instanceof Fault)) return this.#store.moveOn(client, order, { ...nextPayment(order), result: 'paid', fault: '' });
        const outcome = outcomeOf(order, fault, now);
        await this.#store.moveOn(client, order, outcome);
        // The first failure of a payment and its last one are told, and not those between them.
        const isTold = outcome.result === 'missed' || outcome.state === 'ended' || attempts === 0;
        if (isTold) await writeRiders(client, [notice(order, payeeName, currency, outcome, fault)]);
      },
    });
  }

  /** Under the owner's name, and a request id that no other occurrence has. */
  async #prepare(order: StandingOrder): Promise<Prepared> {
    const { id, owner, amount, accountName, payee, payeeAccount, occurrence, comment } = order;
    await this.#mustBeThere(payee);
    return this.#payments.preparePay({
      principal: owner,
      requestId: `standing order ${id} ${occurrence}`,
      amount,
      payer: owner,
      from: accountName,
      payee: { key: payee, account: payeeAccount, mayChoose: payee === owner },
      comment,
      notify: false,
    });
  }

  /** What was ordered, as it is kept. Raises what the order is refused for. */
  async #termsOf(order: NewOrder, id: Uuid): Promise<Terms> {
    const { owner, payee, amount, everyDays, times } = order;
    const from = await this.#accounts.get(owner, order.from);
    toMinor(amount, from.currency);
    await this.#mustBeThere(payee);
    const to = order.to.toLowerCase();
    if (payee === owner && to !== IN_WORLD && (await this.#accounts.get(owner, to || WORKING)).id === from.id) {
      throw sameAccount(`${from.name} would pay itself`);
    }
    return {
      id,
      owner,
      requestHash: hashOf(order),
      accountId: from.id,
      accountName: from.name,
      payee,
      payeeAccount: order.to,
      amount,
      comment: cutComment(order.comment),
      everyDays,
      times,
    };
  }

  /** Keys that nobody is registered under can be paid, but not by an order: it would not notice that a group is dissolved. */
  async #mustBeThere(payee: Uuid): Promise<void> {
    if ((await this.#nameOf(payee)) === undefined) throw unknownAvatar(`no avatar and no group has the key ${payee}`);
  }

  async #nameOf(key: Uuid): Promise<string | undefined> {
    return (await this.#avatars.find(key))?.name ?? (await this.#groups.find(key))?.name;
  }
}

function hashOf({ owner, from, payee, to, amount, everyDays, firstInDays, times, comment }: NewOrder): Uuid {
  const terms = [amount, everyDays, firstInDays, times, cutComment(comment)];
  return requestHash('standing order', accountId(owner, from), payee, to.toLowerCase(), ...terms);
}

function notice(order: StandingOrder, payeeName: string, { code }: Currency, outcome: Outcome, fault: Fault): Rider {
  const { owner, id, amount, dueAt } = order;
  const what = `Your standing order of ${formatMinor(BigInt(amount), 0)} ${code} to ${payeeName}, due ${dayOf(dueAt)}`;
  return notificationRider(owner, 'standing_order', `${what}, ${consequence(outcome)}: ${fault.message}`, id);
}
