import type { Rider } from '@scrip/database';
import { type AccountId, isCertain, type JournalId, leastOf, mostOf, type Portion, type Uuid } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import { payoutId } from '../ledger/ids.ts';
import type { Possible, Transfer } from '../ledger/model.ts';
import { queueRider } from '../payouts/queue.ts';
import { invalidSplit } from '../splits/errors.ts';
import { isElsewhere, type Party, sentToRiders } from './sent-to.ts';

/** What one avatar or group account gets of a payment. */
export interface Recipient {
  /** An avatar's key, or a group's where one of its own accounts was named. */
  readonly akey: Uuid;
  /** Undefined: it is handed over in-world. */
  readonly to: Account | undefined;
  /** The account that the payer wrote, which need not be there; empty: the usual one. */
  readonly sentTo: string;
  /** Its exact part of what is paid; never empty. */
  readonly portion: Portion;
  /** What that came to, by the payment's draw. */
  readonly amount: bigint;
  /** Came out of percentages, where nobody named this payee: a payer's own share stays where it is. */
  readonly shared: boolean;
}

/** Bounds the time that one journal keeps its accounts locked. */
const MAX_TRANSFERS = 2_000;

/** One of the accounts that pay together, and how much of it. */
export interface Payer {
  readonly account: Account;
  readonly amount: bigint;
}

/**
 * What a payment moves, as its journal has it, and what is kept with it: the places in the payout queue of those who are handed it
 * in-world, and the names of accounts that the payer wrote where the money goes to others.
 */
export interface Moves {
  readonly transfers: readonly Transfer[];
  readonly possible?: Possible;
  readonly riders: Rider[];
}

/**
 * What pays the recipients: the first account pays for the first of them, and the next one goes on where it has
 * given all that it gives. A payer's own share of a group stays where it is. Where a draw leaves nothing else, nothing moves; where
 * no draw could move anything, the transfer is one that the ledger refuses (bank.same_account), and only after it has looked
 * whether the payment was made before: the group may have had others in it then. Raises bank.invalid_split where it is too
 * much at once.
 */
export function movesOf(journalId: JournalId, payers: readonly Payer[], recipients: readonly Recipient[]): Moves {
  // As many for every draw: those who were drawn nothing count.
  const paid = recipients.filter((recipient) => payers.some(({ account }) => !isOwn(recipient, account)));
  if (paid.length > MAX_TRANSFERS)
    throw invalidSplit(`${paid.length} would be paid, members of groups counted; at most ${MAX_TRANSFERS} can be at once`);
  const transfers: Transfer[] = [];
  const riders: Rider[] = [];
  for (const { from, recipient, amount } of outlays(payers, recipients)) {
    if (isOwn(recipient, from)) continue;
    riders.push(...sentToRiders(journalId, transfers.length, recipient));
    if (!recipient.to) riders.push(queueRider(journalId, transfers.length, recipient.akey));
    const move = { debit: from.id, credit: creditOf(recipient, from), amount };
    transfers.push(recipient.to ? move : { ...move, hold: { expiresIn_ms: null } });
  }
  const [first] = payers;
  if (paid.length === 0 && first) transfers.push({ debit: first.account.id, credit: first.account.id, amount: 1n });
  const possible = possibleOf(payers, recipients);
  return { transfers, riders, ...(possible && { possible }) };
}

function isOwn({ to, shared }: Recipient, from: Account): boolean {
  return shared && to?.id === from.id;
}

function creditOf({ to }: Recipient, from: Account): AccountId {
  return to?.id ?? payoutId(from.currency.code);
}

interface Outlay {
  readonly from: Account;
  readonly recipient: Recipient;
  readonly amount: bigint;
}

function outlays(payers: readonly Payer[], recipients: readonly Recipient[]): Outlay[] {
  const [only] = payers;
  if (only && payers.length === 1) return recipients.filter(({ amount }) => amount > 0n).map((recipient) => wholeOutlay(only, recipient));
  // Of a small amount some get nothing.
  const waiting = recipients.filter(({ amount }) => amount > 0n).map((recipient) => ({ recipient, amount: recipient.amount }));
  const paid = payers.flatMap(({ account: from, amount }) => {
    const mine: Outlay[] = [];
    let left = amount;
    for (let next = waiting[0]; left > 0n && next; next = waiting[0]) {
      const now = next.amount < left ? next.amount : left;
      mine.push({ from, recipient: next.recipient, amount: now });
      left -= now;
      next.amount -= now;
      if (next.amount === 0n) waiting.shift();
    }
    if (left > 0n) throw new Error('a payment takes more than its payees get');
    return mine;
  });
  if (waiting.length > 0) throw new Error('a payment takes less than its payees get');
  return paid;
}

function wholeOutlay({ account: from }: Payer, recipient: Recipient): Outlay {
  return { from, recipient, amount: recipient.amount };
}

/**
 * The most that any draw moves; undefined where nothing was drawn. Of several accounts that pay, each has to have all that it
 * pays: which of them a payer's own share falls to is left to the draw.
 */
function possibleOf(payers: readonly Payer[], recipients: readonly Recipient[]): Possible | undefined {
  if (recipients.every(({ portion }) => isCertain(portion))) return undefined;
  const total = payers.reduce((sum, { amount }) => sum + amount, 0n);
  const debits = payers.map(({ account, amount }) => {
    const own = payers.length > 1 ? [] : recipients.filter((recipient) => isOwn(recipient, account));
    return { account: account.id, amount: own.reduce((left, { portion }) => left - leastOf(portion), amount) };
  });
  const credits = new Map<AccountId, Transfer>();
  for (const recipient of recipients) {
    const from = payers.find(({ account }) => !isOwn(recipient, account))?.account;
    if (!from) continue;
    const credit = creditOf(recipient, from);
    const amount = (credits.get(credit)?.amount ?? 0n) + mostOf(recipient.portion);
    credits.set(credit, { debit: from.id, credit, amount: amount < total ? amount : total });
  }
  return { debits, credits: [...credits.values()] };
}

/** All accounts of a payment, for naming them in faults. */
export function partyAccounts(from: readonly Account[], recipients: readonly Recipient[]): Party[] {
  return [...from, ...recipients.flatMap(partyOf)];
}

function partyOf(recipient: Recipient): Party[] {
  const { to, sentTo } = recipient;
  if (!to) return [];
  return [isElsewhere(recipient) ? { ...to, sentTo } : to];
}
