import { checkBooks } from '../../faults/book-checks.ts';
import type { LedgerBooks } from '../../faults/books.ts';
import { MINTED, ROLES } from './cast.ts';
import { checkCommits } from './check-commits.ts';
import { checkRequests } from './check-requests.ts';
import { checkRules } from './check-rules.ts';
import type { Postgres } from './postgres.ts';
import type { Record, Violation } from './record.ts';
import type { Tables } from './tables.ts';

/** Everything that must be true at the end of a history, whatever went wrong in it. */
export function checkAll(record: Record, { tables, commits }: Postgres): Violation[] {
  return [
    ...record.incidents,
    ...checkRequests(record, tables),
    ...checkBooks(booksOf(tables), MINTED).map(({ code, detail }): Violation => ({ check: code, detail })),
    ...checkRules(record, tables),
    ...checkCommits(record, commits),
  ];
}

const roles = new Map(ROLES.map((role) => [role.id, role]));

/** As the checks of the fault runs read them from a real database: they are the same checks. */
function booksOf(tables: Tables): LedgerBooks {
  const text = String;
  const amount = (value: unknown) => value as bigint;
  return {
    accounts: [...tables.account.values()].map((row) => ({
      id: text(row.id),
      owner: roles.get(text(row.id))?.owner ?? '',
      name: roles.get(text(row.id))?.name ?? '',
      currency: text(row.currency),
      floor: row.floor as bigint | null,
      postedDebits: amount(row.posted_debits),
      postedCredits: amount(row.posted_credits),
      heldDebits: amount(row.held_debits),
      heldCredits: amount(row.held_credits),
      lastSeq: amount(row.last_seq),
    })),
    journals: [...tables.journal.values()].map((row) => ({
      id: text(row.id),
      principal: text(row.principal),
      kind: text(row.kind),
      comment: text(row.comment),
      createdAt_ms: Number(row.created_at),
    })),
    entries: [...tables.entry.values()]
      .map((row) => ({
        account: text(row.account_id),
        seq: amount(row.seq),
        journal: text(row.journal_id),
        leg: Number(row.leg),
        counter: text(row.counter_id),
        amount: amount(row.amount),
        balance: amount(row.balance),
      }))
      .sort((a, b) => Number(a.seq - b.seq)),
    holds: [...tables.hold.values()].map((row) => ({
      journal: text(row.journal_id),
      leg: Number(row.leg),
      debit: text(row.debit_id),
      credit: text(row.credit_id),
      amount: amount(row.amount),
      state: text(row.state),
      posted: amount(row.posted),
    })),
    refunds: [...tables.refund.values()].map((row) => ({
      original: text(row.original_id),
      leg: Number(row.leg),
      journal: text(row.journal_id),
      amount: amount(row.amount),
    })),
    notices: [...tables.notice.values()].map((row) => text(row.journal_id)),
    payouts: [],
  };
}
