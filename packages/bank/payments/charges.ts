import type { Avatars } from '@scrip/avatars';
import type { OwnerKey, Uuid } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import { journalId } from '../ledger/ids.ts';
import { cutComment, type Origin, spendingOf } from '../posting/instruction.ts';
import type { Prepared } from '../posting/poster.ts';
import { paymentNotices } from './notices.ts';
import type { Payee, Payees } from './payees.ts';
import { type Outlay, partyAccounts, type Recipient, transfersOf } from './transfers.ts';

/** What another slice takes for something of its own, from one avatar and for any number of payees. Minor units throughout. */
export interface Charge extends Origin {
  /** What it is called in statements: one of the slice's own words, such as `rent`. */
  readonly kind: string;
  /** Who pays. */
  readonly payer: OwnerKey;
  /** The accounts that pay, all in one currency; together they pay exactly what the payees get. */
  readonly from: readonly { readonly account: Account; readonly amount: bigint }[];
  readonly to: readonly { readonly payee: Payee; readonly amount: bigint }[];
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

  constructor(avatars: Avatars, payees: Payees) {
    this.#avatars = avatars;
    this.#payees = payees;
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
    const recipients: Recipient[] = [];
    for (const { payee, amount } of charge.to) {
      const paid = amount > 0n ? await this.#payees.recipients(payer, payee, amount) : [];
      recipients.push(...paid.map((recipient) => ({ ...recipient, shared: true })));
    }
    const id = journalId(principal, requestId);
    const { transfers, riders } = transfersOf(id, ...outlays(charge.from, recipients));
    const comment = cutComment(charge.comment);
    if (charge.notify) riders.push(...(await paymentNotices(this.#avatars, payer, recipients, comment, currency, id)));
    return {
      journal: {
        id,
        principal,
        requestHash: charge.requestHash,
        kind: charge.kind,
        comment,
        transfers,
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

/** Lets the first account pay for the first recipients, and the next one go on where it has given all that it gives. */
function outlays(from: Charge['from'], recipients: readonly Recipient[]): Outlay[] {
  // Of a small amount some members of a group get nothing.
  const waiting = recipients.filter(({ amount }) => amount > 0n);
  const paid = from.map(({ account, amount }): Outlay => {
    const mine: Recipient[] = [];
    let left = amount;
    while (left > 0n && waiting[0]) {
      const [recipient] = waiting;
      const now = recipient.amount < left ? recipient.amount : left;
      mine.push({ ...recipient, amount: now });
      left -= now;
      if (now === recipient.amount) waiting.shift();
      else waiting[0] = { ...recipient, amount: recipient.amount - now };
    }
    if (left > 0n) throw new Error('a charge takes more than its payees get');
    return { from: account, recipients: mine };
  });
  if (waiting.length > 0) throw new Error('a charge takes less than its payees get');
  return paid;
}
