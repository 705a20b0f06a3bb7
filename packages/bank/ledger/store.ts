import type { Rider } from '@scrip/database';
import { newId, type Uuid } from '@scrip/kernel';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { plainArray, textArray } from './arrays.ts';
import { decide } from './decide.ts';
import { type AccountState, accountsOf, type Books, type Decision, type Journal, legKey, type Outcome } from './model.ts';

/** A journal, with rows that are written exactly if it is accepted now, in the same transaction (never on a replay). */
export interface Posting {
  readonly journal: Journal;
  readonly riders?: readonly Rider[];
}

/** How a batch deals with accounts that another transaction holds. */
export type Patience = 'skip' | 'wait';

const LOCK_ACCOUNTS = `SELECT id, currency, floor, ceiling, state, posted_debits, posted_credits, held_debits, held_credits, last_seq, last_at
         FROM account WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

/**
 * Sorted by id before it locks: every writer takes its locks in one order, so that two batches which touch the same
 * accounts queue up instead of deadlocking. NO KEY UPDATE, because the key never changes.
 */
const LOCK = {
  wait: { name: 'ledger-lock', text: LOCK_ACCOUNTS },
  skip: { name: 'ledger-lock-free', text: `${LOCK_ACCOUNTS} SKIP LOCKED` },
} as const satisfies Record<Patience, object>;

/**
 * These run after the locks, in statements of their own and so with fresh snapshots: a retry that waited for the first
 * attempt's lock has to see what the first attempt committed. The clock is read then too, so that the times along an
 * account's chain are in the order of its entries. It is not qualified by its schema: tests put their own clock in front.
 */
const KNOWN = {
  name: 'ledger-known',
  text: `SELECT clock_timestamp() AS now, j.id, j.request_hash
         FROM (SELECT) AS once LEFT JOIN journal j ON j.id = ANY($1::uuid[])`,
};

const HOLDS = {
  name: 'ledger-holds',
  text: `SELECT h.journal_id, h.leg, h.amount, h.state, h.expires_at
         FROM unnest($1::uuid[], $2::smallint[]) AS k (journal_id, leg) JOIN hold h USING (journal_id, leg)`,
};

const REFUNDED = {
  name: 'ledger-refunded',
  text: `SELECT original_id, leg, sum(amount)::bigint AS amount FROM refund WHERE original_id = ANY($1::uuid[]) GROUP BY original_id, leg`,
};

const LOCK_GRANTS = `SELECT jti, total, spent, revoked_at IS NOT NULL AS revoked
           FROM capability_grant WHERE jti = ANY($1::uuid[]) ORDER BY jti FOR NO KEY UPDATE`;

/** Locked after the accounts, by everybody: whoever revokes one waits for the payment that is on its way, and no later one gets through. */
const GRANTS = {
  wait: { name: 'ledger-grants', text: LOCK_GRANTS },
  skip: { name: 'ledger-grants-free', text: `${LOCK_GRANTS} SKIP LOCKED` },
} as const satisfies Record<Patience, object>;

/** Asked after the free ones were locked: a grant that is there and was not among them is one that another transaction holds. */
const GRANTS_THERE = {
  name: 'ledger-grants-there',
  text: `SELECT jti FROM capability_grant WHERE jti = ANY($1::uuid[]) ORDER BY jti`,
};

const WRITE = {
  name: 'ledger-write',
  text: `WITH new_journals AS (
           INSERT INTO journal (id, principal, request_hash, kind, comment, created_at)
           SELECT *, $6::timestamptz FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
         ), new_unsealed AS (
           INSERT INTO unsealed (id, journals, created_at) VALUES ($7::uuid, $1::uuid[], $6::timestamptz)
         ), new_entries AS (
           INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
           SELECT * FROM unnest($8::uuid[], $9::bigint[], $10::uuid[], $11::smallint[], $12::uuid[], $13::bigint[], $14::bigint[])
         )
         UPDATE account SET posted_debits = n.posted_debits, posted_credits = n.posted_credits,
                            held_debits = n.held_debits, held_credits = n.held_credits, last_seq = n.last_seq,
                            last_at = $6::timestamptz
         FROM unnest($15::uuid[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::bigint[])
           AS n (id, posted_debits, posted_credits, held_debits, held_credits, last_seq)
         WHERE account.id = n.id`,
};

const ADD_HOLDS = {
  name: 'ledger-add-holds',
  text: `INSERT INTO hold (journal_id, leg, debit_id, credit_id, amount, expires_at, created_at)
         SELECT *, $7::timestamptz FROM unnest($1::uuid[], $2::smallint[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[])`,
};

const SETTLE_HOLDS = {
  name: 'ledger-settle-holds',
  text: `UPDATE hold SET state = n.state, posted = n.posted
         FROM unnest($1::uuid[], $2::smallint[], $3::text[], $4::bigint[]) AS n (journal_id, leg, state, posted)
         WHERE hold.journal_id = n.journal_id AND hold.leg = n.leg`,
};

const ADD_REFUNDS = {
  name: 'ledger-add-refunds',
  text: `INSERT INTO refund (original_id, leg, journal_id, amount)
         SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::uuid[], $4::bigint[])`,
};

const SPEND = {
  name: 'ledger-spend',
  text: `UPDATE capability_grant SET spent = n.spent FROM unnest($1::uuid[], $2::bigint[]) AS n (jti, spent)
         WHERE capability_grant.jti = n.jti`,
};

interface AccountRow {
  id: Uuid;
  currency: string;
  floor: bigint | null;
  ceiling: bigint | null;
  state: AccountState['state'];
  posted_debits: bigint;
  posted_credits: bigint;
  held_debits: bigint;
  held_credits: bigint;
  last_seq: bigint;
  last_at: Date;
}

interface KnownRow {
  now: Date;
  id: Uuid | null;
  request_hash: Uuid;
}

/**
 * Decides and writes postings inside the caller's transaction: for slices whose own rows must stand or fall with the
 * money. The caller commits; a posting that was refused has written nothing.
 */
export async function postWithin(client: PoolClient, postings: readonly Posting[], rules = decide): Promise<readonly Outcome[]> {
  return (await writeBooks(client, postings, await readBooks(client, postings, 'wait'), rules)).outcomes;
}

/**
 * The same as a transaction of its own, in two round trips: the statements of each are sent without waiting. With `skip`,
 * a posting over an account that another transaction holds (or that is not there) is passed over, and its outcome undefined;
 * so is one on a grant that another transaction holds.
 */
export async function postAlone(
  client: PoolClient,
  postings: readonly Posting[],
  patience: Patience,
  lockTimeout_ms?: number,
  rules = decide,
): Promise<readonly (Outcome | undefined)[]> {
  const begun = [client.query('BEGIN')];
  if (lockTimeout_ms !== undefined) begun.push(client.query(`SET LOCAL lock_timeout = ${lockTimeout_ms}`));
  const [books] = await Promise.all([readBooks(client, postings, patience), ...begun]);
  const isFree = ({ journal }: Posting) =>
    accountsOf(journal).every((id) => books.accounts.has(id)) && !journal.spends?.chain.some(({ jti }) => books.heldGrants.has(jti));
  const free = patience === 'wait' ? postings : postings.filter(isFree);
  const write = writeBooks(client, free, books, rules);
  const committed = client.query('COMMIT');
  const [{ outcomes }, commit] = await Promise.all([write, committed]);
  // A transaction that failed answers COMMIT with ROLLBACK, without an error.
  if (commit.command !== 'COMMIT') throw new Error(`COMMIT was answered with ${commit.command}`);
  if (free.length === postings.length) return outcomes;
  const decided = new Map(free.map((posting, index) => [posting, outcomes[index]]));
  return postings.map((posting) => decided.get(posting));
}

interface LockedBooks extends Books {
  /** Those that another transaction holds, where it was not waited for. */
  readonly heldGrants: ReadonlySet<Uuid>;
}

/** Sends everything before its first await. All answers are awaited together: an error that nobody waits for ends the process. */
async function readBooks(client: PoolClient, postings: readonly Posting[], patience: Patience): Promise<LockedBooks> {
  const journals = postings.map((posting) => posting.journal);
  const accounts = [...new Set(journals.flatMap(accountsOf))];
  const holds = journals.flatMap(({ settles }) => (settles ? [settles.hold] : []));
  const originals = journals.flatMap(({ refunds }) => (refunds ? [refunds.original] : []));
  const jtis = [...new Set(journals.flatMap(({ spends }) => spends?.chain.map(({ jti }) => jti) ?? []))];
  const [locked, known, heldRows, refundRows, grantRows, thereRows] = await Promise.all([
    client.query<AccountRow>({ ...LOCK[patience], values: [plainArray(accounts)] }),
    client.query<KnownRow>({ ...KNOWN, values: [plainArray(journals.map(({ id }) => id))] }),
    when(holds, () =>
      client.query({ ...HOLDS, values: [plainArray(holds.map((key) => key.journalId)), plainArray(holds.map((key) => key.leg))] }),
    ),
    when(originals, () => client.query({ ...REFUNDED, values: [plainArray(originals)] })),
    when(jtis, () => client.query({ ...GRANTS[patience], values: [plainArray(jtis)] })),
    when(patience === 'skip' ? jtis : [], () => client.query({ ...GRANTS_THERE, values: [plainArray(jtis)] })),
  ]);
  const now = known.rows[0]?.now;
  if (!now) throw new Error('the database told no time');
  const grants: Books['grants'] = new Map(grantRows.map(({ jti, total, spent, revoked }) => [jti, { jti, total, spent, revoked }]));
  return {
    now: now.getTime(),
    accounts: new Map(locked.rows.map((row) => [row.id, stateOf(row)])),
    known: new Map(known.rows.flatMap((row) => (row.id === null ? [] : [[row.id, row.request_hash]]))),
    holds: new Map(
      heldRows.map(({ journal_id: journalId, leg, amount, state, expires_at }) => [
        legKey(journalId, leg),
        { journalId, leg, amount, state, expiresAt: expires_at?.getTime() ?? null },
      ]),
    ),
    refunded: new Map(refundRows.map(({ original_id, leg, amount }) => [legKey(original_id, leg), amount])),
    grants,
    heldGrants: new Set(thereRows.map(({ jti }) => jti as Uuid).filter((jti) => !grants.has(jti))),
  };
}

async function when(needed: readonly unknown[], query: () => Promise<QueryResult>): Promise<QueryResultRow[]> {
  return needed.length > 0 ? (await query()).rows : [];
}

/** Sends every statement before its first await, so that a COMMIT sent right after the call comes behind them. */
async function writeBooks(client: PoolClient, postings: readonly Posting[], books: Books, rules: typeof decide): Promise<Decision> {
  const decision = rules(
    books,
    postings.map((posting) => posting.journal),
  );
  if (decision.journals.length === 0) return decision;
  const { holds, settled, refunds, grants } = decision;
  const at = new Date(decision.at).toISOString();
  // All of them are put together before the first one is sent: one that nobody waits for any more would end the process.
  const statements: QueryConfig[] = [
    { ...WRITE, values: writeValues(decision, at) },
    ...(holds.length > 0 ? [{ ...ADD_HOLDS, values: holdValues(decision, at) }] : []),
    ...(settled.length > 0 ? [{ ...SETTLE_HOLDS, values: settledValues(decision) }] : []),
    ...(refunds.length > 0 ? [{ ...ADD_REFUNDS, values: refundValues(decision) }] : []),
    ...(grants.length > 0
      ? [{ ...SPEND, values: [plainArray(grants.map((grant) => grant.jti)), plainArray(grants.map((grant) => grant.spent))] }]
      : []),
    ...ridersOf(postings, decision.outcomes),
  ];
  // The first error is the reason; those of the statements behind it only say that there was one.
  await Promise.all(statements.map((statement) => client.query(statement))).catch(asConflict);
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
    ceiling: row.ceiling,
    state: row.state,
    postedDebits: row.posted_debits,
    postedCredits: row.posted_credits,
    heldDebits: row.held_debits,
    heldCredits: row.held_credits,
    lastSeq: row.last_seq,
    lastAt: row.last_at.getTime(),
  };
}

function writeValues({ journals, entries, accounts }: Decision, at: string): string[] {
  return [
    plainArray(journals.map((journal) => journal.id)),
    plainArray(journals.map((journal) => journal.principal)),
    plainArray(journals.map((journal) => journal.requestHash)),
    textArray(journals.map((journal) => journal.kind)),
    textArray(journals.map((journal) => journal.comment)),
    at,
    newId(),
    plainArray(entries.map((entry) => entry.accountId)),
    plainArray(entries.map((entry) => entry.seq)),
    plainArray(entries.map((entry) => entry.journalId)),
    plainArray(entries.map((entry) => entry.leg)),
    plainArray(entries.map((entry) => entry.counterId)),
    plainArray(entries.map((entry) => entry.amount)),
    plainArray(entries.map((entry) => entry.balance)),
    plainArray(accounts.map((account) => account.id)),
    plainArray(accounts.map((account) => account.postedDebits)),
    plainArray(accounts.map((account) => account.postedCredits)),
    plainArray(accounts.map((account) => account.heldDebits)),
    plainArray(accounts.map((account) => account.heldCredits)),
    plainArray(accounts.map((account) => account.lastSeq)),
  ];
}

function holdValues({ holds }: Decision, at: string): string[] {
  return [
    plainArray(holds.map((hold) => hold.journalId)),
    plainArray(holds.map((hold) => hold.leg)),
    plainArray(holds.map((hold) => hold.debitId)),
    plainArray(holds.map((hold) => hold.creditId)),
    plainArray(holds.map((hold) => hold.amount)),
    plainArray(holds.map(({ expiresAt }) => (expiresAt === null ? 'NULL' : new Date(expiresAt).toISOString()))),
    at,
  ];
}

function settledValues({ settled }: Decision): string[] {
  return [
    plainArray(settled.map((hold) => hold.journalId)),
    plainArray(settled.map((hold) => hold.leg)),
    textArray(settled.map((hold) => hold.state)),
    plainArray(settled.map((hold) => hold.posted)),
  ];
}

function refundValues({ refunds }: Decision): string[] {
  return [
    plainArray(refunds.map((refund) => refund.originalId)),
    plainArray(refunds.map((refund) => refund.leg)),
    plainArray(refunds.map((refund) => refund.journalId)),
    plainArray(refunds.map((refund) => refund.amount)),
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
