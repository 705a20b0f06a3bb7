import { type Avatars, notificationRider, unknownAvatar } from '@scrip/avatars';
import type { Database, Rider } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type Currency, deriveId, formatMinor, isUuid, newId, type Uuid } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import { type Accounts, IN_WORLD, WORKING } from '../accounts.ts';
import {
  accountClosed,
  currencyMismatch,
  invalidAmount,
  requestConflict,
  sameAccount,
  tooManyStandingOrders,
  unknownAccount,
  unknownStandingOrder,
} from '../errors.ts';
import { requestHash } from '../ledger/ids.ts';
import { ownerNames } from '../names.ts';
import type { Payments } from '../payments.ts';
import { cutComment, type Poster, type Prepared, toMinor } from '../posting.ts';
import { nextAttempt, nextPayment } from './schedule.ts';
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

/** Refusals after which the same payment is refused every time. */
const LASTING: ReadonlySet<string> = new Set(
  [unknownAvatar, unknownAccount, accountClosed, currencyMismatch, invalidAmount, sameAccount].map(({ code }) => code),
);

/** Amounts that are paid every so many days, by the database's clock. */
export class StandingOrders {
  readonly #store: Store;
  readonly #avatars: Avatars;
  readonly #groups: Groups;
  readonly #accounts: Accounts;
  readonly #payments: Payments;
  readonly #poster: Poster;

  constructor(of: { database: Database; avatars: Avatars; groups: Groups; accounts: Accounts; payments: Payments; poster: Poster }) {
    this.#store = new Store(of.database);
    this.#avatars = of.avatars;
    this.#groups = of.groups;
    this.#accounts = of.accounts;
    this.#payments = of.payments;
    this.#poster = of.poster;
  }

  /**
   * Returns the order's id. Raises bank.unknown_account, bank.invalid_amount, bank.same_account, general.unknown_avatar,
   * bank.request_conflict, bank.too_many_standing_orders.
   */
  async create(order: NewOrder): Promise<Uuid> {
    const { owner, amount, payee, everyDays, firstInDays, times, requestId } = order;
    const from = await this.#accounts.get(owner, order.from);
    toMinor(amount, from.currency);
    await this.#mustBeThere(payee);
    const to = order.to.toLowerCase();
    if (payee === owner && to !== IN_WORLD && (await this.#accounts.get(owner, to || WORKING)).id === from.id) {
      throw sameAccount(`${from.name} would pay itself`);
    }
    const comment = cutComment(order.comment);
    const terms: Terms = {
      id: requestId === '' ? newId() : deriveId('standing order', owner, requestId),
      owner,
      requestHash: requestHash('standing order', from.id, payee, to, amount, everyDays, firstInDays, times, comment),
      accountId: from.id,
      accountName: from.name,
      payee,
      payeeAccount: order.to,
      amount,
      comment,
      everyDays,
      times,
    };
    const added = await this.#store.add(terms, firstInDays, MAX_ACTIVE);
    if (added === 'conflict') {
      throw requestConflict(`the request id ${JSON.stringify(requestId)} was used for another order; a retry must repeat it exactly`);
    }
    if (added === 'full') throw tooManyStandingOrders(`${owner} has ${MAX_ACTIVE} active standing orders, which is the most`);
    return terms.id;
  }

  /** Newest first. */
  async list(owner: Uuid, offset: number, limit: number): Promise<ListedOrder[]> {
    const orders = await this.#store.list(owner, offset, limit);
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

  async #attempt(order: StandingOrder): Promise<void> {
    const prepared = await asFault(() => this.#prepare(order));
    const payeeName = (await this.#nameOf(order.payee)) ?? order.payee;
    await this.#store.attempt(order, async (client, now) => {
      const fault = prepared instanceof Fault ? prepared : await asFault(() => this.#pay(client, prepared));
      if (!(fault instanceof Fault)) return { outcome: { ...nextPayment(order), result: 'paid', fault: '' }, riders: [] };
      const outcome = outcomeOf(order, fault, now);
      // The first failure of a payment and its last one are told, and not those between them.
      const told = outcome.result === 'missed' || outcome.state === 'ended' || order.attempts === 0;
      return { outcome, riders: told ? [await this.#notice(order, payeeName, outcome, fault)] : [] };
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

  async #pay(client: PoolClient, prepared: Prepared): Promise<void> {
    await this.#poster.postWithin(client, prepared);
  }

  async #notice(order: StandingOrder, payeeName: string, outcome: Outcome, fault: Fault): Promise<Rider> {
    const { owner, id, amount, accountName } = order;
    const { currency } = await this.#accounts.get(owner, accountName);
    const what = `Your standing order of ${formatMinor(BigInt(amount), 0)} ${currency.code} to ${payeeName}, due ${dayOf(order.dueAt)}`;
    return notificationRider(owner, 'standing_order', `${what}, ${consequence(outcome)}: ${fault.message}`, id);
  }

  /** Keys that nobody is registered under can be paid, but not by an order: it would not notice that a group is dissolved. */
  async #mustBeThere(payee: Uuid): Promise<void> {
    if ((await this.#nameOf(payee)) === undefined) throw unknownAvatar(`no avatar and no group has the key ${payee}`);
  }

  async #nameOf(key: Uuid): Promise<string | undefined> {
    return (await this.#avatars.find(key))?.name ?? (await this.#groups.find(key))?.name;
  }
}

function outcomeOf(order: StandingOrder, fault: Fault, now: Date): Outcome {
  const { occurrence, dueAt, tryAt } = order;
  const why = { fault: fault.faultString };
  if (LASTING.has(fault.spec.code)) {
    return { state: 'ended', occurrence, attempts: order.attempts + 1, dueAt, tryAt, result: 'failed', ...why };
  }
  const again = nextAttempt(order, now);
  return again ? { ...again, result: 'failed', ...why } : { ...nextPayment(order), result: 'missed', ...why };
}

function consequence({ result, state, dueAt, tryAt }: Outcome): string {
  if (result === 'missed')
    return state === 'ended' ? 'was missed, and was the last one' : `was missed; the next one is due ${dayOf(dueAt)}`;
  if (state === 'ended') return 'could not be paid, and the order has ended';
  return `could not be paid; it is tried again at ${tryAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** What `work` gives, or the Fault that it raises; other errors are errors. */
async function asFault<T>(work: () => Promise<T>): Promise<T | Fault> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
