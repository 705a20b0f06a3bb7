import type { Avatars } from '@scrip/avatars';
import { type Database, fullText } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type Currency, deriveId, isUuid, newId, type Page, type Uuid } from '@scrip/kernel';
import { type Accounts, IN_WORLD, WORKING } from '../accounts/accounts.ts';
import type { Deals } from '../deals/deals.ts';
import { firstAnswerTo } from '../deals/requests.ts';
import { accountId, requestHash } from '../ledger/ids.ts';
import { ownerNames } from '../names.ts';
import type { Payments } from '../payments/payments.ts';
import { sameAccount } from '../posting/errors.ts';
import { cutComment, toMinor } from '../posting/instruction.ts';
import type { Poster } from '../posting/poster.ts';
import { Directory } from './directory.ts';
import { DuePayments } from './due.ts';
import { tooManyStandingOrders, unknownStandingOrder } from './errors.ts';
import { type StandingOrder, Store, type Terms } from './store.ts';

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

export interface StandingOrdersOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly accounts: Accounts;
  readonly payments: Payments;
  readonly poster: Poster;
  readonly deals: Deals;
}

const MAX_ACTIVE = 100;

/** Amounts that are paid every so many days, by the database's clock. */
export class StandingOrders {
  readonly due: DuePayments;
  readonly #store: Store;
  readonly #avatars: Avatars;
  readonly #groups: Groups;
  readonly #accounts: Accounts;
  readonly #directory: Directory;
  readonly #deals: Deals;

  constructor({ database, avatars, groups, accounts, payments, poster, deals }: StandingOrdersOptions) {
    this.#store = new Store(database);
    this.#avatars = avatars;
    this.#groups = groups;
    this.#accounts = accounts;
    this.#directory = new Directory(avatars, groups);
    this.#deals = deals;
    this.due = new DuePayments({ store: this.#store, directory: this.#directory, accounts, payments, poster, deals });
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

  /** What was ordered, as it is kept. Raises what the order is refused for. */
  async #termsOf(order: NewOrder, id: Uuid): Promise<Terms> {
    const { owner, payee, amount, everyDays, times } = order;
    const from = await this.#accounts.get(owner, order.from);
    toMinor(amount, from.currency);
    await this.#directory.mustHave(payee);
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
}

function hashOf({ owner, from, payee, to, amount, everyDays, firstInDays, times, comment }: NewOrder): Uuid {
  const terms = [amount, everyDays, firstInDays, times, cutComment(comment)];
  return requestHash('standing order', accountId(owner, from), payee, to.toLowerCase(), ...terms);
}
