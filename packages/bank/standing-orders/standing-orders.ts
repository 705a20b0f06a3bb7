import type { Capabilities, Capability, Revocation } from '@scrip/capability';
import type { Database } from '@scrip/database';
import {
  type AvatarKey,
  type Currency,
  type Decimal,
  deriveId,
  isUuid,
  nameKey,
  newId,
  type OwnerKey,
  type Page,
  type Uuid,
} from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { Accounts } from '../accounts/accounts.ts';
import { IN_WORLD, WORKING } from '../accounts/model.ts';
import { type Deals, Repeated } from '../deals/deals.ts';
import { firstAnswerTo } from '../deals/requests.ts';
import { accountId, requestHash } from '../ledger/ids.ts';
import type { Owners } from '../owners.ts';
import type { Payments } from '../payments/payments.ts';
import { sameAccount } from '../posting/errors.ts';
import { cutComment, toMinor } from '../posting/instruction.ts';
import type { Poster } from '../posting/poster.ts';
import { DuePayments } from './due.ts';
import { unknownStandingOrder } from './errors.ts';
import type { Mandate, StandingOrder } from './model.ts';
import { endOrders } from './revoked.ts';
import { StandingOrderStore } from './store.ts';

export interface NewStandingOrder {
  readonly owner: AvatarKey;
  /** Major units. */
  readonly amount: Decimal;
  readonly from: string;
  /** An avatar's or a group's key, and the account as bank.pay takes it. */
  readonly payee: OwnerKey;
  readonly to: string;
  readonly everyDays: number;
  readonly firstInDays: number;
  /** 0 where there is no end. */
  readonly times: number;
  readonly comment: string;
  readonly requestId: string;
  /** What it is given on, and ends with where that is revoked. */
  readonly login: Capability;
}

/** As it is listed. */
export interface ListedStandingOrder extends StandingOrder {
  readonly currency: Currency;
  /** Empty where the payee is not there any more. */
  readonly payeeName: string;
}

export interface StandingOrdersOptions {
  readonly database: Database;
  readonly owners: Owners;
  readonly accounts: Accounts;
  readonly payments: Payments;
  readonly poster: Poster;
  readonly deals: Deals;
  readonly capabilities: Pick<Capabilities, 'mustBeGood'>;
}

const MAX_ACTIVE = 100;

/** Amounts that are paid every so many days, by the database's clock. */
export class StandingOrders {
  readonly due: DuePayments;
  readonly #store: StandingOrderStore;
  readonly #owners: Owners;
  readonly #accounts: Accounts;
  readonly #deals: Deals;
  readonly #capabilities: Pick<Capabilities, 'mustBeGood'>;

  constructor({ database, owners, accounts, payments, poster, deals, capabilities }: StandingOrdersOptions) {
    this.#store = new StandingOrderStore(database);
    this.#owners = owners;
    this.#accounts = accounts;
    this.#deals = deals;
    this.#capabilities = capabilities;
    this.due = new DuePayments({ store: this.#store, owners, accounts, payments, poster, deals });
  }

  /**
   * Returns the order's id. Raises bank.unknown_account, bank.invalid_amount, bank.same_account, general.unknown_avatar,
   * bank.request_conflict, bank.too_many_standing_orders, auth.capability_revoked.
   */
  async create(order: NewStandingOrder): Promise<Uuid> {
    const { owner, requestId, firstInDays } = order;
    const id = requestId === '' ? newId() : deriveId('standing order', owner, requestId);
    const firstAnswer = firstAnswerTo({ principal: owner, requestId, requestHash: hashOf(order) }, () => this.#store.findRequest(id));
    return this.#deals.settle({
      plan: () => this.#mandateOf(order, id),
      lock: async (client) => {
        await this.#store.lockOwner(client, owner);
        await this.#capabilities.mustBeGood(client, order.login);
      },
      book: async (client, mandate) => {
        if (await this.#store.add(client, mandate, firstInDays, MAX_ACTIVE)) return id;
        throw new Repeated(`standing order ${id} was added before`);
      },
      firstAnswer: async () => (await firstAnswer())?.id,
    });
  }

  /** Ends those that were started on what is revoked, in the transaction of the revocation. */
  end(client: PoolClient, revocation: Revocation): Promise<void> {
    return endOrders(this.#store, client, revocation);
  }

  /** Newest first. */
  async list(owner: AvatarKey, page: Page): Promise<ListedStandingOrder[]> {
    const orders = await this.#store.list(owner, page);
    const names = await this.#owners.names(orders.map(({ payee }) => payee));
    return Promise.all(
      orders.map(async (order) => ({
        ...order,
        currency: (await this.#accounts.get(owner, order.accountName)).currency,
        payeeName: names.get(order.payee) ?? '',
      })),
    );
  }

  /** Returns when no payment of it is under way; none follows. Raises bank.unknown_standing_order. */
  async cancel(owner: AvatarKey, id: string): Promise<void> {
    if (!isUuid(id) || !(await this.#store.cancel(owner, id))) throw unknownStandingOrder(`${owner} has no standing order ${id}`);
  }

  /** What was ordered, as it is kept. Raises what the order is refused for. */
  async #mandateOf(order: NewStandingOrder, id: Uuid): Promise<Mandate> {
    const { owner, payee, amount, everyDays, times } = order;
    const from = await this.#accounts.get(owner, order.from);
    toMinor(amount, from.currency);
    // Keys that nobody is registered under can be paid, but not by an order: it would not notice that a group is dissolved.
    await this.#owners.mustExist(payee);
    const to = nameKey(order.to);
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
      login: order.login.jti,
    };
  }
}

function hashOf({ owner, from, payee, to, amount, everyDays, firstInDays, times, comment }: NewStandingOrder): Uuid {
  const asked = [amount, everyDays, firstInDays, times, cutComment(comment)];
  return requestHash('standing order', accountId(owner, from), payee, to.toLowerCase(), ...asked);
}
