import { array, type Database, int8, nullable, statement, text, timestamptz, uuid } from '@scrip/database';
import type { JournalId } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import type { Account } from '../accounts/model.ts';
import { ANYTHING, type Span, type StatementLine, type Wanted } from './model.ts';

/**
 * How many entries are earlier than each of two moments. Times never go back along an account's entries, so it is found
 * by halving: some twenty look-ups of an entry and its journal by their primary keys, however long the history is. The second
 * that a period ends in is part of it.
 */
const EARLIER = statement({
  name: 'bank-earlier',
  text: `WITH RECURSIVE probe (which, moment, low, high) AS (
           SELECT m.which, m.moment, CASE m.moment WHEN 'infinity' THEN a.last_seq ELSE 0 END,
                  CASE m.moment WHEN '-infinity' THEN 0 ELSE a.last_seq END
           FROM account a,
                (VALUES (1, coalesce($2::timestamptz, '-infinity')), (2, coalesce($3::timestamptz + interval '1 second', 'infinity'))) AS m (which, moment)
           WHERE a.id = $1
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
  params: [uuid, nullable(timestamptz), nullable(timestamptz)],
  row: { entries: int8 },
});

/**
 * The lines of some spans, newest first. The planner can't know how short a span is: without its LIMIT it would read the whole
 * account, and without the ones on journals and accounts those tables, instead of looking up each row by its key. A comment
 * in ASCII is compared here already, which spares sending most of those that do not match; the exact comparison is the caller's.
 */
const LINES = statement({
  name: 'bank-statement',
  text: `SELECT e.journal_id AS "journalId", j.created_at AS time, j.kind, e.amount, e.balance, c.owner AS counterparty, j.comment
         FROM unnest($2::bigint[], $3::bigint[]) AS s (low, high)
         CROSS JOIN LATERAL (
           SELECT * FROM entry WHERE account_id = $1 AND seq > s.low AND seq <= s.high ORDER BY seq DESC
           LIMIT greatest(s.high - s.low, 0)) AS e
         CROSS JOIN LATERAL (SELECT created_at, kind, comment FROM journal WHERE id = e.journal_id LIMIT 1) AS j
         CROSS JOIN LATERAL (SELECT owner FROM account WHERE id = e.counter_id LIMIT 1) AS c
         WHERE ($4::uuid IS NULL OR c.owner = $4)
           AND (octet_length(j.comment) > char_length(j.comment) OR lower(j.comment COLLATE "C") LIKE ALL ($5::text[]))
         ORDER BY e.seq DESC`,
  params: [uuid, array(int8), array(int8), nullable(uuid), array(text)],
  row: { journalId: uuid, time: timestamptz, kind: text, amount: int8, balance: int8, counterparty: uuid, comment: text },
});

/** The lines of one transaction follow each other on an account. */
const LINES_OF_TRANSACTION = statement({
  name: 'bank-lines-of-transaction',
  text: 'SELECT min(seq) AS first, max(seq) AS last FROM entry WHERE journal_id = $1 AND account_id = $2',
  params: [uuid, uuid],
  row: { first: nullable(int8), last: nullable(int8) },
});

const BALANCE_AFTER = statement({
  name: 'bank-balance-after',
  text: 'SELECT balance FROM entry WHERE account_id = $1 AND seq = $2',
  params: [uuid, int8],
  row: { balance: int8 },
});

/** Reads the histories of accounts. */
export class LineStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The entries of a period. */
  async span({ id }: Account, { from, to }: Period): Promise<Span> {
    const [low, high] = await EARLIER.all(this.#database.pool, id, from ?? null, to ?? null);
    if (!low || !high) throw new Error(`account ${id} was found and is gone`);
    return { low: low.entries, high: high.entries > low.entries ? high.entries : low.entries };
  }

  /** The lines of these spans, newest first: those that can be wanted, and perhaps some with comments beyond ASCII that are not. */
  lines({ id }: Account, spans: readonly Span[], { words, counterparty }: Wanted = ANYTHING): Promise<StatementLine[]> {
    return LINES.all(
      this.#database.pool,
      id,
      spans.map((span) => span.low),
      spans.map((span) => span.high),
      counterparty ?? null,
      [...words].map((word) => `%${word}%`),
    );
  }

  /** The first and the last line that a transaction has on an account; undefined where it has no part in it. */
  async linesOf(journalId: JournalId, { id }: Account): Promise<{ first: bigint; last: bigint } | undefined> {
    const found = await LINES_OF_TRANSACTION.first(this.#database.pool, journalId, id);
    return found && found.first !== null && found.last !== null ? { first: found.first, last: found.last } : undefined;
  }

  /** The posted balance after that many entries, in minor units. */
  async balanceAfter({ id }: Account, entries: bigint): Promise<bigint> {
    if (entries === 0n) return 0n;
    const entry = await BALANCE_AFTER.first(this.#database.pool, id, entries);
    if (!entry) throw new Error(`account ${id} has no entry ${entries}`);
    return entry.balance;
  }
}
