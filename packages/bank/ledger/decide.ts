import { MAX_MINOR, type Uuid } from '@scrip/kernel';
import { type AccountState, available, type Decision, type Entry, type Hold, type Journal, type Outcome, type Refusal } from './model.ts';

/** Totals only ever grow; past this, one more transfer could leave the database's 64 bits. */
const MAX_TOTAL = 1n << 62n;

type Draft = { -readonly [K in keyof AccountState]: AccountState[K] };

/**
 * Decides an ordered list of journals over locked accounts. Pure: no clock, no database, no randomness. Each journal is
 * taken or refused whole; one that is refused leaves the books as they were for those after it.
 *
 * `known` maps the ids of journals that are in the books already to their request hashes.
 */
export function decide(accounts: ReadonlyMap<Uuid, AccountState>, known: ReadonlyMap<Uuid, Uuid>, journals: readonly Journal[]): Decision {
  const drafts = new Map<Uuid, Draft>();
  const accepted = new Map<Uuid, Journal>();
  const entries: Entry[] = [];
  const holds: Hold[] = [];

  const draft = (id: Uuid): Draft | undefined => {
    const existing = drafts.get(id);
    if (existing) return existing;
    const account = accounts.get(id);
    if (!account) return undefined;
    const copy = { ...account };
    drafts.set(id, copy);
    return copy;
  };

  const outcomes = journals.map((journal): Outcome => {
    const earlierHash = accepted.get(journal.id)?.requestHash ?? known.get(journal.id);
    if (earlierHash !== undefined) {
      return earlierHash === journal.requestHash
        ? { accepted: true, replay: true }
        : { accepted: false, refusal: { why: 'request_conflict' } };
    }
    const before = { entries: entries.length, holds: holds.length };
    const touched: { account: Draft; as: Draft }[] = [];
    for (const [leg, transfer] of journal.transfers.entries()) {
      const debit = draft(transfer.debit);
      const credit = draft(transfer.credit);
      const refusal = refuse(transfer, debit, credit);
      if (refusal) {
        for (const { account, as } of touched.reverse()) Object.assign(account, as);
        entries.length = before.entries;
        holds.length = before.holds;
        return { accepted: false, refusal };
      }
      // refuse() has made sure that both are there.
      const [from, to] = [debit as Draft, credit as Draft];
      touched.push({ account: from, as: { ...from } }, { account: to, as: { ...to } });
      const { amount } = transfer;
      if (transfer.hold) {
        from.heldDebits += amount;
        to.heldCredits += amount;
        holds.push({ journalId: journal.id, leg, debitId: from.id, creditId: to.id, amount });
      } else {
        from.postedDebits += amount;
        to.postedCredits += amount;
        entries.push(entryOf(from, journal.id, leg, to.id, -amount), entryOf(to, journal.id, leg, from.id, amount));
      }
    }
    accepted.set(journal.id, journal);
    return { accepted: true, replay: false };
  });

  const changed = new Set<Uuid>();
  for (const entry of entries) changed.add(entry.accountId);
  for (const hold of holds) changed.add(hold.debitId).add(hold.creditId);
  return { outcomes, journals: [...accepted.values()], entries, holds, accounts: [...changed].map((id) => drafts.get(id) as Draft) };
}

function refuse(transfer: Journal['transfers'][number], debit: Draft | undefined, credit: Draft | undefined): Refusal | undefined {
  const { amount } = transfer;
  if (amount <= 0n || amount > MAX_MINOR) return { why: 'invalid_amount', amount };
  if (transfer.debit === transfer.credit) return { why: 'same_account' };
  if (!debit) return { why: 'unknown_account', account: transfer.debit };
  if (!credit) return { why: 'unknown_account', account: transfer.credit };
  if (debit.currency !== credit.currency) return { why: 'currency_mismatch', debit: debit.currency, credit: credit.currency };
  const free = available(debit);
  if (debit.floor !== null && free - amount < debit.floor) {
    return { why: 'insufficient_funds', account: debit.id, available: free - debit.floor, needed: amount };
  }
  if (leavesLimits(debit.postedDebits + debit.heldDebits + amount, debit.postedCredits))
    return { why: 'limit_exceeded', account: debit.id };
  if (leavesLimits(credit.postedCredits + credit.heldCredits + amount, credit.postedDebits))
    return { why: 'limit_exceeded', account: credit.id };
  return undefined;
}

/** Balances must stay exact as doubles, on both sides of zero, with everything that is held counted in. */
function leavesLimits(grown: bigint, opposite: bigint): boolean {
  return grown > MAX_TOTAL || grown - opposite > MAX_MINOR;
}

function entryOf(account: Draft, journalId: Uuid, leg: number, counterId: Uuid, amount: bigint): Entry {
  account.lastSeq += 1n;
  const balance = account.postedCredits - account.postedDebits;
  return { accountId: account.id, seq: account.lastSeq, journalId, leg, counterId, amount, balance };
}
