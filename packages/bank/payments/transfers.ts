import type { Rider } from '@scrip/database';
import type { JournalId, Uuid } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import { payoutId } from '../ledger/ids.ts';
import type { Transfer } from '../ledger/model.ts';
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
  readonly amount: bigint;
  /** Came out of percentages, where nobody named this payee: a payer's own share stays where it is. */
  readonly shared: boolean;
}

/** Bounds the time that one journal keeps its accounts locked. */
const MAX_TRANSFERS = 2_000;

/** What one account pays. */
export interface Outlay {
  readonly from: Account;
  readonly recipients: readonly Recipient[];
}

/**
 * The transfers that pay the recipients, and what is kept with them: the places in the payout queue of those who are handed it
 * in-world, and the names of accounts that the payer wrote where the money goes to others. A payer's own share of a group stays
 * where it is. Where nothing is left to move, the transfer is one that the ledger refuses (bank.same_account), and only after
 * it has looked whether the payment was made before: the group may have had others in it then. Raises bank.invalid_split where it is too much at once.
 */
export function transfersOf(journalId: JournalId, ...outlays: readonly Outlay[]): { transfers: Transfer[]; riders: Rider[] } {
  const transfers: Transfer[] = [];
  const riders: Rider[] = [];
  for (const { from, recipients } of outlays) {
    for (const recipient of recipients) {
      const { akey, to, amount, shared } = recipient;
      if (amount === 0n || (shared && to?.id === from.id)) continue;
      riders.push(...sentToRiders(journalId, transfers.length, recipient));
      if (!to) riders.push(queueRider(journalId, transfers.length, akey));
      transfers.push(
        to
          ? { debit: from.id, credit: to.id, amount }
          : { debit: from.id, credit: payoutId(from.currency.code), amount, hold: { expiresIn_ms: null } },
      );
    }
  }
  const [first] = outlays;
  if (transfers.length === 0 && first) transfers.push({ debit: first.from.id, credit: first.from.id, amount: 1n });
  if (transfers.length > MAX_TRANSFERS)
    throw invalidSplit(`${transfers.length} would be paid, members of groups counted; at most ${MAX_TRANSFERS} can be at once`);
  return { transfers, riders };
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
