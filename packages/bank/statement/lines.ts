import type { Database } from '@scrip/database';
import { MAX_MINOR, minorToMajor, type Uuid } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import type { Account } from '../accounts/accounts.ts';
import { plainArray, textArray } from '../ledger/arrays.ts';
import { available } from '../ledger/model.ts';

/** One line of an account's history; amounts in minor units. */
export interface StatementLine {
  readonly journalId: Uuid;
  readonly time: Date;
  readonly kind: string;
  /** Negative where money left the account. */
  readonly amount: bigint;
  /** The posted balance after this line. */
  readonly balance: bigint;
  /** The owner on the other side: an avatar, a group, or the nil key for the system's own accounts. */
  readonly counterparty: Uuid;
  readonly comment: string;
}

/** The entries with low < seq <= high. Entries are numbered without a gap, so offsets and counts are subtractions. */
export interface Span {
  readonly low: bigint;
  readonly high: bigint;
}

/** What a search looks for; all of it must hold. Empty and undefined: anything. */
export interface Wanted {
  /** As `wordsOf` gives them. */
  readonly words: ReadonlySet<string>;
  readonly counterparty: Uuid | undefined;
}

/**
 * How many entries are earlier than each of two moments. Times never go back along an account's entries, so it is found
 * by halving: some twenty look-ups of an entry and its journal by their primary keys, however long the history is.
 */
const EARLIER = {
  name: 'bank-earlier',
  text: `WITH RECURSIVE probe (which, moment, low, high) AS (
           SELECT m.which, m.moment, CASE m.moment WHEN 'infinity' THEN a.last_seq ELSE 0 END,
                  CASE m.moment WHEN '-infinity' THEN 0 ELSE a.last_seq END
           FROM account a, (VALUES (1, $2::timestamptz), (2, $3::timestamptz)) AS m (which, moment) WHERE a.id = $1
           UNION ALL
           SELECT which, moment, CASE WHEN middle.earlier THEN middle.seq ELSE low END,
                  CASE WHEN middle.earlier THEN high ELSE middle.seq - 1 END
           FROM probe, LATERAL (
             SELECT (low + high + 1) / 2 AS seq, coalesce((
               SELECT j.created_at < moment FROM entry e JOIN journal j ON j.id = e.journal_id
               WHERE e.account_id = $1 AND e.seq = (low + high + 1) / 2), false) AS earlier
             OFFSET 0) AS middle
           WHERE low < high
         )
         SELECT low AS entries FROM probe WHERE low = high ORDER BY which`,
};

/**
 * The lines of some spans, newest first. The planner can't know how short a span is: without its LIMIT it would read the whole
 * account, and without the ones on journals and accounts those tables, instead of looking up each row by its key. A comment
 * in ASCII is compared here already, which spares sending most of those that do not match; the exact comparison is the caller's.
 */
const LINES = {
  name: 'bank-statement',
  text: `SELECT e.journal_id, j.created_at, j.kind, e.amount, e.balance, c.owner, j.comment
         FROM unnest($2::bigint[], $3::bigint[]) AS s (low, high)
         CROSS JOIN LATERAL (
           SELECT * FROM entry WHERE account_id = $1 AND seq > s.low AND seq <= s.high ORDER BY seq DESC
           LIMIT greatest(s.high - s.low, 0)) AS e
         CROSS JOIN LATERAL (SELECT created_at, kind, comment FROM journal WHERE id = e.journal_id LIMIT 1) AS j
         CROSS JOIN LATERAL (SELECT owner FROM account WHERE id = e.counter_id LIMIT 1) AS c
         WHERE ($4::uuid IS NULL OR c.owner = $4)
           AND (octet_length(j.comment) > char_length(j.comment) OR lower(j.comment COLLATE "C") LIKE ALL ($5::text[]))
         ORDER BY e.seq DESC`,
};

const BALANCE = { name: 'bank-balance-after', text: 'SELECT balance FROM entry WHERE account_id = $1 AND seq = $2' };

const BALANCE_OF_TRANSACTION = {
  name: 'bank-balance-of-transaction',
  text: 'SELECT balance FROM entry WHERE journal_id = $1 AND account_id = $2 ORDER BY seq DESC LIMIT 1',
};

const SPENDABLE = {
  name: 'bank-spendable',
  text: 'SELECT id, posted_debits, posted_credits, held_debits, floor FROM account WHERE id = ANY($1::uuid[])',
};

const TOTALS = { name: 'bank-balance', text: 'SELECT posted_debits, posted_credits, held_debits FROM account WHERE id = $1' };

interface Row {
  journal_id: Uuid;
  created_at: Date;
  kind: string;
  amount: bigint;
  balance: bigint;
  owner: Uuid;
  comment: string;
}

export const ANYTHING: Wanted = { words: new Set(), counterparty: undefined };

/** The entries of a period. */
export async function spanOf(database: Database, account: Account, { from, to }: Period): Promise<Span> {
  const values = [account.id, from ?? '-infinity', to ? new Date(to.getTime() + 1_000) : 'infinity'];
  const { rows } = await database.pool.query<{ entries: bigint }>({ ...EARLIER, values });
  const [low, high] = rows;
  if (!low || !high) throw new Error(`account ${account.id} was found and is gone`);
  return { low: low.entries, high: high.entries > low.entries ? high.entries : low.entries };
}

/** The lines of these spans, newest first: those that can be wanted, and perhaps some with comments beyond ASCII that are not. */
export async function readLines(
  database: Database,
  account: Account,
  spans: readonly Span[],
  { words, counterparty }: Wanted = ANYTHING,
): Promise<StatementLine[]> {
  const { rows } = await database.pool.query<Row>({
    ...LINES,
    values: [
      account.id,
      plainArray(spans.map((span) => span.low)),
      plainArray(spans.map((span) => span.high)),
      counterparty ?? null,
      textArray([...words].map((word) => `%${word}%`)),
    ],
  });
  return rows.map((row) => ({
    journalId: row.journal_id,
    time: row.created_at,
    kind: row.kind,
    amount: row.amount,
    balance: row.balance,
    counterparty: row.owner,
    comment: row.comment,
  }));
}

/** The posted balance after that many entries, in minor units. */
export async function balanceAfter(database: Database, account: Account, entries: bigint): Promise<bigint> {
  if (entries === 0n) return 0n;
  const { rows } = await database.pool.query<{ balance: bigint }>({ ...BALANCE, values: [account.id, entries] });
  const [row] = rows;
  if (!row) throw new Error(`account ${account.id} has no entry ${entries}`);
  return row.balance;
}

/** The posted balance when a transaction was done with the account, in minor units; undefined where it has no part in it. */
export async function balanceOfTransaction(database: Database, account: Account, journalId: Uuid): Promise<bigint | undefined> {
  const { rows } = await database.pool.query<{ balance: bigint }>({ ...BALANCE_OF_TRANSACTION, values: [journalId, account.id] });
  return rows[0]?.balance;
}

interface TotalsRow {
  posted_debits: bigint;
  posted_credits: bigint;
  held_debits: bigint;
}

/** What each account can pay out, its overdraft included, in minor units and in the order of the accounts. */
export async function spendable(database: Database, accounts: readonly Account[]): Promise<bigint[]> {
  const { rows } = await database.pool.query<TotalsRow & { id: Uuid; floor: bigint | null }>({
    ...SPENDABLE,
    values: [accounts.map(({ id }) => id)],
  });
  const free = new Map(rows.map((row) => [row.id, row.floor === null ? MAX_MINOR : freeOf(row) - row.floor]));
  return accounts.map(({ id }) => free.get(id) ?? 0n);
}

/** What the account can pay out, in major units: its posted balance less what is held. */
export async function balance(database: Database, account: Account): Promise<number> {
  const { rows } = await database.pool.query<TotalsRow>({ ...TOTALS, values: [account.id] });
  const [row] = rows;
  if (!row) throw new Error(`account ${account.id} was found and is gone`);
  return minorToMajor(freeOf(row), account.currency);
}

function freeOf({ posted_debits, posted_credits, held_debits }: TotalsRow): bigint {
  return available({ postedDebits: posted_debits, postedCredits: posted_credits, heldDebits: held_debits });
}
