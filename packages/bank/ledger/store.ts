import type { Rider } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { plainArray, textArray } from './arrays.ts';
import { decide } from './decide.ts';
import type { AccountState, Decision, Journal, Outcome } from './model.ts';

/** A journal, with rows that are written exactly if it is accepted now, in the same transaction (never on a replay). */
export interface Posting {
  readonly journal: Journal;
  readonly riders?: readonly Rider[];
}

/**
 * Sorted by id before it locks: every writer takes its locks in one order, so that two batches which touch the same
 * accounts queue up instead of deadlocking. NO KEY UPDATE, because the key never changes.
 */
const LOCK = {
  name: 'ledger-lock',
  text: `SELECT id, currency, floor, posted_debits, posted_credits, held_debits, held_credits, last_seq
         FROM account WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
};

/**
 * Must run after the locks, in a statement of its own and so with a fresh snapshot: a retry that waited for the first
 * attempt's lock has to see what the first attempt committed.
 */
const KNOWN = { name: 'ledger-known', text: 'SELECT id, request_hash FROM journal WHERE id = ANY($1::uuid[])' };

const WRITE = {
  name: 'ledger-write',
  text: `WITH new_journals AS (
           INSERT INTO journal (id, principal, request_hash, kind, comment)
           SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
         ), new_entries AS (
           INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
           SELECT * FROM unnest($6::uuid[], $7::bigint[], $8::uuid[], $9::smallint[], $10::uuid[], $11::bigint[], $12::bigint[])
         ), new_holds AS (
           INSERT INTO hold (journal_id, leg, debit_id, credit_id, amount)
           SELECT * FROM unnest($13::uuid[], $14::smallint[], $15::uuid[], $16::uuid[], $17::bigint[])
         )
         UPDATE account SET posted_debits = n.posted_debits, posted_credits = n.posted_credits,
                            held_debits = n.held_debits, held_credits = n.held_credits, last_seq = n.last_seq
         FROM unnest($18::uuid[], $19::bigint[], $20::bigint[], $21::bigint[], $22::bigint[], $23::bigint[])
           AS n (id, posted_debits, posted_credits, held_debits, held_credits, last_seq)
         WHERE account.id = n.id`,
};

interface AccountRow {
  id: Uuid;
  currency: string;
  floor: bigint | null;
  posted_debits: bigint;
  posted_credits: bigint;
  held_debits: bigint;
  held_credits: bigint;
  last_seq: bigint;
}

/**
 * Decides and writes postings inside the caller's transaction: for slices whose own rows must stand or fall with the
 * money. The caller commits; a posting that was refused has written nothing.
 */
export async function postWithin(client: PoolClient, postings: readonly Posting[]): Promise<readonly Outcome[]> {
  const books = readBooks(client, postings);
  // Both at once: where the locks fail the other fails too, and an error that nobody waits for ends the process.
  const [locked, known] = await Promise.all([books.locked, books.known]);
  return (await writeBooks(client, postings, locked, known)).outcomes;
}

/** The same as a transaction of its own, in two round trips: the statements of each are sent without waiting. */
export async function postAlone(client: PoolClient, postings: readonly Posting[]): Promise<readonly Outcome[]> {
  const begun = client.query('BEGIN');
  const books = readBooks(client, postings);
  const [, locked, known] = await Promise.all([begun, books.locked, books.known]);
  const write = writeBooks(client, postings, locked, known);
  const committed = client.query('COMMIT');
  const [decision, commit] = await Promise.all([write, committed]);
  // A transaction that failed answers COMMIT with ROLLBACK, without an error.
  if (commit.command !== 'COMMIT') throw new Error(`COMMIT was answered with ${commit.command}`);
  return decision.outcomes;
}

function readBooks(client: PoolClient, postings: readonly Posting[]) {
  const ids = new Set<Uuid>();
  for (const { journal } of postings) for (const { debit, credit } of journal.transfers) ids.add(debit).add(credit);
  return {
    locked: client.query<AccountRow>({ ...LOCK, values: [plainArray([...ids])] }),
    known: client.query<{ id: Uuid; request_hash: Uuid }>({ ...KNOWN, values: [plainArray(postings.map((p) => p.journal.id))] }),
  };
}

/** Sends every statement before its first await, so that a COMMIT sent right after the call comes behind them. */
async function writeBooks(
  client: PoolClient,
  postings: readonly Posting[],
  locked: { rows: AccountRow[] },
  known: { rows: { id: Uuid; request_hash: Uuid }[] },
): Promise<Decision> {
  const accounts = new Map(locked.rows.map((row) => [row.id, stateOf(row)]));
  const hashes = new Map(known.rows.map((row) => [row.id, row.request_hash]));
  const decision = decide(
    accounts,
    hashes,
    postings.map((posting) => posting.journal),
  );
  if (decision.journals.length === 0) return decision;
  const riders = ridersOf(postings, decision.outcomes);
  await Promise.all([
    client.query({ ...WRITE, values: writeValues(decision) }).catch(asConflict),
    ...riders.map((rider) => client.query(rider)),
  ]);
  return decision;
}

/**
 * Two requests under one id over different accounts do not meet at a lock; the slower one meets the primary key. That is
 * a write conflict like any other: tried again, it finds the first one in the books.
 */
function asConflict(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505' || constraint !== 'journal_pkey') throw error;
  throw Object.assign(new Error('another request under the same id came first', { cause: error }), { code: '40001' });
}

function stateOf(row: AccountRow): AccountState {
  return {
    id: row.id,
    currency: row.currency,
    floor: row.floor,
    postedDebits: row.posted_debits,
    postedCredits: row.posted_credits,
    heldDebits: row.held_debits,
    heldCredits: row.held_credits,
    lastSeq: row.last_seq,
  };
}

function writeValues({ journals, entries, holds, accounts }: Decision): string[] {
  return [
    plainArray(journals.map((journal) => journal.id)),
    plainArray(journals.map((journal) => journal.principal)),
    plainArray(journals.map((journal) => journal.requestHash)),
    textArray(journals.map((journal) => journal.kind)),
    textArray(journals.map((journal) => journal.comment)),
    plainArray(entries.map((entry) => entry.accountId)),
    plainArray(entries.map((entry) => entry.seq)),
    plainArray(entries.map((entry) => entry.journalId)),
    plainArray(entries.map((entry) => entry.leg)),
    plainArray(entries.map((entry) => entry.counterId)),
    plainArray(entries.map((entry) => entry.amount)),
    plainArray(entries.map((entry) => entry.balance)),
    plainArray(holds.map((hold) => hold.journalId)),
    plainArray(holds.map((hold) => hold.leg)),
    plainArray(holds.map((hold) => hold.debitId)),
    plainArray(holds.map((hold) => hold.creditId)),
    plainArray(holds.map((hold) => hold.amount)),
    plainArray(accounts.map((account) => account.id)),
    plainArray(accounts.map((account) => account.postedDebits)),
    plainArray(accounts.map((account) => account.postedCredits)),
    plainArray(accounts.map((account) => account.heldDebits)),
    plainArray(accounts.map((account) => account.heldCredits)),
    plainArray(accounts.map((account) => account.lastSeq)),
  ];
}

/** One statement for all riders of the same SQL, with their rows turned into columns. */
function ridersOf(postings: readonly Posting[], outcomes: readonly Outcome[]): { text: string; values: unknown[][] }[] {
  const columns = new Map<string, unknown[][]>();
  for (const [index, { riders = [] }] of postings.entries()) {
    const outcome = outcomes[index];
    if (!outcome?.accepted || outcome.replay) continue;
    for (const { sql, row } of riders) {
      const existing = columns.get(sql) ?? row.map(() => []);
      columns.set(sql, existing);
      for (const [column, value] of row.entries()) existing[column]?.push(value);
    }
  }
  return [...columns].map(([text, values]) => ({ text, values }));
}
