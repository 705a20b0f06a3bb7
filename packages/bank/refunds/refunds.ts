import { apportion, type Decimal, formatMinor, type JournalId, type OwnerKey, ZERO } from '@scrip/kernel';
import { isFault } from '@scrip/rpc';
import { journalId, requestHash } from '../ledger/ids.ts';
import { cutComment, type Origin, spendingOf, toMinor } from '../posting/instruction.ts';
import type { Poster, Prepared } from '../posting/poster.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import type { Leg } from '../transactions/model.ts';
import type { TransactionStore } from '../transactions/store.ts';
import { notRefundable, refundExceeded } from './errors.ts';

/** What a refund would pay back; amounts are minor units. */
export interface RefundPlan {
  readonly original: JournalId;
  /** Whose part it is; undefined: everybody's. */
  readonly payee: OwnerKey | undefined;
  /** Major units, as it was asked for; 0 for all that is left. */
  readonly asked: Decimal;
  readonly amount: bigint;
  /** What was left to be refunded when this was planned. */
  readonly left: bigint;
  readonly parts: readonly { readonly leg: Leg; readonly amount: bigint }[];
}

export interface RefundInstruction extends Origin {
  readonly plan: RefundPlan;
  readonly comment: string;
}

/** The kinds of transactions in which somebody paid somebody else. What was handed over in-world is out of reach. */
const REFUNDABLE: ReadonlySet<string> = new Set(['pay', 'split', 'post']);

/** Pays back what was paid, to the accounts that it came from: linked to it, and never more than it. */
export class Refunds {
  readonly #transactions: TransactionStore;
  readonly #poster: Poster;

  constructor(transactions: TransactionStore, poster: Poster) {
    this.#transactions = transactions;
    this.#poster = poster;
  }

  /**
   * Who would pay how much back to whom. Part of several transfers is shared out in proportion to what is left of each.
   * Raises bank.unknown_transaction where the payee has no part in it, and bank.not_refundable where it is no payment to them.
   */
  async plan(transactionId: string, payee: OwnerKey | undefined, asked: Decimal): Promise<RefundPlan> {
    const transaction = await this.#transactions.find(transactionId, payee);
    if (!transaction) {
      throw unknownTransaction(`${payee ? `${payee} has no part in` : 'there is no'} transaction ${JSON.stringify(transactionId)}`);
    }
    const { id: original, kind } = transaction;
    if (!REFUNDABLE.has(kind)) throw notRefundable(`${original} is of the type ${kind}`);
    const legs = transaction.legs.filter(({ state, to }) => state === 'moved' && (payee === undefined || to.owner === payee));
    const [first] = legs;
    if (!first) throw notRefundable(`${payee ?? 'nobody'} was paid nothing by ${original}`);
    const amounts = share(asked === ZERO ? undefined : toMinor(asked, first.to.currency), legs);
    const parts = legs.map((leg, index) => ({ leg, amount: amounts[index] as bigint })).filter(({ amount }) => amount > 0n);
    const left = legs.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0n);
    return { original, payee, asked, parts, left, amount: parts.reduce((sum, { amount }) => sum + amount, 0n) };
  }

  /** Books a plan and returns the transaction id. Raises bank.refund_exceeded, also where more was refunded since it was made. */
  async refund(instruction: RefundInstruction): Promise<JournalId> {
    const { plan, principal, requestId } = instruction;
    const { original, payee = '', asked, parts, amount, left } = plan;
    const { currency } = (parts[0] as RefundPlan['parts'][number]).leg.to;
    const id = journalId(principal, requestId);
    const comment = cutComment(instruction.comment);
    const prepared: Prepared = {
      journal: {
        id,
        principal,
        // As it was asked for: what is left, and so what is moved, may be another amount by the time of a retry.
        requestHash: requestHash('refund', payee, original, asked, comment),
        kind: 'refund',
        comment,
        transfers: parts.map((part) => ({ debit: part.leg.to.id, credit: part.leg.from.id, amount: part.amount })),
        refunds: parts.map((part) => ({ original, leg: part.leg.leg, paid: part.leg.amount, amount: part.amount })),
        ...spendingOf(instruction, amount, currency),
      },
      riders: [],
      requestId,
      accounts: parts.flatMap(({ leg }) => [leg.to, leg.from]),
    };
    await this.#poster.post(prepared).catch((error: unknown) => {
      // The ledger speaks of one transfer, the caller of all of them together.
      if (!isFault(error, refundExceeded) || amount <= left) throw error;
      const [has, needs] = [left, amount].map((minor) => formatMinor(minor, currency.scale));
      throw refundExceeded(`${has} is left to be refunded, ${needs} were asked for`);
    });
    return id;
  }
}

/**
 * Where more is asked for than is left, or nothing is left at all, it is shared as if nothing had been refunded: the ledger
 * then refuses it, unless it is a retry of what is in its books.
 */
function share(asked: bigint | undefined, legs: readonly Leg[]): readonly bigint[] {
  const paid = legs.map(({ amount }) => amount);
  const left = legs.map(({ amount, refunded }) => amount - refunded);
  const sum = left.reduce((a, b) => a + b, 0n);
  if (asked === undefined) return sum > 0n ? left : paid;
  return apportion(asked, asked <= sum ? left : paid);
}
