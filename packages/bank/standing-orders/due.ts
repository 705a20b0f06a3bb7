import { notificationRider } from '@scrip/avatars';
import { type Rider, writeRiders } from '@scrip/database';
import { type Currency, formatMinor } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import type { Accounts } from '../accounts/accounts.ts';
import { type Deals, orRefusal } from '../deals/deals.ts';
import type { Owners } from '../owners.ts';
import type { Payments } from '../payments/payments.ts';
import { toMinor } from '../posting/instruction.ts';
import type { Poster, Prepared } from '../posting/poster.ts';
import type { AttemptResult, StandingOrder } from './model.ts';
import { attemptResult, consequence, dayOf } from './outcome.ts';
import { nextPayment } from './schedule.ts';
import type { StandingOrderStore } from './store.ts';

export interface DuePaymentsOptions {
  readonly store: StandingOrderStore;
  readonly owners: Owners;
  readonly accounts: Accounts;
  readonly payments: Payments;
  readonly poster: Poster;
  readonly deals: Deals;
}

/** Both bound a run, which a server that stops waits for. */
const PORTION = 500;
const RUN_ms = 10_000;

/** Makes the payments of standing orders when they are due. */
export class DuePayments {
  readonly #store: StandingOrderStore;
  readonly #owners: Owners;
  readonly #accounts: Accounts;
  readonly #payments: Payments;
  readonly #poster: Poster;
  readonly #deals: Deals;

  constructor({ store, owners, accounts, payments, poster, deals }: DuePaymentsOptions) {
    this.#store = store;
    this.#owners = owners;
    this.#accounts = accounts;
    this.#payments = payments;
    this.#poster = poster;
    this.#deals = deals;
  }

  /**
   * Tries what is due, each order at most once. Several processes may do this at once: each attempt has its order's row locked,
   * others pass it over, and it moves the order on in the transaction of the payment. Should that be lost, the id of the
   * payment, worked out of order and occurrence, is in the books.
   */
  async pay(): Promise<void> {
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
        payeeName: (await this.#owners.name(payee)) ?? payee,
        currency: (await this.#accounts.get(owner, accountName)).currency,
      }),
      lock: (client) => this.#store.claim(client, order),
      book: async (client, { payment, payeeName, currency }, now) => {
        // Another process has it, or had it since it was listed.
        if (!now) return;
        const fault = payment instanceof Fault ? payment : await orRefusal(this.#poster.postWithin(client, payment));
        if (!(fault instanceof Fault)) return this.#store.moveOn(client, order, { ...nextPayment(order), result: 'paid', fault: '' });
        const attempt = attemptResult(order, fault, now);
        await this.#store.moveOn(client, order, attempt);
        // The first failure of a payment and its last one are told, and not those between them.
        const isTold = attempt.result === 'missed' || attempt.state === 'ended' || attempts === 0;
        if (isTold) await writeRiders(client, [notice(order, payeeName, currency, attempt, fault)]);
      },
    });
  }

  /** Under the owner's name, and a request id that no other occurrence has. */
  async #prepare(order: StandingOrder): Promise<Prepared> {
    const { id, owner, amount, accountName, payee, payeeAccount, occurrence, comment } = order;
    await this.#owners.mustExist(payee);
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
}

function notice(order: StandingOrder, payeeName: string, currency: Currency, attempt: AttemptResult, fault: Fault): Rider {
  const { owner, id, amount, dueAt } = order;
  const what = `Your standing order of ${formatMinor(toMinor(amount, currency), currency.scale)} ${currency.code} to ${payeeName}, due ${dayOf(dueAt)}`;
  return notificationRider(owner, 'standing_order', `${what}, ${consequence(attempt)}: ${fault.message}`, id);
}
