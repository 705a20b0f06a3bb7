import { type Decimal, type JournalId, NIL_UUID, nameKey, type OwnerKey, wholeOf, ZERO } from '@scrip/kernel';
import { isFault } from '@scrip/rpc';
import type { Accounts } from '../accounts/accounts.ts';
import { unknownAccount } from '../accounts/errors.ts';
import type { Account } from '../accounts/model.ts';
import { journalId, requestHash } from '../ledger/ids.ts';
import type { Payee, Payees } from '../payments/payees.ts';
import { sentToRiders } from '../payments/sent-to.ts';
import { partyAccounts, type Recipient } from '../payments/transfers.ts';
import { cutComment, type Origin, spendingOf, toMinor } from '../posting/instruction.ts';
import type { Poster } from '../posting/poster.ts';
import { holdSettled } from './errors.ts';
import type { Hold } from './model.ts';
import type { Settlements } from './settlements.ts';
import type { HoldStore } from './store.ts';

export interface HoldInstruction extends Origin {
  /** Major units. */
  readonly amount: Decimal;
  readonly payer: OwnerKey;
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
  readonly store: HoldStore;
  readonly #accounts: Accounts;
  readonly #payees: Payees;
  readonly #poster: Poster;
  readonly #settlements: Settlements;

  constructor(store: HoldStore, accounts: Accounts, payees: Payees, poster: Poster, settlements: Settlements) {
    this.store = store;
    this.#accounts = accounts;
    this.#payees = payees;
    this.#poster = poster;
    this.#settlements = settlements;
  }

  /** Sets money aside; returns the transaction id, which is the hold's (bank.hold). */
  async hold(instruction: HoldInstruction): Promise<JournalId> {
    const { payer, payee, principal, requestId, expiresInSecs } = instruction;
    const from = await this.#accounts.get(payer, instruction.from);
    const amount = toMinor(instruction.amount, from.currency);
    const recipient = await this.#holdable(payer, payee, amount);
    const { to } = recipient;
    const comment = cutComment(instruction.comment);
    const id = journalId(principal, requestId);
    const account = nameKey(payee.account);
    await this.#poster.post({
      journal: {
        id,
        principal,
        requestHash: requestHash('hold', from.id, payee.key, account, instruction.amount, comment, expiresInSecs),
        kind: KIND,
        comment,
        transfers: [{ debit: from.id, credit: to.id, amount, hold: { expiresIn_ms: expiresInSecs * 1_000 } }],
        ...spendingOf(instruction, amount, from.currency),
      },
      riders: sentToRiders(id, 0, recipient),
      requestId,
      accounts: partyAccounts([from], [recipient]),
    });
    return id;
  }

  /** A hold that somebody asked for by `hold`; what waits to be handed over in-world is not found here. */
  async find(holdId: string): Promise<Hold | undefined> {
    const hold = await this.store.find({ journalId: holdId, leg: 0 });
    return hold?.kind === KIND ? hold : undefined;
  }

  /**
   * Gives so many major units of a hold to the payee, 0 for all of it, and the rest back to the payer; returns the
   * transaction id (bank.postHold). It was counted on the capability that set it aside, and counts on none now.
   */
  async post(hold: Hold, amount: Decimal, by: Party): Promise<JournalId> {
    const { currency } = hold.from;
    const posted = amount === ZERO ? hold.amount : toMinor(amount, currency);
    return this.#settlements.settle(hold, {
      principal: by.principal,
      how: 'post',
      kind: 'post',
      amount: posted,
      ...spendingOf(by, 0n, currency),
      riders: [],
    });
  }

  /** Gives all of a hold back to the payer; returns the transaction id (bank.voidHold). */
  async void(hold: Hold, by: Party): Promise<JournalId> {
    const { principal } = by;
    const spending = spendingOf(by, 0n, hold.from.currency);
    return this.#settlements.settle(hold, { principal, how: 'void', kind: 'void', amount: 0n, ...spending, riders: [] });
  }

  /**
   * Gives back what has expired. Several processes may do this at once, and beside those who post: the id of the journal
   * that ends a hold is worked out of the hold's, so that only one of them is booked.
   */
  async expireDue(): Promise<void> {
    for (let portion = 0; portion < PORTIONS; portion++) {
      const due = await this.store.due(PORTION);
      const outcomes = await Promise.allSettled(due.map((hold) => this.#expire(hold)));
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      if (due.length < PORTION) return;
    }
  }

  async #expire(hold: Hold): Promise<void> {
    try {
      await this.#settlements.settle(hold, { principal: NIL_UUID, how: 'expire', kind: 'expire', amount: 0n, riders: [] });
    } catch (error) {
      // Posted or voided just in time, by a transaction that committed after the hold was looked for.
      if (!isFault(error, holdSettled)) throw error;
    }
  }

  /** Who the money is for, and in which account. A group's percentages and in-world payees have none that could be told today. */
  async #holdable(payer: OwnerKey, payee: Payee, amount: bigint): Promise<Recipient & { readonly to: Account }> {
    // Groups are refused, so nothing is drawn.
    const [recipient] = await this.#payees.recipients(payer, payee, wholeOf(amount), () => 0n);
    if (recipient?.to && !recipient.shared) return { ...recipient, to: recipient.to };
    throw unknownAccount(
      recipient?.shared
        ? `${payee.key} is a group, which is paid by its percentages; money can be held for one account only`
        : `${payee.key} has no account here that money could be held for; what is paid in-world is paid by bank.pay`,
    );
  }
}
