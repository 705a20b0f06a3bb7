import type { Avatars } from '@scrip/avatars';
import { type Decimal, type JournalId, type OwnerKey, wholeOf } from '@scrip/kernel';
import type { Accounts } from '../accounts/accounts.ts';
import type { Account } from '../accounts/model.ts';
import { journalId, mintId, requestHash } from '../ledger/ids.ts';
import type { Draws } from '../posting/draws.ts';
import { cutComment, type Origin, spendingOf, toMinor } from '../posting/instruction.ts';
import type { Poster, Prepared } from '../posting/poster.ts';
import { paymentNotices } from './notices.ts';
import type { Payee, Payees } from './payees.ts';
import { movesOf, partyAccounts, type Recipient } from './transfers.ts';

export interface TransferInstruction extends Origin {
  readonly owner: OwnerKey;
  /** Major units, as in the instructions below. */
  readonly amount: Decimal;
  readonly from: string;
  readonly to: string;
  readonly comment: string;
}

export interface PaymentInstruction extends Origin {
  readonly amount: Decimal;
  readonly payer: OwnerKey;
  readonly from: string;
  readonly payee: Payee;
  readonly comment: string;
  readonly notify: boolean;
}

export interface MintInstruction extends Origin {
  readonly owner: OwnerKey;
  readonly account: string;
  readonly amount: Decimal;
  readonly comment: string;
}

/** Payments of one amount: turns instructions into journals and posts them through the batched path. */
export class Payments {
  readonly #accounts: Accounts;
  readonly #avatars: Avatars;
  readonly #payees: Payees;
  readonly #poster: Poster;
  readonly #draws: Draws;

  constructor(accounts: Accounts, avatars: Avatars, payees: Payees, poster: Poster, draws: Draws) {
    this.#accounts = accounts;
    this.#avatars = avatars;
    this.#payees = payees;
    this.#poster = poster;
    this.#draws = draws;
  }

  /** Moves money between two accounts of one owner; returns the transaction id (bank.transfer). */
  async transfer(instruction: TransferInstruction): Promise<JournalId> {
    const { owner, principal, requestId } = instruction;
    // One after the other, so that of two that are not there always the same is told.
    const from = await this.#accounts.get(owner, instruction.from);
    const to = await this.#accounts.get(owner, instruction.to);
    const comment = cutComment(instruction.comment);
    const amount = toMinor(instruction.amount, from.currency);
    return this.#post({
      journal: {
        id: journalId(principal, requestId),
        principal,
        requestHash: requestHash('transfer', from.id, to.id, instruction.amount, comment),
        kind: 'transfer',
        comment,
        transfers: [{ debit: from.id, credit: to.id, amount }],
        ...spendingOf(instruction, amount, from.currency),
      },
      riders: [],
      requestId,
      accounts: [from, to],
    });
  }

  /** Pays somebody; returns the transaction id (bank.pay). */
  async pay(instruction: PaymentInstruction): Promise<JournalId> {
    return this.#post(await this.preparePay(instruction));
  }

  /** What `pay` posts, for slices that post it in a transaction of their own. */
  async preparePay(instruction: PaymentInstruction): Promise<Prepared> {
    const { payer, payee, principal, requestId } = instruction;
    const from = await this.#accounts.get(payer, instruction.from);
    const amount = toMinor(instruction.amount, from.currency);
    const id = journalId(principal, requestId);
    const recipients = await this.#payees.recipients(payer, payee, wholeOf(amount), this.#draws.of(id));
    const { riders, ...moves } = movesOf(id, [{ account: from, amount }], recipients);
    const comment = cutComment(instruction.comment);
    if (instruction.notify) riders.push(...(await paymentNotices(this.#avatars, payer, recipients, comment, from.currency, id)));
    return {
      journal: {
        id,
        principal,
        requestHash: requestHash(
          'pay',
          from.id,
          payee.key,
          payee.account.toLowerCase(),
          instruction.amount,
          comment,
          Number(instruction.notify),
        ),
        kind: isInWorld(recipients, from) ? 'payout' : 'pay',
        comment,
        ...moves,
        ...spendingOf(instruction, amount, from.currency),
      },
      riders,
      requestId,
      accounts: partyAccounts([from], recipients),
    };
  }

  /** Creates money; the mint's account goes as far below zero as all others together are above it (operator.mint). */
  async mint(instruction: MintInstruction): Promise<JournalId> {
    const { principal, requestId } = instruction;
    const to = await this.#accounts.get(instruction.owner, instruction.account);
    const comment = cutComment(instruction.comment);
    return this.#post({
      journal: {
        id: journalId(principal, requestId),
        principal,
        requestHash: requestHash('mint', to.id, instruction.amount, comment),
        kind: 'mint',
        comment,
        transfers: [{ debit: mintId(to.currency.code), credit: to.id, amount: toMinor(instruction.amount, to.currency) }],
        ...spendingOf(instruction, 0n, to.currency),
      },
      riders: [],
      requestId,
      accounts: [to],
    });
  }

  async #post(prepared: Prepared): Promise<JournalId> {
    await this.#poster.post(prepared);
    return prepared.journal.id;
  }
}

/** Whether all who are paid are handed it in-world. The same for every draw. */
function isInWorld(recipients: readonly Recipient[], from: Account): boolean {
  const others = recipients.filter(({ to }) => to?.id !== from.id);
  return others.length > 0 && others.every(({ to }) => !to);
}
