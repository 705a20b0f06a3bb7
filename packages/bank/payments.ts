import { type Avatars, notificationRider } from '@scrip/avatars';
import type { Rider } from '@scrip/database';
import { type Currency, formatMinor, MAX_MINOR, majorToMinor, type Uuid } from '@scrip/kernel';
import type { Fault } from '@scrip/rpc';
import { type Account, type Accounts, IN_WORLD, WORKING } from './accounts.ts';
import {
  currencyMismatch,
  insufficientFunds,
  invalidAmount,
  limitExceeded,
  requestConflict,
  sameAccount,
  unknownAccount,
} from './errors.ts';
import type { Batcher } from './ledger/batcher.ts';
import { journalId, mintId, payoutId, requestHash } from './ledger/ids.ts';
import type { Journal, Refusal, Transfer } from './ledger/model.ts';
import { payoutRider } from './payouts.ts';

/** The faults that any posting can end in. */
export const POSTING_FAULTS = [
  invalidAmount,
  sameAccount,
  unknownAccount,
  requestConflict,
  currencyMismatch,
  insufficientFunds,
  limitExceeded,
] as const;

/** Who asks, and under which id: what makes a retry the same request. An empty request id is never a retry. */
export interface Origin {
  readonly principal: Uuid;
  readonly requestId: string;
}

export interface TransferOrder extends Origin {
  readonly owner: Uuid;
  readonly amount: number;
  readonly from: string;
  readonly to: string;
  readonly comment: string;
}

export interface PayOrder extends Origin {
  readonly amount: number;
  readonly payer: Uuid;
  readonly from: string;
  readonly payee: Uuid;
  readonly to: string;
  readonly comment: string;
  readonly notify: boolean;
  /** Whether the caller may choose among the payee's accounts; otherwise the money goes to `working`. */
  readonly mayChooseTarget: boolean;
}

export interface MintOrder extends Origin {
  readonly owner: Uuid;
  readonly account: string;
  readonly amount: number;
  readonly comment: string;
}

const COMMENT_LENGTH = 64;

/** The documented limit: a longer comment is cut, not refused. Counted in characters, so that none is cut in half. */
function cut(comment: string): string {
  return comment.length <= COMMENT_LENGTH ? comment : [...comment].slice(0, COMMENT_LENGTH).join('');
}

/** Turns orders into journals, posts them through the batched path, and turns refusals into faults. */
export class Payments {
  readonly #accounts: Accounts;
  readonly #avatars: Avatars;
  readonly #batcher: Batcher;

  constructor(accounts: Accounts, avatars: Avatars, batcher: Batcher) {
    this.#accounts = accounts;
    this.#avatars = avatars;
    this.#batcher = batcher;
  }

  /** Moves money between two accounts of one owner; returns the transaction id (bank.transfer). */
  async transfer(order: TransferOrder): Promise<Uuid> {
    const { owner, principal, requestId } = order;
    const [from, to] = await Promise.all([this.#accounts.get(owner, order.from), this.#accounts.get(owner, order.to)]);
    const comment = cut(order.comment);
    const journal: Journal = {
      id: journalId(principal, requestId),
      principal,
      requestHash: requestHash('transfer', from.id, to.id, order.amount, comment),
      kind: 'transfer',
      comment,
      transfers: [{ debit: from.id, credit: to.id, amount: toMinor(order.amount, from.currency) }],
    };
    return this.#post(requestId, journal, [], from, to);
  }

  /**
   * Pays somebody; returns the transaction id (bank.pay). A payee without a login, or the account name `avatar`, means
   * in-world: the money is held and the payment queued until a dispenser confirms that it was handed over.
   */
  async pay(order: PayOrder): Promise<Uuid> {
    const { payer, payee, principal, requestId } = order;
    const from = await this.#accounts.get(payer, order.from);
    const amount = toMinor(order.amount, from.currency);
    const to = order.to.toLowerCase() === IN_WORLD ? undefined : await this.#target(order);
    const id = journalId(principal, requestId);
    const transfer: Transfer = to
      ? { debit: from.id, credit: to.id, amount }
      : { debit: from.id, credit: payoutId(from.currency.code), amount, hold: true };
    const comment = cut(order.comment);
    const journal: Journal = {
      id,
      principal,
      requestHash: requestHash('pay', from.id, payee, order.to.toLowerCase(), order.amount, comment, Number(order.notify)),
      kind: to ? 'pay' : 'payout',
      comment,
      transfers: [transfer],
    };
    const riders: Rider[] = to ? [] : [payoutRider(id, payee)];
    if (order.notify) riders.push(notificationRider(payee, 'payment', await this.#notice(order, comment, amount, from.currency), id));
    return this.#post(requestId, journal, riders, from, to);
  }

  /** Creates money; the mint's account goes as far below zero as all others together are above it (operator.mint). */
  async mint(order: MintOrder): Promise<Uuid> {
    const { principal, requestId } = order;
    const to = await this.#accounts.get(order.owner, order.account);
    const comment = cut(order.comment);
    const journal: Journal = {
      id: journalId(principal, requestId),
      principal,
      requestHash: requestHash('mint', to.id, order.amount, comment),
      kind: 'mint',
      comment,
      transfers: [{ debit: mintId(to.currency.code), credit: to.id, amount: toMinor(order.amount, to.currency) }],
    };
    return this.#post(requestId, journal, [], undefined, to);
  }

  /** The payee's account, or undefined where the payee can only be paid in-world. */
  async #target(order: PayOrder): Promise<Account | undefined> {
    if (order.mayChooseTarget) {
      const working = order.to === '' || order.to.toLowerCase() === WORKING;
      if (!working) return this.#accounts.get(order.payee, order.to);
    }
    return this.#accounts.find(order.payee, WORKING);
  }

  async #notice(order: PayOrder, comment: string, amount: bigint, currency: Currency): Promise<string> {
    const name = (await this.#avatars.find(order.payer))?.name ?? order.payer;
    return `${name} paid you ${formatMinor(amount, currency.scale)} ${currency.code}${comment === '' ? '' : `: ${comment}`}`;
  }

  async #post(requestId: string, journal: Journal, riders: readonly Rider[], from?: Account, to?: Account): Promise<Uuid> {
    const outcome = await this.#batcher.submit({ journal, riders });
    if (outcome.accepted) return journal.id;
    throw faultOf(outcome.refusal, requestId, (id) => [from, to].find((account) => account?.id === id));
  }
}

function toMinor(amount: number, currency: Currency): bigint {
  const minor = majorToMinor(amount, currency);
  if (minor <= 0n) throw invalidAmount(`the amount is ${amount}; a whole number above zero is needed`);
  if (minor > MAX_MINOR) throw invalidAmount(`the amount is ${amount}; at most ${formatMinor(MAX_MINOR, currency.scale)} can be moved`);
  return minor;
}

function faultOf(refusal: Refusal, requestId: string, accountOf: (id: Uuid) => Account | undefined): Fault {
  const nameOf = (id: Uuid) => accountOf(id)?.name ?? "the bank's own account";
  switch (refusal.why) {
    case 'request_conflict':
      return requestConflict(
        `the request id ${JSON.stringify(requestId)} was used for another request; a retry must repeat it exactly, a new payment needs a new id`,
      );
    case 'invalid_amount':
      return invalidAmount(`the amount is ${refusal.amount}; a whole number above zero is needed`);
    case 'same_account':
      return sameAccount('the money would go back to the account that it comes from');
    case 'unknown_account':
      return unknownAccount(`${nameOf(refusal.account)} is not there`);
    case 'currency_mismatch':
      return currencyMismatch(`one account is in ${refusal.debit}, the other in ${refusal.credit}`);
    case 'insufficient_funds': {
      const scale = accountOf(refusal.account)?.currency.scale ?? 0;
      const [holds, needed] = [formatMinor(refusal.available, scale), formatMinor(refusal.needed, scale)];
      return insufficientFunds(`${nameOf(refusal.account)} holds ${holds}, ${needed} needed`);
    }
    case 'limit_exceeded':
      return limitExceeded(`${nameOf(refusal.account)} would leave the range in which balances are exact`);
  }
}
