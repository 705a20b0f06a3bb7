import type { Uuid } from '@scrip/kernel';
import pg from 'pg';
import { DEAL_QUERIES, type DealBooks } from './deal-books.ts';

// The books as they stand in the database, read past the server: whatever the server believes, this is what is there.

export interface AccountRow {
  readonly id: Uuid;
  readonly owner: Uuid;
  readonly name: string;
  readonly currency: string;
  readonly floor: bigint | null;
  readonly postedDebits: bigint;
  readonly postedCredits: bigint;
  readonly heldDebits: bigint;
  readonly heldCredits: bigint;
  readonly lastSeq: bigint;
}

export interface JournalRow {
  readonly id: Uuid;
  readonly principal: Uuid;
  readonly kind: string;
  readonly comment: string;
  readonly createdAt_ms: number;
}

export interface EntryRow {
  readonly account: Uuid;
  readonly seq: bigint;
  readonly journal: Uuid;
  readonly leg: number;
  readonly counter: Uuid;
  readonly amount: bigint;
  readonly balance: bigint;
}

export interface HoldRow {
  readonly journal: Uuid;
  readonly leg: number;
  readonly debit: Uuid;
  readonly credit: Uuid;
  readonly amount: bigint;
  readonly state: string;
  readonly posted: bigint;
}

/** So much of a transfer was paid back by that journal. */
export interface RefundRow {
  readonly original: Uuid;
  readonly leg: number;
  readonly journal: Uuid;
  readonly amount: bigint;
}

/** The ledger's own part. */
export interface LedgerBooks {
  readonly accounts: readonly AccountRow[];
  readonly journals: readonly JournalRow[];
  readonly entries: readonly EntryRow[];
  readonly holds: readonly HoldRow[];
  readonly refunds: readonly RefundRow[];
  /** The journals that a notice or a payout belongs to, one for each row; of what is told about a lease it is the lease. */
  readonly notices: readonly Uuid[];
  readonly payouts: readonly Uuid[];
}

export interface Books extends LedgerBooks, DealBooks {}

const QUERIES = {
  accounts: `SELECT id, owner, name, currency, floor, posted_debits AS "postedDebits", posted_credits AS "postedCredits",
                    held_debits AS "heldDebits", held_credits AS "heldCredits", last_seq AS "lastSeq" FROM account`,
  journals: `SELECT id, principal, kind, comment, (extract(epoch FROM created_at) * 1000)::float8 AS "createdAt_ms" FROM journal`,
  entries: `SELECT account_id AS account, seq, journal_id AS journal, leg, counter_id AS counter, amount, balance
            FROM entry ORDER BY account_id, seq`,
  holds: 'SELECT journal_id AS journal, leg, debit_id AS debit, credit_id AS credit, amount, state, posted FROM hold',
  refunds: 'SELECT original_id AS original, leg, journal_id AS journal, amount FROM refund',
  // That of a refund names the order, as that of a gift does.
  notices: `SELECT coalesce(o.refund_journal::text, n.reference) AS journal
            FROM notification n LEFT JOIN vend_order o ON n.kind = 'refund' AND o.id::text = n.reference`,
  payouts: 'SELECT journal_id AS journal FROM payout',
};

const INT8 = 20;

/** All of it, in one snapshot. */
export async function readBooks(url: string): Promise<Books> {
  const getTypeParser = (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? BigInt : pg.types.getTypeParser(oid, format as 'text');
  const client = new pg.Client({ connectionString: url, types: { getTypeParser: getTypeParser as never } });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const read = async <T extends object>(text: string): Promise<T[]> => (await client.query<T>(text)).rows;
    const journalsOf = async (text: string) => (await read<{ journal: Uuid }>(text)).map((row) => row.journal);
    return {
      accounts: await read<AccountRow>(QUERIES.accounts),
      journals: await read<JournalRow>(QUERIES.journals),
      entries: await read<EntryRow>(QUERIES.entries),
      holds: await read<HoldRow>(QUERIES.holds),
      refunds: await read<RefundRow>(QUERIES.refunds),
      notices: await journalsOf(QUERIES.notices),
      payouts: await journalsOf(QUERIES.payouts),
      units: await read(DEAL_QUERIES.units),
      leaseLog: await read(DEAL_QUERIES.leaseLog),
      purchases: await read(DEAL_QUERIES.purchases),
      products: await read(DEAL_QUERIES.products),
      orders: await read(DEAL_QUERIES.orders),
      cards: await read(DEAL_QUERIES.cards),
    };
  } finally {
    await client.end();
  }
}
