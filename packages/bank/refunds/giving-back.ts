import type { Queryable } from '@scrip/database';
import { apportion, type Currency, formatMinor, type JournalId, type OwnerKey, type Uuid } from '@scrip/kernel';
import { type Fault, isFault } from '@scrip/rpc';
import type { Accounts } from '../accounts/accounts.ts';
import { accountFrozen } from '../accounts/errors.ts';
import { type Account, WORKING } from '../accounts/model.ts';
import { journalId, payoutId } from '../ledger/ids.ts';
import { legKey } from '../ledger/model.ts';
import type { Owners } from '../owners.ts';
import { queueRider } from '../payouts/queue.ts';
import { insufficientFunds } from '../posting/errors.ts';
import { cutComment, type Origin, spendingOf } from '../posting/instruction.ts';
import type { Prepared } from '../posting/poster.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import type { Leg } from '../transactions/model.ts';
import type { TransactionStore } from '../transactions/store.ts';
import { refundExceeded } from './errors.ts';
import type { RefundStore, StatedPurse } from './store.ts';
import { type BackTransfer, type Part, type Side, turn } from './turn.ts';

/** From 0 to 1. */
export interface Fraction {
  readonly part: bigint;
  readonly whole: bigint;
}

/** What is to be given back of one earlier journal. */
export interface Due {
  readonly original: JournalId;
  /** Minor units; undefined: all that is left. */
  readonly amount?: bigint | undefined;
  /** Instead of an amount: so much of what was paid, rounded down, or what is left where that is less. */
  readonly fraction?: Fraction | undefined;
  /** Who gets it: in the accounts that paid, where those are theirs, or else in `working`. Undefined: whoever paid. */
  readonly to?: OwnerKey | undefined;
}

export interface BackRequest {
  /** All in one currency. */
  readonly dues: readonly Due[];
  /** Who gives back their part alone; undefined: everybody. */
  readonly giver?: OwnerKey | undefined;
  /** The account that pays what the others are short of. Only its owner can choose that; undefined: nobody pays it. */
  readonly cover?: Account | undefined;
}

/** Who would give back how much. Amounts are minor units. */
export interface BackPlan {
  readonly currency: Currency;
  /** All that goes back. */
  readonly amount: bigint;
  /** What was left of the originals, everybody's parts counted: nothing is left after this one where it is the same as `amount`. */
  readonly left: bigint;
  /** All that somebody would have to give and does not have. While it is not zero, nothing can be booked. */
  readonly missing: bigint;
  readonly sides: readonly Side[];
  /** Who gets how much, what is missing counted in. */
  readonly receivers: ReadonlyMap<OwnerKey, bigint>;
  readonly transfers: readonly BackTransfer[];
  /** What had been paid back when this was planned, by `legKey`. */
  readonly refunded: ReadonlyMap<string, bigint>;
  readonly originals: readonly JournalId[];
}

/** How a plan is written down. */
export interface BackInstruction extends Origin {
  /** What it is called in statements: one of the slice's own words, such as `sale_refund`. */
  readonly kind: string;
  /** `requestHash` of what was asked for, without what was worked out of it. */
  readonly requestHash: Uuid;
  /** Cut at 64 characters. */
  readonly comment: string;
  /** Whose capabilities `chain` is: what leaves their accounts is counted on it. */
  readonly spender: OwnerKey;
}

/** A leg of an original, and how much of it goes back. */
interface Owed {
  readonly due: Due;
  readonly leg: Leg;
  readonly amount: bigint;
}

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

  constructor(accounts: Accounts, owners: Owners, transactions: TransactionStore, store: RefundStore) {
    this.#accounts = accounts;
    this.#owners = owners;
    this.#transactions = transactions;
    this.#store = store;
  }

  /**
   * Who would give what, in proportion to what is left of each side's part. Moves and locks nothing. Raises bank.refund_exceeded
   * where more is due than is left, and bank.unknown_transaction.
   */
  async plan({ dues, giver, cover }: BackRequest): Promise<BackPlan> {
    const found = await Promise.all(dues.map(async (due) => ({ due, ...(await this.#reachable(due.original)) })));
    const left = found.reduce((sum, { legs }) => sum + legs.reduce((all, leg) => all + leftOf(leg), 0n), 0n);
    const [first] = found;
    if (!first) throw new Error('a refund needs something that it pays back');
    const { currency } = first;
    const owed = found.flatMap(({ due, legs }) =>
      shared(
        due,
        legs.filter(({ to, inWorld }) => !giver || (inWorld ?? to.owner) === giver),
      ),
    );
    const known = await this.#store.purses([...new Set(owed.flatMap(({ leg }) => [leg.from.id, leg.to.id]).concat(cover?.id ?? []))]);
    const parts: Part[] = [];
    for (const one of owed) parts.push(await this.#partOf(one, known));
    // Whom a lease was passed on to may have got a share of its rent: that stays with them.
    const moving = parts.filter((part) => part.amount > 0n && part.giver !== part.receiver);
    const { sides, transfers } = turn(moving, known, cover);
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
      transfers,
      originals: dues.map(({ original }) => original),
      refunded: new Map(found.flatMap(({ due, legs }) => legs.map((leg) => [legKey(due.original, leg.leg), leg.refunded]))),
    };
  }

  /** The payment of a plan in which something goes back. Raises bank.insufficient_funds, with each side that is short and what is missing. */
  async prepare(plan: BackPlan, instruction: BackInstruction): Promise<Prepared> {
    if (plan.missing > 0n) throw insufficientFunds(await this.shortage(plan));
    const { transfers, currency } = plan;
    const { principal, requestId, requestHash, kind, spender } = instruction;
    const id = journalId(principal, requestId);
    const spent = transfers.reduce((sum, { debit, amount }) => (debit.owner === spender ? sum + amount : sum), 0n);
    return {
      journal: {
        id,
        principal,
        requestHash,
        kind,
        comment: cutComment(instruction.comment),
        transfers: transfers.map(({ debit, credit, amount }) =>
          credit
            ? { debit: debit.id, credit: credit.id, amount }
            : { debit: debit.id, credit: payoutId(currency.code), amount, hold: { expiresIn_ms: null } },
        ),
        refunds: transfers.map(({ part: { original, leg, paid } }) => ({ original, leg, paid })),
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

  /** The transfers of a journal by which somebody paid somebody else. What came back since, since nobody took it in-world, is not among them. */
  async #reachable(original: JournalId): Promise<{ legs: Leg[]; currency: Currency }> {
    const transaction = await this.#transactions.find(original, undefined);
    const currency = transaction?.legs[0]?.from.currency;
    if (!transaction || !currency) throw unknownTransaction(`there is no transaction ${original}`);
    const legs = transaction.legs.filter(({ from, to, state }) => from.owner !== to.owner && state !== 'voided' && state !== 'expired');
    return { legs, currency };
  }

  async #partOf({ due, leg, amount }: Owed, known: Map<string, StatedPurse>): Promise<Part> {
    const isInWorld = leg.inWorld !== null;
    const { to } = due;
    const payerGetsIt = to === undefined || to === leg.from.owner;
    const credit = payerGetsIt ? await this.#open(leg.from, known) : await this.#till(to, leg.from.currency);
    return {
      original: due.original,
      leg: leg.leg,
      paid: leg.amount,
      amount,
      giver: leg.inWorld ?? leg.to.owner,
      debit: isInWorld ? undefined : await this.#open(leg.to, known),
      receiver: due.to ?? leg.from.owner,
      credit,
      isOnItsWay: isInWorld && leg.state === 'open',
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

/** Whether a plan was refused since the world has changed: somebody gave something back or spent it, or an account was frozen. */
export function isStaleRefund(refusal: Fault): boolean {
  return [refundExceeded, insufficientFunds, accountFrozen].some((spec) => isFault(refusal, spec));
}

function leftOf({ amount, refunded }: Leg): bigint {
  return amount - refunded;
}

/** How much of each transfer goes back. Raises bank.refund_exceeded. */
function shared(due: Due, legs: readonly Leg[]): Owed[] {
  const left = legs.map(leftOf);
  const sum = left.reduce((a, b) => a + b, 0n);
  const asked = due.fraction ? least(fractionOf(due.fraction, legs), sum) : (due.amount ?? sum);
  if (sum === 0n && due.fraction) return [];
  if (sum === 0n) throw refundExceeded('nothing is left to be refunded');
  if (asked > sum) {
    const { scale } = (legs[0] as Leg).from.currency;
    const [has, needs] = [sum, asked].map((minor) => formatMinor(minor, scale));
    throw refundExceeded(`${has} is left to be refunded, ${needs} were asked for`);
  }
  const amounts = apportion(asked, left);
  return legs.map((leg, index) => ({ due, leg, amount: amounts[index] as bigint }));
}

/** What is on its way in-world counts as paid. */
function fractionOf({ part, whole }: Fraction, legs: readonly Leg[]): bigint {
  return (legs.reduce((sum, { amount }) => sum + amount, 0n) * part) / whole;
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
