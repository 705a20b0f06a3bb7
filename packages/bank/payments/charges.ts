import type { Avatars } from '@scrip/avatars';
import { isSome, type OwnerKey, type Portion, type Uuid, wholeOf } from '@scrip/kernel';
import { journalId } from '../ledger/ids.ts';
import type { Draws } from '../posting/draws.ts';
import { cutComment, type Origin, spendingOf } from '../posting/instruction.ts';
import type { Prepared } from '../posting/poster.ts';
import { paymentNotices } from './notices.ts';
import type { Payee, Payees } from './payees.ts';
import { movesOf, type Payer, partyAccounts, type Recipient } from './transfers.ts';

/** What another slice takes for something of its own, from one avatar and for any number of payees. Minor units throughout. */
export interface Charge extends Origin {
  /** What it is called in statements: one of the slice's own words, such as `rent`. */
  readonly kind: string;
  /** Who pays. */
  readonly payer: OwnerKey;
  /** The accounts that pay, all in one currency; together they pay exactly what the payees get. */
  readonly from: readonly Payer[];
  /** So much, or a portion of one whole that they share: its odd unit is drawn. */
  readonly to: readonly { readonly payee: Payee; readonly amount: bigint | Portion }[];
  /** `requestHash` of what was asked for, without what was worked out of it: prices may be others by the time of a retry. */
  readonly requestHash: Uuid;
  /** Cut at 64 characters. */
  readonly comment: string;
  /** Whether each payee gets a notification. */
  readonly notify: boolean;
}

/** Turns charges into journals, for slices that post them in transactions of their own (`Poster.postWithin`). */
export class Charges {
  readonly #avatars: Avatars;
  readonly #payees: Payees;
  readonly #draws: Draws;

  constructor(avatars: Avatars, payees: Payees, draws: Draws) {
    this.#avatars = avatars;
    this.#payees = payees;
    this.#draws = draws;
  }

  /**
   * Finds out who gets it, as bank.pay does for each payee; what a payer would pay themselves stays where it is. Asks the
   * database, so it comes before the transaction that the charge is posted in. Where nothing would move, posting it raises
   * bank.same_account.
   */
  async prepare(charge: Charge): Promise<Prepared> {
    const { payer, principal, requestId } = charge;
    const [first] = charge.from;
    if (!first) throw new Error('a charge needs an account that pays');
    const { currency } = first.account;
    const total = charge.from.reduce((sum, { amount }) => sum + amount, 0n);
    const id = journalId(principal, requestId);
    const draw = this.#draws.of(id);
    const recipients: Recipient[] = [];
    for (const { payee, amount } of charge.to) {
      const portion = typeof amount === 'bigint' ? wholeOf(amount) : amount;
      const paid = isSome(portion) ? await this.#payees.recipients(payer, payee, portion, draw) : [];
      recipients.push(...paid.map((recipient) => ({ ...recipient, shared: true })));
    }
    const { riders, ...moves } = movesOf(id, charge.from, recipients);
    const comment = cutComment(charge.comment);
    if (charge.notify) riders.push(...(await paymentNotices(this.#avatars, payer, recipients, comment, currency, id)));
    return {
      journal: {
        id,
        principal,
        requestHash: charge.requestHash,
        kind: charge.kind,
        comment,
        ...moves,
        ...spendingOf(charge, total, currency),
      },
      riders,
      requestId,
      accounts: partyAccounts(
        charge.from.map(({ account }) => account),
        recipients,
      ),
    };
  }
}
