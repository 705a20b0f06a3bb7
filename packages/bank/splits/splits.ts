import type { Avatars } from '@scrip/avatars';
import {
  type AccountId,
  apportion,
  type Decimal,
  drawn,
  isSome,
  type JournalId,
  minorToMajor,
  type OwnerKey,
  type Portion,
  portionsOf,
  type Uuid,
  wholeOf,
} from '@scrip/kernel';
import type { Accounts } from '../accounts/accounts.ts';
import { journalId, requestHash } from '../ledger/ids.ts';
import { paymentNotices } from '../payments/notices.ts';
import type { Payee, Payees } from '../payments/payees.ts';
import { movesOf, partyAccounts, type Recipient } from '../payments/transfers.ts';
import type { Draws } from '../posting/draws.ts';
import { cutComment, type Origin, spendingOf, toMinor } from '../posting/instruction.ts';
import type { Poster } from '../posting/poster.ts';
import { invalidSplit } from './errors.ts';

export interface SplitInstruction extends Origin {
  /** Major units: all that leaves the account, the fee included. */
  readonly amount: Decimal;
  readonly payer: OwnerKey;
  readonly from: string;
  /** Shares are relative: 1, 1 and 2 is a quarter, a quarter and a half. Millionths count. */
  readonly payees: readonly { readonly payee: Payee; readonly share: number }[];
  /** What is taken off the amount before it is shared. */
  readonly fee: { readonly payee: Payee; readonly percent: number } | undefined;
  readonly comment: string;
  readonly notify: boolean;
}

export interface Split {
  /** In major units, as in the recipients. */
  readonly fee: number;
  /** One for each payee, in instruction. */
  readonly amounts: readonly number[];
}

export const MAX_PAYEES = 100;
const SHARE_UNITS = 1_000_000;
const ALL_PERCENT = BigInt(100 * SHARE_UNITS);

/** Payments that are shared out among several, in one journal. */
export class Splits {
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

  /**
   * Who gets how much, by largest remainder: what `pay` books is off by less than one unit, and on average exact. It is not what would
   * be drawn: whoever is told that before could choose. Looks at no account's balance.
   */
  async preview(instruction: Pick<SplitInstruction, 'amount' | 'payer' | 'from' | 'payees' | 'fee'>): Promise<Split> {
    const { currency } = await this.#accounts.get(instruction.payer, instruction.from);
    const shares = sharesOf(instruction);
    const [fee = 0n, rest = 0n] = apportion(toMinor(instruction.amount, currency), shares.ofFee);
    const amounts = apportion(rest, shares.ofPayees);
    return { fee: minorToMajor(fee, currency), amounts: amounts.map((amount) => minorToMajor(amount, currency)) };
  }

  /** Books the split; returns the transaction id and the amounts, which depend on nothing but the request and its id. */
  async pay(instruction: SplitInstruction): Promise<Split & { transactionId: JournalId }> {
    const { payer, principal, requestId } = instruction;
    const from = await this.#accounts.get(payer, instruction.from);
    const total = toMinor(instruction.amount, from.currency);
    const id = journalId(principal, requestId);
    const draw = this.#draws.of(id);
    const shares = sharesOf(instruction);
    const [ofFee, rest] = portionsOf(wholeOf(total), shares.ofFee) as [Portion, Portion];
    const portions = portionsOf(rest, shares.ofPayees);
    const owed = instruction.payees.map(({ payee }, index) => ({ payee, portion: portions[index] as Portion }));
    if (instruction.fee) owed.push({ payee: instruction.fee.payee, portion: ofFee });
    const recipients: Recipient[] = [];
    for (const { payee, portion } of owed) {
      if (isSome(portion)) recipients.push(...(await this.#payees.recipients(payer, payee, portion, draw)));
    }
    const { riders, ...moves } = movesOf(id, [{ account: from, amount: total }], recipients);
    const comment = cutComment(instruction.comment);
    if (instruction.notify) riders.push(...(await paymentNotices(this.#avatars, payer, recipients, comment, from.currency, id)));
    await this.#poster.post({
      journal: {
        id,
        principal,
        requestHash: hashOf(instruction, from.id, comment),
        kind: 'split',
        comment,
        ...moves,
        ...spendingOf(instruction, total, from.currency),
      },
      riders,
      requestId,
      accounts: partyAccounts([from], recipients),
    });
    return {
      transactionId: id,
      fee: minorToMajor(drawn(ofFee, draw), from.currency),
      amounts: portions.map((portion) => minorToMajor(drawn(portion, draw), from.currency)),
    };
  }
}

/** The weights by which the fee is taken off, and by which the rest is shared. */
function sharesOf({ payees, fee }: Pick<SplitInstruction, 'payees' | 'fee'>): { ofFee: readonly bigint[]; ofPayees: readonly bigint[] } {
  const weights = payees.map((payee) => units(payee.share));
  if (weights.length === 0 || weights.length > MAX_PAYEES || weights.every((weight) => weight === 0n)) {
    throw invalidSplit(`${weights.length} payees came, whose shares sum to ${payees.reduce((sum, payee) => sum + payee.share, 0)}`);
  }
  const percent = units(fee?.percent ?? 0);
  if (percent >= ALL_PERCENT) throw invalidSplit(`the fee is ${fee?.percent} percent; it must be below 100`);
  return { ofFee: [percent, ALL_PERCENT - percent], ofPayees: weights };
}

function units(share: number): bigint {
  const scaled = Math.round(share * SHARE_UNITS);
  if (!(share >= 0) || !Number.isSafeInteger(scaled)) throw invalidSplit(`${share} is no share; from 0 to 1000000000 they may be`);
  return BigInt(scaled);
}

function hashOf(instruction: SplitInstruction, from: AccountId, comment: string): Uuid {
  const payees = instruction.payees.flatMap(({ payee, share }) => [payee.key, payee.account.toLowerCase(), share]);
  const fee = instruction.fee ? [instruction.fee.payee.key, instruction.fee.percent] : [];
  return requestHash('split', from, instruction.amount, comment, Number(instruction.notify), payees.length, ...payees, ...fee);
}
