import type { Queryable } from '@scrip/database';
import { type Currency, formatMinor, type JournalId, type OwnerKey } from '@scrip/kernel';
import { type Fault, isFault } from '@scrip/rpc';
import type { Accounts } from '../accounts/accounts.ts';
import { accountFrozen } from '../accounts/errors.ts';
import { type Account, WORKING } from '../accounts/model.ts';
import { journalId, payoutId } from '../ledger/ids.ts';
import { legKey, type Transfer } from '../ledger/model.ts';
import type { Owners } from '../owners.ts';
import { queueRider } from '../payouts/queue.ts';
import type { Draws } from '../posting/draws.ts';
import { insufficientFunds } from '../posting/errors.ts';
import { cutComment, spendingOf } from '../posting/instruction.ts';
import type { Prepared } from '../posting/poster.ts';
import type { Leg } from '../transactions/model.ts';
import type { TransactionStore } from '../transactions/store.ts';
import { refundExceeded } from './errors.ts';
import type { BackInstruction, BackPlan, BackRequest } from './model.ts';
import { leftOf, type Owed, owedOf } from './owed.ts';
import type { RefundStore, StatedPurse } from './store.ts';
import { type BackTransfer, type Part, type Side, shortOf, turn } from './turn.ts';

/**
 * Gives back what was paid for something: a sale, a rent. The transfers of the original journals are turned round, so each side gives
 * back what it got, and nobody gets more than they are short of. A payer's own share never left them and stays where it is. Each
 * transfer is linked to the one that it pays back (table `refund`), and the ledger refuses what exceeds that. See
 * docs/decisions/refunds.md.
 *
 * A deal uses it so:
 *  1. `plan` (before the transaction) tells who would give what, and what is missing. A preview shows just that.
 *  2. `prepare` turns the plan into a payment, or raises bank.insufficient_funds with the name of each side that is short.
 *  3. Under the deal's lock `isAsPlanned` tells whether anybody gave something back meanwhile: if so, raise `Changed`.
 *  4. `deals.pay` books it. `isStaleRefund` (the deal's `isStale`) tells which refusals mean that the plan is outdated.
 */
export class GivingBack {
  readonly #accounts: Accounts;
  readonly #owners: Owners;
  readonly #transactions: TransactionStore;
  readonly #store: RefundStore;
  readonly #draws: Draws;

  constructor(accounts: Accounts, owners: Owners, transactions: TransactionStore, store: RefundStore, draws: Draws) {
    this.#accounts = accounts;
    this.#owners = owners;
    this.#transactions = transactions;
    this.#store = store;
    this.#draws = draws;
  }

  /**
   * Who would give what, in proportion to what is left of each side's part. Moves and locks nothing. Raises bank.refund_exceeded
   * where more is due than is left, or nothing was moved.
   */
  async plan({ dues, giver, cover, payer }: BackRequest): Promise<BackPlan> {
    const all = await this.#transactions.legsOf(dues.map(({ original }) => original));
    const found = dues.map((due) => ({ due, ...reachable(due.original, all.get(due.original) ?? []) }));
    const left = found.reduce((sum, { legs }) => sum + legs.reduce((all, leg) => all + leftOf(leg), 0n), 0n);
    const [first] = found;
    if (!first) throw new Error('a refund needs something that it pays back');
    const { currency } = first;
    const owed = found.flatMap(({ due, legs }) =>
      owedOf(
        due,
        legs.filter(({ to, inWorld }) => !giver || (inWorld ?? to.owner) === giver),
        (id) => this.#draws.of(id),
      ),
    );
    const known = await this.#store.purses([...new Set(owed.flatMap(({ leg }) => [leg.from.id, leg.to.id]).concat(cover?.id ?? []))]);
    const parts: Part[] = [];
    for (const one of owed) parts.push(await this.#partOf(one, known, payer));
    // Whom a lease was passed on to may have got a share of its rent: that stays with them.
    const passing = parts.filter(({ giver, receiver }) => giver !== receiver);
    const moving = passing.filter(({ amount }) => amount > 0n);
    const turned = turn(moving, known, cover);
    const isCertain = passing.every(({ amount, most }) => amount === most);
    const might = passing.flatMap((part) => (part.most > 0n ? [{ ...part, amount: part.most }] : []));
    const highest = isCertain ? turned : turn(might, known, cover);
    const sides = shortOf(turned.sides, highest.sides, cover && { owner: cover.owner, atMost: lackOf(moving, known.get(cover.id)) });
    const receivers = new Map<OwnerKey, bigint>();
    for (const { receiver, amount } of moving) receivers.set(receiver, (receivers.get(receiver) ?? 0n) + amount);
    const sum = (of: (side: Side) => bigint) => sides.reduce((total, side) => total + of(side), 0n);
    return {
      currency,
      amount: sum((side) => side.amount),
      left,
      missing: sum((side) => side.missing),
      sides,
      receivers,
      transfers: turned.transfers,
      highest: highest.transfers,
      originals: dues.map(({ original }) => original),
      refunded: new Map(found.flatMap(({ due, legs }) => legs.map((leg) => [legKey(due.original, leg.leg), leg.refunded]))),
    };
  }

  /** The payment of a plan in which something goes back. Raises bank.insufficient_funds, with each side that is short and what is missing. */
  async prepare(plan: BackPlan, instruction: BackInstruction): Promise<Prepared> {
    if (plan.missing > 0n) throw insufficientFunds(await this.shortage(plan));
    const { transfers, highest, currency } = plan;
    const { principal, requestId, requestHash, kind, spender } = instruction;
    const id = journalId(principal, requestId);
    const spent = highest.reduce((sum, { debit, amount }) => (debit.owner === spender ? sum + amount : sum), 0n);
    const moveOf = ({ debit, credit, amount }: BackTransfer): Transfer =>
      credit
        ? { debit: debit.id, credit: credit.id, amount }
        : { debit: debit.id, credit: payoutId(currency.code), amount, hold: { expiresIn_ms: null } };
    return {
      journal: {
        id,
        principal,
        requestHash,
        kind,
        comment: cutComment(instruction.comment),
        transfers: transfers.map(moveOf),
        // Who has to have how much was looked at by the plan: some have it only by what they get here.
        ...(highest !== transfers && { possible: { debits: [], credits: highest.map(moveOf) } }),
        refunds: transfers.flatMap(({ parts }) =>
          parts.map(({ part: { original, leg, paid }, amount }) => ({ original, leg, paid, amount })),
        ),
        ...spendingOf(instruction, spent, currency),
      },
      riders: transfers.flatMap(({ credit, receiver }, leg) => (credit ? [] : [queueRider(id, leg, receiver)])),
      requestId,
      accounts: transfers.flatMap(({ debit, credit }) => (credit ? [debit, credit] : [debit])),
    };
  }

  /** Who is short of how much, for people: `Pat Partner is short of 30 L$`. */
  async shortage({ sides, currency }: BackPlan): Promise<string> {
    const short = sides.filter(({ missing }) => missing > 0n);
    const names = await this.#owners.names(short.map(({ owner }) => owner));
    const texts = short.map(({ owner, missing, isOnItsWay }) => {
      const where = isOnItsWay ? ', which waits to be handed over in-world' : '';
      return `${names.get(owner) ?? owner} is short of ${formatMinor(missing, currency.scale)} ${currency.code}${where}`;
    });
    return texts.join('; ');
  }

  /** Whether as much has been paid back as when this was planned; `on` is the client of the transaction that books it. */
  async isAsPlanned({ originals, refunded }: BackPlan, on: Queryable): Promise<boolean> {
    const now = await this.#store.refunded(originals, on);
    return [...refunded].every(([key, before]) => (now.get(key) ?? 0n) === before);
  }

  /** How much a journal that is in the books has given back, in minor units; 0 where it is no refund. */
  given(journal: JournalId): Promise<bigint> {
    return this.#store.given(journal);
  }

  async #partOf({ due, leg, amount, most }: Owed, known: Map<string, StatedPurse>, payer: OwnerKey | undefined): Promise<Part> {
    const isInWorld = leg.inWorld !== null;
    const { to } = due;
    const payerGetsIt = to === undefined || to === leg.from.owner;
    const credit = payerGetsIt ? await this.#open(leg.from, known) : await this.#till(to, leg.from.currency);
    const giver = leg.inWorld ?? leg.to.owner;
    return {
      original: due.original,
      leg: leg.leg,
      paid: leg.amount,
      amount,
      most,
      giver,
      debit: isInWorld ? undefined : await this.#open(leg.to, known),
      receiver: due.to ?? leg.from.owner,
      credit,
      isOnItsWay: isInWorld && leg.state === 'open',
      isPayersOwn: giver === payer,
    };
  }

  /** The account, or where that was closed the one that takes its place. */
  async #open(account: Account, known: Map<string, StatedPurse>): Promise<Account> {
    if (!known.get(account.id)?.isClosed) return account;
    const till = await this.#till(account.owner, account.currency);
    if (!till) return account;
    for (const [id, purse] of await this.#store.purses([till.id])) known.set(id, purse);
    return till;
  }

  /** `working`, or the first by name that is in this currency. */
  async #till(owner: OwnerKey, { code }: Currency): Promise<Account | undefined> {
    const working = await this.#accounts.find(owner, WORKING);
    if (working?.currency.code === code) return working;
    return (await this.#accounts.list(owner)).find(({ currency }) => currency.code === code);
  }
}

/** The transfers of a journal by which somebody paid somebody else. What came back since, since nobody took it in-world, is not among them. */
function reachable(original: JournalId, all: readonly Leg[]): { legs: Leg[]; currency: Currency } {
  const [first] = all;
  // There is none, or its draw left all of it with the payer.
  if (!first) throw refundExceeded(`nothing is left to be refunded: ${original} moved nothing`);
  const legs = all.filter(({ from, to, state }) => from.owner !== to.owner && state !== 'voided' && state !== 'expired');
  return { legs, currency: first.from.currency };
}

/** How much more than is in a purse all parts together come to. */
function lackOf(parts: readonly Part[], purse: StatedPurse | undefined): bigint {
  const free = purse?.isOpen && purse.free > 0n ? purse.free : 0n;
  const lack = parts.reduce((sum, { amount }) => sum + amount, 0n) - free;
  return lack > 0n ? lack : 0n;
}

/** Whether a plan was refused since the world has changed: somebody gave something back or spent it, or an account was frozen. */
export function isStaleRefund(refusal: Fault): boolean {
  return [refundExceeded, insufficientFunds, accountFrozen].some((spec) => isFault(refusal, spec));
}
