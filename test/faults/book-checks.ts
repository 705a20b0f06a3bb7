import { NIL_UUID, type Uuid } from '@scrip/kernel';
import type { AccountRow, EntryRow, LedgerBooks } from './books.ts';
import { groupBy } from './group.ts';
import type { Code, Violation } from './violation.ts';

type Report = (code: Code, detail: string) => void;

const balanceOf = (account: AccountRow) => account.postedCredits - account.postedDebits;

/** What must be true of the books whoever asked for what: pure, over one snapshot. `minted` is in minor units. */
export function checkBooks(books: LedgerBooks, minted: bigint): Violation[] {
  const found: Violation[] = [];
  const report: Report = (code, detail) => found.push({ code, detail });
  const chains = groupBy(books.entries, (entry) => entry.account);
  for (const account of books.accounts) checkAccount(account, chains.get(account.id) ?? [], report);
  checkTimes(books, chains, report);
  checkRefunds(books, report);
  checkSums(books, minted, report);
  checkTransfers(books, report);
  checkHolds(books, report);
  checkReferences(books, report);
  return found;
}

function checkAccount(account: AccountRow, entries: readonly EntryRow[], report: Report): void {
  const name = `account ${account.id} (${account.name})`;
  let [credits, debits, balance] = [0n, 0n, 0n];
  for (const [index, entry] of [...entries].sort((a, b) => Number(a.seq - b.seq)).entries()) {
    if (entry.seq !== BigInt(index + 1)) report('sequence_gap', `${name}: entry ${entry.seq} stands where ${index + 1} belongs`);
    if (entry.amount > 0n) credits += entry.amount;
    else debits -= entry.amount;
    if (entry.balance !== balance + entry.amount) {
      report('chain_broken', `${name}, entry ${entry.seq}: ${entry.balance} does not follow from ${balance} and ${entry.amount}`);
    }
    balance = entry.balance;
  }
  if (account.lastSeq !== BigInt(entries.length)) {
    report('sequence_gap', `${name}: numbered up to ${account.lastSeq} with ${entries.length} entries`);
  }
  if (account.postedCredits !== credits || account.postedDebits !== debits) {
    const [has, should] = [`${account.postedCredits} in and ${account.postedDebits} out`, `${credits} in and ${debits} out`];
    report('balance_not_sum', `${name}: ${has}, but its entries give ${should}`);
  }
  const available = balanceOf(account) - account.heldDebits;
  if (account.floor !== null && available < account.floor) report('overdraft', `${name}: ${available} available, floor ${account.floor}`);
}

function checkTimes(books: LedgerBooks, chains: ReadonlyMap<Uuid, readonly EntryRow[]>, report: Report): void {
  const times = new Map(books.journals.map((journal) => [journal.id, journal.createdAt_ms]));
  for (const [account, entries] of chains) {
    let before = Number.NEGATIVE_INFINITY;
    for (const { seq, journal } of entries) {
      const time = times.get(journal);
      if (time === undefined) continue;
      if (time < before) {
        report('time_went_back', `account ${account}, entry ${seq}: at ${time} ms, after one at ${before} ms`);
      }
      before = time;
    }
  }
}

function checkRefunds(books: LedgerBooks, report: Report): void {
  const keyOf = (journal: Uuid, leg: number) => `journal ${journal}, leg ${leg}`;
  const paid = new Map<string, bigint>();
  for (const { journal, leg, amount } of books.entries) if (amount > 0n) paid.set(keyOf(journal, leg), amount);
  for (const [key, refunds] of groupBy(books.refunds, (refund) => keyOf(refund.original, refund.leg))) {
    const back = refunds.reduce((sum, refund) => sum + refund.amount, 0n);
    if (back > (paid.get(key) ?? 0n)) report('refund_exceeded', `${key}: ${back} were paid back of ${paid.get(key) ?? 0n}`);
  }
}

/** An account without a floor is a mint: what it is short of is the money that exists. */
function checkSums(books: LedgerBooks, minted: bigint, report: Report): void {
  let created = 0n;
  for (const [currency, accounts] of groupBy(books.accounts, (account) => account.currency)) {
    const sum = accounts.reduce((total, account) => total + balanceOf(account), 0n);
    if (sum !== 0n) report('sum_changed', `all accounts in ${currency} together hold ${sum} instead of 0`);
    for (const account of accounts) if (account.owner === NIL_UUID && account.floor === null) created -= balanceOf(account);
  }
  if (created !== minted) report('minted_changed', `the mints have given out ${created} instead of ${minted}`);
  const held = (side: 'heldDebits' | 'heldCredits') => books.accounts.reduce((total, account) => total + account[side], 0n);
  if (held('heldDebits') !== held('heldCredits')) {
    report('sum_changed', `${held('heldDebits')} are held from accounts and ${held('heldCredits')} for accounts`);
  }
}

function checkTransfers(books: LedgerBooks, report: Report): void {
  for (const [key, sides] of groupBy(books.entries, (entry) => `${entry.journal}, leg ${entry.leg}`)) {
    const [one, other] = sides;
    const mirrored =
      sides.length === 2 && one && other && one.amount === -other.amount && one.account === other.counter && other.account === one.counter;
    if (!mirrored) {
      report('transfer_one_sided', `journal ${key}: ${sides.map((side) => `${side.amount} on ${side.account}`).join(', ')}`);
    }
  }
}

function checkHolds(books: LedgerBooks, report: Report): void {
  const held = new Map<Uuid, { debits: bigint; credits: bigint }>();
  const at = (id: Uuid) => {
    const totals = held.get(id) ?? { debits: 0n, credits: 0n };
    held.set(id, totals);
    return totals;
  };
  for (const hold of books.holds.filter((one) => one.state === 'open')) {
    at(hold.debit).debits += hold.amount;
    at(hold.credit).credits += hold.amount;
  }
  for (const { id, name, heldDebits, heldCredits } of books.accounts) {
    const { debits, credits } = at(id);
    if (heldDebits === debits && heldCredits === credits) continue;
    report(
      'held_mismatch',
      `account ${id} (${name}): ${heldDebits} out and ${heldCredits} in, but its open holds give ${debits} and ${credits}`,
    );
  }
}

function checkReferences(books: LedgerBooks, report: Report): void {
  const journals = new Set(books.journals.map((journal) => journal.id));
  const accounts = new Set(books.accounts.map((account) => account.id));
  for (const { journal, account, seq } of books.entries) {
    if (!journals.has(journal)) report('row_orphaned', `entry ${seq} of ${account} belongs to journal ${journal}, which is not there`);
    if (!accounts.has(account)) report('row_orphaned', `journal ${journal} has an entry on ${account}, which is not there`);
  }
  for (const { journal, original } of books.refunds) {
    if (!journals.has(journal)) report('row_orphaned', `a refund of journal ${original} belongs to journal ${journal}, which is not there`);
  }
  for (const { journal, debit, credit } of books.holds) {
    const missing = [journals.has(journal) ? '' : journal, ...[debit, credit].filter((id) => !accounts.has(id))].filter(Boolean);
    if (missing.length > 0) report('row_orphaned', `a hold of journal ${journal} names ${missing.join(' and ')}, which is not there`);
  }
}
