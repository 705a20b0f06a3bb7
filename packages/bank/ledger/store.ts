import { SPENDING_SQL } from '@scrip/capability';
import {
  array,
  bindRiders,
  bool,
  enumOf,
  int2,
  int8,
  nullable,
  type Rider,
  type Row,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import { newId, type Uuid } from '@scrip/kernel';
import type { PoolClient, QueryConfig } from 'pg';
import { decide } from './decide.ts';
import {
  ACCOUNT_STATES,
  type AccountState,
  accountsOf,
  type Books,
  type Decision,
  HOLD_STATES,
  type Journal,
  legKey,
  type Outcome,
} from './model.ts';

/** A journal, with rows that are written exactly if it is accepted now, in the same transaction (never on a replay). */
export interface Posting {
  readonly journal: Journal;
  readonly riders?: readonly Rider[];
}

/** How a batch deals with accounts that another transaction holds. */
export type Patience = 'skip' | 'wait';

const uuids = array(uuid);
const int2s = array(int2);
const int8s = array(int8);
const texts = array(text);

const ACCOUNT_STATE = enumOf('account_state', ACCOUNT_STATES);
const HOLD_STATE = enumOf('hold_state', HOLD_STATES);

const LOCK_ACCOUNTS = `SELECT id, currency, floor, ceiling, state, posted_debits, posted_credits, held_debits, held_credits, last_seq, last_at
         FROM account WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

const ACCOUNT = {
  id: uuid,
  currency: text,
  floor: nullable(int8),
  ceiling: nullable(int8),
  state: ACCOUNT_STATE,
  posted_debits: int8,
  posted_credits: int8,
  held_debits: int8,
  held_credits: int8,
  last_seq: int8,
  last_at: timestamptz,
};

/**
 * Sorted by id before it locks: every writer takes its locks in one order, so that two batches which touch the same
 * accounts queue up instead of deadlocking. NO KEY UPDATE, because the key never changes.
 */
const LOCK = {
  wait: statement({ name: 'ledger-lock', text: LOCK_ACCOUNTS, params: [uuids], row: ACCOUNT }),
  skip: statement({ name: 'ledger-lock-free', text: `${LOCK_ACCOUNTS} SKIP LOCKED`, params: [uuids], row: ACCOUNT }),
} as const satisfies Record<Patience, object>;

/**
 * These run after the locks, in statements of their own and so with fresh snapshots: a retry that waited for the first
 * attempt's lock has to see what the first attempt committed. The clock is read then too, so that the times along an
 * account's chain are in the order of its entries. It is not qualified by its schema: tests put their own clock in front.
 */
const KNOWN = statement({
  name: 'ledger-known',
  text: `SELECT clock_timestamp() AS now, j.id, j.request_hash
         FROM (SELECT) AS once LEFT JOIN journal j ON j.id = ANY($1::uuid[])`,
  params: [uuids],
  row: { now: timestamptz, id: nullable(uuid), request_hash: nullable(uuid) },
});

const HOLDS = statement({
  name: 'ledger-holds',
  text: `SELECT h.journal_id, h.leg, h.amount, h.state, h.expires_at
         FROM unnest($1::uuid[], $2::smallint[]) AS k (journal_id, leg) JOIN hold h USING (journal_id, leg)`,
  params: [uuids, int2s],
  row: { journal_id: uuid, leg: int2, amount: int8, state: HOLD_STATE, expires_at: nullable(timestamptz) },
});

const REFUNDED = statement({
  name: 'ledger-refunded',
  text: `SELECT original_id, leg, sum(amount)::bigint AS amount FROM refund WHERE original_id = ANY($1::uuid[]) GROUP BY original_id, leg`,
  params: [uuids],
  row: { original_id: uuid, leg: int2, amount: int8 },
});

const GRANT = { jti: uuid, total: nullable(int8), spent: int8, revoked: bool };

/** Locked after the accounts, by everybody: whoever revokes one waits for the payment that is on its way, and no later one gets through. */
const GRANTS = {
  wait: statement({ name: 'ledger-grants', text: SPENDING_SQL.lock, params: [uuids], row: GRANT }),
  skip: statement({ name: 'ledger-grants-free', text: `${SPENDING_SQL.lock} SKIP LOCKED`, params: [uuids], row: GRANT }),
} as const satisfies Record<Patience, object>;

/** Asked after the free ones were locked: a grant that is there and was not among them is one that another transaction holds. */
const GRANTS_THERE = statement({
  name: 'ledger-grants-there',
  text: SPENDING_SQL.there,
  params: [uuids],
  row: { jti: uuid },
});

const WRITE = statement({
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
  // biome-ignore format: a line for each table
  params: [
    uuids, uuids, uuids, texts, texts, timestamptz, uuid,
    uuids, int8s, uuids, int2s, uuids, int8s, int8s,
    uuids, int8s, int8s, int8s, int8s, int8s,
  ],
});

const ADD_HOLDS = statement({
  name: 'ledger-add-holds',
  text: `INSERT INTO hold (journal_id, leg, debit_id, credit_id, amount, expires_at, created_at)
         SELECT *, $7::timestamptz FROM unnest($1::uuid[], $2::smallint[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[])`,
  params: [uuids, int2s, uuids, uuids, int8s, array(nullable(timestamptz)), timestamptz],
});

const SETTLE_HOLDS = statement({
  name: 'ledger-settle-holds',
  text: `UPDATE hold SET state = n.state, posted = n.posted
         FROM unnest($1::uuid[], $2::smallint[], $3::hold_state[], $4::bigint[]) AS n (journal_id, leg, state, posted)
         WHERE hold.journal_id = n.journal_id AND hold.leg = n.leg`,
  params: [uuids, int2s, array(HOLD_STATE), int8s],
});

const ADD_REFUNDS = statement({
  name: 'ledger-add-refunds',
  text: `INSERT INTO refund (original_id, leg, journal_id, amount)
         SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::uuid[], $4::bigint[])`,
  params: [uuids, int2s, uuids, int8s],
});

const SPEND = statement({
  name: 'ledger-spend',
  text: SPENDING_SQL.spend,
  params: [uuids, int8s],
});

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
    LOCK[patience].all(client, accounts),
    KNOWN.all(
      client,
      journals.map(({ id }) => id),
    ),
    holds.length === 0
      ? []
      : HOLDS.all(
          client,
          holds.map((key) => key.journalId),
          holds.map((key) => key.leg),
        ),
    originals.length === 0 ? [] : REFUNDED.all(client, originals),
    jtis.length === 0 ? [] : GRANTS[patience].all(client, jtis),
    patience === 'wait' || jtis.length === 0 ? [] : GRANTS_THERE.all(client, jtis),
  ]);
  const now = known[0]?.now;
  if (!now) throw new Error('the database told no time');
  const grants: Books['grants'] = new Map(grantRows.map((grant) => [grant.jti, grant]));
  return {
    now: now.getTime(),
    accounts: new Map(locked.map((row) => [row.id, stateOf(row)])),
    known: new Map(known.flatMap(({ id, request_hash: hash }) => (id === null || hash === null ? [] : [[id, hash]]))),
    holds: new Map(
      heldRows.map(({ journal_id: journalId, leg, amount, state, expires_at: expiresAt }) => [
        legKey(journalId, leg),
        { journalId, leg, amount, state, expiresAt: expiresAt?.getTime() ?? null },
      ]),
    ),
    refunded: new Map(refundRows.map(({ original_id, leg, amount }) => [legKey(original_id, leg), amount])),
    grants,
    heldGrants: new Set(thereRows.map(({ jti }) => jti).filter((jti) => !grants.has(jti))),
  };
}

/** Sends every statement before its first await, so that a COMMIT sent right after the call comes behind them. */
async function writeBooks(client: PoolClient, postings: readonly Posting[], books: Books, rules: typeof decide): Promise<Decision> {
  const decision = rules(
    books,
    postings.map((posting) => posting.journal),
  );
  if (decision.journals.length === 0) return decision;
  const { holds, settled, refunds, grants } = decision;
  const at = new Date(decision.at);
  // All of them are put together before the first one is sent: one that nobody waits for any more would end the process.
  const statements: QueryConfig[] = [
    bindWrite(decision, at),
    ...(holds.length > 0 ? [bindHolds(decision, at)] : []),
    ...(settled.length > 0 ? [bindSettled(decision)] : []),
    ...(refunds.length > 0 ? [bindRefunds(decision)] : []),
    ...(grants.length > 0 ? [bindSpent(decision)] : []),
    ...bindRiders(ridersOf(postings, decision.outcomes)),
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

function stateOf(row: Row<typeof ACCOUNT>): AccountState {
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

function bindWrite({ journals, entries, accounts }: Decision, at: Date): QueryConfig {
  return WRITE.bind(
    journals.map((journal) => journal.id),
    journals.map((journal) => journal.principal),
    journals.map((journal) => journal.requestHash),
    journals.map((journal) => journal.kind),
    journals.map((journal) => journal.comment),
    at,
    newId(),
    entries.map((entry) => entry.accountId),
    entries.map((entry) => entry.seq),
    entries.map((entry) => entry.journalId),
    entries.map((entry) => entry.leg),
    entries.map((entry) => entry.counterId),
    entries.map((entry) => entry.amount),
    entries.map((entry) => entry.balance),
    accounts.map((account) => account.id),
    accounts.map((account) => account.postedDebits),
    accounts.map((account) => account.postedCredits),
    accounts.map((account) => account.heldDebits),
    accounts.map((account) => account.heldCredits),
    accounts.map((account) => account.lastSeq),
  );
}

function bindHolds({ holds }: Decision, at: Date): QueryConfig {
  return ADD_HOLDS.bind(
    holds.map((hold) => hold.journalId),
    holds.map((hold) => hold.leg),
    holds.map((hold) => hold.debitId),
    holds.map((hold) => hold.creditId),
    holds.map((hold) => hold.amount),
    holds.map(({ expiresAt }) => (expiresAt === null ? null : new Date(expiresAt))),
    at,
  );
}

function bindSettled({ settled }: Decision): QueryConfig {
  return SETTLE_HOLDS.bind(
    settled.map((hold) => hold.journalId),
    settled.map((hold) => hold.leg),
    settled.map((hold) => hold.state),
    settled.map((hold) => hold.posted),
  );
}

function bindRefunds({ refunds }: Decision): QueryConfig {
  return ADD_REFUNDS.bind(
    refunds.map((refund) => refund.originalId),
    refunds.map((refund) => refund.leg),
    refunds.map((refund) => refund.journalId),
    refunds.map((refund) => refund.amount),
  );
}

function bindSpent({ grants }: Decision): QueryConfig {
  return SPEND.bind(
    grants.map((grant) => grant.jti),
    grants.map((grant) => grant.spent),
  );
}

/** Those of the postings that were accepted now. */
function ridersOf(postings: readonly Posting[], outcomes: readonly Outcome[]): Rider[] {
  return postings.flatMap(({ riders = [] }, index) => {
    const outcome = outcomes[index];
    return outcome?.accepted && !outcome.replay ? riders : [];
  });
}
