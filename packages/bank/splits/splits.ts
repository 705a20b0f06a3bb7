import { apportion, minorToMajor, type Uuid } from '@scrip/kernel';
import type { Accounts } from '../accounts/accounts.ts';
import { journalId, requestHash } from '../ledger/ids.ts';
import { type Part, type Payee, type Payees, transfersOf } from '../payments/payees.ts';
import { accountsOfParts, type Payments } from '../payments/payments.ts';
import { cutComment, type Origin, spendingOf, toMinor } from '../posting/instruction.ts';
import type { Poster } from '../posting/poster.ts';
import { invalidSplit } from './errors.ts';

export interface SplitOrder extends Origin {
  /** Whole major units: all that leaves the account, the fee included. */
  readonly amount: number;
  readonly payer: Uuid;
  readonly from: string;
  /** Shares are relative: 1, 1 and 2 is a quarter, a quarter and a half. Millionths count. */
  readonly payees: readonly { readonly payee: Payee; readonly share: number }[];
  /** What is taken off the amount before it is shared. */
  readonly fee: { readonly payee: Payee; readonly percent: number } | undefined;
  readonly comment: string;
  readonly notify: boolean;
}

export interface Split {
  /** In major units, as in the parts. */
  readonly fee: number;
  /** One for each payee, in order. */
  readonly amounts: readonly number[];
}

export const MAX_PAYEES = 100;
const SHARE_UNITS = 1_000_000;
const ALL_PERCENT = BigInt(100 * SHARE_UNITS);

/** Payments that are shared out among several, in one journal. */
export class Splits {
  readonly #accounts: Accounts;
  readonly #payees: Payees;
  readonly #payments: Payments;
  readonly #poster: Poster;

  constructor(accounts: Accounts, payees: Payees, payments: Payments, poster: Poster) {
    this.#accounts = accounts;
    this.#payees = payees;
    this.#payments = payments;
    this.#poster = poster;
  }

  /** Who gets how much: what `pay` would book, without looking at what the account holds. */
  async preview(order: Pick<SplitOrder, 'amount' | 'payer' | 'from' | 'payees' | 'fee'>): Promise<Split> {
    const { currency } = await this.#accounts.get(order.payer, order.from);
    const { fee, amounts } = share(toMinor(order.amount, currency), order);
    return { fee: minorToMajor(fee, currency), amounts: amounts.map((amount) => minorToMajor(amount, currency)) };
  }

  /** Books the split; returns the transaction id and the amounts, which depend on nothing but the request. */
  async pay(order: SplitOrder): Promise<Split & { transactionId: Uuid }> {
    const { payer, principal, requestId } = order;
    const from = await this.#accounts.get(payer, order.from);
    const total = toMinor(order.amount, from.currency);
    const { fee, amounts } = share(total, order);
    const owed = order.payees.map(({ payee }, index) => ({ payee, amount: amounts[index] as bigint }));
    if (order.fee) owed.push({ payee: order.fee.payee, amount: fee });
    const parts: Part[] = [];
    for (const { payee, amount } of owed) if (amount > 0n) parts.push(...(await this.#payees.parts(payer, payee, amount)));
    const id = journalId(principal, requestId);
    const { transfers, riders } = transfersOf(id, { from, parts });
    const comment = cutComment(order.comment);
    if (order.notify) riders.push(...(await this.#payments.notices(payer, parts, comment, from.currency, id)));
    await this.#poster.post({
      journal: {
        id,
        principal,
        requestHash: hashOf(order, from.id, comment),
        kind: 'split',
        comment,
        transfers,
        ...spendingOf(order, total, from.currency),
      },
      riders,
      requestId,
      accounts: accountsOfParts(from, parts),
    });
    return {
      transactionId: id,
      fee: minorToMajor(fee, from.currency),
      amounts: amounts.map((amount) => minorToMajor(amount, from.currency)),
    };
  }
}

function share(total: bigint, { payees, fee }: Pick<SplitOrder, 'payees' | 'fee'>): { fee: bigint; amounts: bigint[] } {
  const weights = payees.map((payee) => units(payee.share));
  if (weights.length === 0 || weights.length > MAX_PAYEES || weights.every((weight) => weight === 0n)) {
    throw invalidSplit(`${weights.length} payees came, whose shares sum to ${payees.reduce((sum, payee) => sum + payee.share, 0)}`);
  }
  const percent = units(fee?.percent ?? 0);
  if (percent >= ALL_PERCENT) throw invalidSplit(`the fee is ${fee?.percent} percent; it must be below 100`);
  const [feeAmount = 0n, rest = 0n] = apportion(total, [percent, ALL_PERCENT - percent]);
  return { fee: feeAmount, amounts: apportion(rest, weights) };
}

function units(share: number): bigint {
  const scaled = Math.round(share * SHARE_UNITS);
  if (!(share >= 0) || !Number.isSafeInteger(scaled)) throw invalidSplit(`${share} is no share; from 0 to 1000000000 they may be`);
  return BigInt(scaled);
}

function hashOf(order: SplitOrder, from: Uuid, comment: string): Uuid {
  const payees = order.payees.flatMap(({ payee, share }) => [payee.key, payee.account.toLowerCase(), share]);
  const fee = order.fee ? [order.fee.payee.key, order.fee.percent] : [];
  return requestHash('split', from, order.amount, comment, Number(order.notify), payees.length, ...payees, ...fee);
}
