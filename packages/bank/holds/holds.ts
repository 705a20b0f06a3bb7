import type { Database } from '@scrip/database';
import { NIL_UUID, type Page, type Uuid } from '@scrip/kernel';
import { isFault } from '@scrip/rpc';
import type { Account, Accounts } from '../accounts/accounts.ts';
import { unknownAccount } from '../accounts/errors.ts';
import { journalId, requestHash } from '../ledger/ids.ts';
import type { Payee, Payees } from '../payments/payees.ts';
import { cutComment, type Origin, spendingOf, toMinor } from '../posting/instruction.ts';
import type { Poster } from '../posting/poster.ts';
import { holdSettled } from './errors.ts';
import { dueHeld, findHeld, type Held, listHeld } from './held.ts';
import { endHold } from './settling.ts';

export interface HoldOrder extends Origin {
  /** Whole major units. */
  readonly amount: number;
  readonly payer: Uuid;
  readonly from: string;
  readonly payee: Payee;
  readonly comment: string;
  readonly expiresInSecs: number;
}

/** The longest that money can be held for somebody: 30 days. */
export const MAX_HOLD_s = 2_592_000;
const KIND = 'hold';
/** How many holds that have expired are ended at a time, and how often in one run: a server that stops waits for the run. */
const PORTION = 500;
const PORTIONS = 20;

/** Who ends a hold. */
export type Party = Omit<Origin, 'requestId'>;

/** Money that a payer sets aside for a payee, who takes some or all of it later. */
export class Holds {
  readonly #database: Database;
  readonly #accounts: Accounts;
  readonly #payees: Payees;
  readonly #poster: Poster;

  constructor(database: Database, accounts: Accounts, payees: Payees, poster: Poster) {
    this.#database = database;
    this.#accounts = accounts;
    this.#payees = payees;
    this.#poster = poster;
  }

  /** Sets money aside; returns the transaction id, which is the hold's (bank.hold). */
  async hold(order: HoldOrder): Promise<Uuid> {
    const { payer, payee, principal, requestId, expiresInSecs } = order;
    const from = await this.#accounts.get(payer, order.from);
    const amount = toMinor(order.amount, from.currency);
    const to = await this.#holdable(payer, payee, amount);
    const comment = cutComment(order.comment);
    const id = journalId(principal, requestId);
    const account = payee.account.toLowerCase();
    await this.#poster.post({
      journal: {
        id,
        principal,
        requestHash: requestHash('hold', from.id, payee.key, account, order.amount, comment, expiresInSecs),
        kind: KIND,
        comment,
        transfers: [{ debit: from.id, credit: to.id, amount, hold: { expiresIn_ms: expiresInSecs * 1_000 } }],
        ...spendingOf(order, amount, from.currency),
      },
      riders: [],
      requestId,
      accounts: [from, to],
    });
    return id;
  }

  /** A hold that somebody asked for by `hold`; what waits to be handed over in-world is not found here. */
  async find(holdId: string): Promise<Held | undefined> {
    const held = await findHeld(this.#database, { journalId: holdId, leg: 0 });
    return held?.kind === KIND ? held : undefined;
  }

  /**
   * Gives so many whole major units of a hold to the payee, 0 for all of it, and the rest back to the payer; returns the
   * transaction id (bank.postHold). It was counted on the capability that set it aside, and counts on none now.
   */
  async post(held: Held, amount: number, by: Party): Promise<Uuid> {
    const { currency } = held.from;
    const posted = amount === 0 ? held.amount : toMinor(amount, currency);
    return endHold(this.#database, this.#poster, held, {
      principal: by.principal,
      how: 'post',
      kind: 'post',
      amount: posted,
      ...spendingOf(by, 0n, currency),
      riders: [],
    });
  }

  /** Gives all of a hold back to the payer; returns the transaction id (bank.voidHold). */
  async void(held: Held, by: Party): Promise<Uuid> {
    const { principal } = by;
    const spending = spendingOf(by, 0n, held.from.currency);
    return endHold(this.#database, this.#poster, held, { principal, how: 'void', kind: 'void', amount: 0n, ...spending, riders: [] });
  }

  /** What is held on an account in either direction, newest first (bank.listHolds). */
  list(account: Account, state: Held['state'], page: Page): Promise<Held[]> {
    return listHeld(this.#database, account, state, page);
  }

  /**
   * Gives back what has expired. Several processes may do this at once, and beside those who post: the id of the journal
   * that ends a hold is worked out of the hold's, so that only one of them is booked.
   */
  async expireDue(): Promise<void> {
    for (let portion = 0; portion < PORTIONS; portion++) {
      const due = await dueHeld(this.#database, PORTION);
      const outcomes = await Promise.allSettled(due.map((held) => this.#expire(held)));
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      if (due.length < PORTION) return;
    }
  }

  async #expire(held: Held): Promise<void> {
    try {
      await endHold(this.#database, this.#poster, held, { principal: NIL_UUID, how: 'expire', kind: 'expire', amount: 0n, riders: [] });
    } catch (error) {
      // Posted or voided just in time, by a transaction that committed after the hold was looked for.
      if (!isFault(error, holdSettled)) throw error;
    }
  }

  /** The account that the money is for. A group's percentages and in-world payees have none that could be told today. */
  async #holdable(payer: Uuid, payee: Payee, amount: bigint): Promise<Account> {
    const [part] = await this.#payees.parts(payer, payee, amount);
    if (part?.to && !part.shared) return part.to;
    throw unknownAccount(
      part?.shared
        ? `${payee.key} is a group, which is paid by its percentages; money can be held for one account only`
        : `${payee.key} has no account here that money could be held for; what is paid in-world is paid by bank.pay`,
    );
  }
}
