import type { Database } from '@scrip/database';
import { NIL_UUID, newId, type Uuid } from '@scrip/kernel';
import pg from 'pg';
import type { Account } from '../accounts/model.ts';
import { accountId } from '../ledger/ids.ts';

/** A line of a history that is written without a payment. */
export interface MadeLine {
  readonly time: Date;
  readonly amount: bigint;
  /** The owner on the other side. */
  readonly counterparty: Uuid;
  readonly comment: string;
}

const FILL = `WITH line AS (
    SELECT n.*, gen_random_uuid() AS journal, $6::bigint + row_number() OVER (ORDER BY at) AS seq,
           $7::bigint + sum(amount) OVER (ORDER BY at) AS balance
    FROM unnest($2::timestamptz[], $3::bigint[], $4::uuid[], $5::text[]) WITH ORDINALITY AS n (time, amount, counter, comment, at)
  ), journals AS (
    INSERT INTO journal (id, principal, request_hash, kind, comment, created_at) SELECT journal, $8, journal, 'pay', comment, time FROM line
  ), entries AS (
    INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
    SELECT $1, seq, journal, 0, counter, amount, balance FROM line
  )
  UPDATE account SET last_seq = $6 + cardinality($3::bigint[]), posted_credits = $7 + (SELECT coalesce(sum(amount), 0) FROM line) WHERE id = $1`;

const LONG = `WITH line AS (
    SELECT n, md5($1::uuid::text || n)::uuid AS journal, 'sale ' || CASE WHEN n % 5000 = 77 THEN 'rare ' WHEN n % 2 = 0 THEN 'even ' ELSE 'odd ' END || n AS comment
    FROM generate_series(1, $2::bigint) AS n
  ), journals AS (
    INSERT INTO journal (id, principal, request_hash, kind, comment, created_at)
    SELECT journal, $4, journal, 'pay', comment, to_timestamp(1000000000 + n) FROM line
  ), entries AS (
    INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance) SELECT $1, n, journal, 0, $3, 1, n FROM line
  )
  UPDATE account SET last_seq = $2, posted_credits = $2 WHERE id = $1`;

async function openAccount(database: Database, owner: Uuid): Promise<Account> {
  const account = { id: accountId(owner, 'working'), owner, name: 'working', currency: { code: 'L$', scale: 0 } };
  await database.pool.query("INSERT INTO account (id, owner, name, currency) VALUES ($1, $2, 'working', 'L$') ON CONFLICT DO NOTHING", [
    account.id,
    owner,
  ]);
  return account;
}

/** An account that nobody has, with these lines, oldest first. */
export async function accountWith(database: Database, lines: readonly MadeLine[]): Promise<Account> {
  const account = await openAccount(database, newId());
  await addLines(database, account, lines);
  return account;
}

export async function addLines(database: Database, account: Account, lines: readonly MadeLine[]): Promise<void> {
  const counters = await Promise.all([...new Set(lines.map((line) => line.counterparty))].map((owner) => openAccount(database, owner)));
  const counterOf = new Map(counters.map((counter) => [counter.owner, counter.id]));
  const { rows } = await database.pool.query('SELECT last_seq, posted_credits FROM account WHERE id = $1', [account.id]);
  await database.pool.query(FILL, [
    account.id,
    lines.map((line) => line.time),
    lines.map((line) => line.amount),
    lines.map((line) => counterOf.get(line.counterparty)),
    lines.map((line) => line.comment),
    rows[0].last_seq,
    rows[0].posted_credits,
    NIL_UUID,
  ]);
}

/** What is in `longAccount`: entry n is dated this many seconds after the epoch, and its balance is n. */
export const secondOf = (n: number) => new Date((1_000_000_000 + n) * 1_000);

/** An account with so many entries of 1. Comments are `sale even 2`, `sale odd 3` and so on, but `sale rare 77` once in 5,000. */
export async function longAccount(database: Database, entries: number, counterparty: Uuid): Promise<Account> {
  const [account, counter] = await Promise.all([openAccount(database, newId()), openAccount(database, counterparty)]);
  // On a connection of its own: it takes longer than a call may.
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(LONG, [account.id, entries, counter.id, NIL_UUID]).finally(() => client.end());
  return account;
}
