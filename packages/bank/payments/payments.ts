import { type Avatars, notificationRider } from '@scrip/avatars';
import type { Rider } from '@scrip/database';
import { type Currency, formatMinor, type Uuid } from '@scrip/kernel';
import type { Account, Accounts } from '../accounts/accounts.ts';
import { journalId, mintId, requestHash } from '../ledger/ids.ts';
import { cutComment, type Origin, spendingOf, toMinor } from '../posting/instruction.ts';
import type { Poster, Prepared } from '../posting/poster.ts';
import { type Part, type Payee, type Payees, transfersOf } from './payees.ts';

export interface TransferOrder extends Origin {
  readonly owner: Uuid;
  /** Whole major units, as in the orders below. */
  readonly amount: number;
  readonly from: string;
  readonly to: string;
  readonly comment: string;
}

export interface PayOrder extends Origin {
  readonly amount: number;
  readonly payer: Uuid;
  readonly from: string;
  readonly payee: Payee;
  readonly comment: string;
  readonly notify: boolean;
}

export interface MintOrder extends Origin {
  readonly owner: Uuid;
  readonly account: string;
  readonly amount: number;
  readonly comment: string;
}

/** Payments of one amount: turns orders into journals and posts them through the batched path. */
export class Payments {
  readonly #accounts: Accounts;
  readonly #avatars: Avatars;
  readonly #payees: Payees;
  readonly #poster: Poster;

  constructor(accounts: Accounts, avatars: Avatars, payees: Payees, poster: Poster) {
    this.#accounts = accounts;
    this.#avatars = avatars;
    this.#payees = payees;
    this.#poster = poster;
  }

  /** Moves money between two accounts of one owner; returns the transaction id (bank.transfer). */
  async transfer(order: TransferOrder): Promise<Uuid> {
    const { owner, principal, requestId } = order;
    const [from, to] = await Promise.all([this.#accounts.get(owner, order.from), this.#accounts.get(owner, order.to)]);
    const comment = cutComment(order.comment);
    const amount = toMinor(order.amount, from.currency);
    return this.#post({
      journal: {
        id: journalId(principal, requestId),
        principal,
        requestHash: requestHash('transfer', from.id, to.id, order.amount, comment),
        kind: 'transfer',
        comment,
        transfers: [{ debit: from.id, credit: to.id, amount }],
        ...spendingOf(order, amount, from.currency),
      },
      riders: [],
      requestId,
      accounts: [from, to],
    });
  }

  /** Pays somebody; returns the transaction id (bank.pay). */
  async pay(order: PayOrder): Promise<Uuid> {
    return this.#post(await this.preparePay(order));
  }

  /** What `pay` posts, for slices that post it in a transaction of their own. */
  async preparePay(order: PayOrder): Promise<Prepared> {
    const { payer, payee, principal, requestId } = order;
    const from = await this.#accounts.get(payer, order.from);
    const amount = toMinor(order.amount, from.currency);
    const parts = await this.#payees.parts(payer, payee, amount);
    const id = journalId(principal, requestId);
    const { transfers, riders } = transfersOf(id, { from, parts });
    const comment = cutComment(order.comment);
    if (order.notify) riders.push(...(await this.notices(payer, parts, comment, from.currency, id)));
    return {
      journal: {
        id,
        principal,
        requestHash: requestHash('pay', from.id, payee.key, payee.account.toLowerCase(), order.amount, comment, Number(order.notify)),
        kind: transfers.every((transfer) => transfer.hold) ? 'payout' : 'pay',
        comment,
        transfers,
        ...spendingOf(order, amount, from.currency),
      },
      riders,
      requestId,
      accounts: accountsOfParts(from, parts),
    };
  }

  /** Creates money; the mint's account goes as far below zero as all others together are above it (operator.mint). */
  async mint(order: MintOrder): Promise<Uuid> {
    const { principal, requestId } = order;
    const to = await this.#accounts.get(order.owner, order.account);
    const comment = cutComment(order.comment);
    return this.#post({
      journal: {
        id: journalId(principal, requestId),
        principal,
        requestHash: requestHash('mint', to.id, order.amount, comment),
        kind: 'mint',
        comment,
        transfers: [{ debit: mintId(to.currency.code), credit: to.id, amount: toMinor(order.amount, to.currency) }],
      },
      riders: [],
      requestId,
      accounts: [to],
    });
  }

  /** A notification for everybody who gets a part; nobody is told of their own share in a group that they pay. */
  async notices(payer: Uuid, parts: readonly Part[], comment: string, currency: Currency, journalId: Uuid): Promise<Rider[]> {
    const name = (await this.#avatars.find(payer))?.name ?? payer;
    const why = comment === '' ? '' : `: ${comment}`;
    return parts
      .filter(({ akey, amount, shared }) => amount > 0n && !(shared && akey === payer))
      .map(({ akey, amount }) =>
        notificationRider(akey, 'payment', `${name} paid you ${formatMinor(amount, currency.scale)} ${currency.code}${why}`, journalId),
      );
  }

  async #post(prepared: Prepared): Promise<Uuid> {
    await this.#poster.post(prepared);
    return prepared.journal.id;
  }
}

export function accountsOfParts(from: Account, parts: readonly Part[]): Account[] {
  return [from, ...parts.flatMap(({ to }) => (to ? [to] : []))];
}
