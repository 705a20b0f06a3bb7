import { REVOKED_SQL, SPENDING_SQL } from '@scrip/capability';
import { array, bool, enumOf, int2, int8, nullable, statement, text, timestamptz, uuid } from '@scrip/database';
import { ACCOUNT_STATES, HOLD_STATES } from './model.ts';

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

export const ACCOUNT = {
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
export const LOCK = {
  wait: statement({ name: 'ledger-lock', text: LOCK_ACCOUNTS, params: [uuids], row: ACCOUNT }),
  skip: statement({ name: 'ledger-lock-free', text: `${LOCK_ACCOUNTS} SKIP LOCKED`, params: [uuids], row: ACCOUNT }),
} as const satisfies Record<Patience, object>;

/**
 * These run after the locks, in statements of their own and so with fresh snapshots: a retry that waited for the first
 * attempt's lock has to see what the first attempt committed. The clock is read then too, so that the times along an
 * account's chain are in the order of its entries. It is not qualified by its schema: tests put their own clock in front. Which of
 * the whole logins are revoked rides in the first statement, so that it costs no statement of its own.
 */
export const KNOWN = statement({
  name: 'ledger-known',
  text: `SELECT clock_timestamp() AS now, j.id, j.request_hash, revoked.jtis, revoked.avatars, revoked.moments
         FROM (${REVOKED_SQL}) AS revoked
         LEFT JOIN journal j ON j.id = ANY((SELECT $1::uuid[])::uuid[])`,
  params: [uuids, uuids],
  row: {
    now: timestamptz,
    id: nullable(uuid),
    request_hash: nullable(uuid),
    jtis: nullable(uuids),
    avatars: nullable(uuids),
    moments: nullable(array(timestamptz)),
  },
});

export const HOLDS = statement({
  name: 'ledger-holds',
  text: `SELECT h.journal_id, h.leg, h.amount, h.state, h.expires_at
         FROM unnest($1::uuid[], $2::smallint[]) AS k (journal_id, leg) JOIN hold h USING (journal_id, leg)`,
  params: [uuids, int2s],
  row: { journal_id: uuid, leg: int2, amount: int8, state: HOLD_STATE, expires_at: nullable(timestamptz) },
});

export const REFUNDED = statement({
  name: 'ledger-refunded',
  text: `SELECT original_id, leg, sum(amount)::bigint AS amount FROM refund WHERE original_id = ANY($1::uuid[]) GROUP BY original_id, leg`,
  params: [uuids],
  row: { original_id: uuid, leg: int2, amount: int8 },
});

const GRANT = { jti: uuid, total: nullable(int8), spent: int8, revoked: bool };

/** Locked after the accounts, by everybody: whoever revokes one waits for the payment that is on its way, and no later one gets through. */
export const GRANTS = {
  wait: statement({ name: 'ledger-grants', text: SPENDING_SQL.lock, params: [uuids], row: GRANT }),
  skip: statement({ name: 'ledger-grants-free', text: `${SPENDING_SQL.lock} SKIP LOCKED`, params: [uuids], row: GRANT }),
} as const satisfies Record<Patience, object>;

/** Asked after the free ones were locked: a grant that is there and was not among them is one that another transaction holds. */
export const GRANTS_THERE = statement({
  name: 'ledger-grants-there',
  text: SPENDING_SQL.there,
  params: [uuids],
  row: { jti: uuid },
});

export const WRITE = statement({
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

export const ADD_HOLDS = statement({
  name: 'ledger-add-holds',
  text: `INSERT INTO hold (journal_id, leg, debit_id, credit_id, amount, expires_at, created_at)
         SELECT *, $7::timestamptz FROM unnest($1::uuid[], $2::smallint[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[])`,
  params: [uuids, int2s, uuids, uuids, int8s, array(nullable(timestamptz)), timestamptz],
});

export const SETTLE_HOLDS = statement({
  name: 'ledger-settle-holds',
  text: `UPDATE hold SET state = n.state, posted = n.posted
         FROM unnest($1::uuid[], $2::smallint[], $3::hold_state[], $4::bigint[]) AS n (journal_id, leg, state, posted)
         WHERE hold.journal_id = n.journal_id AND hold.leg = n.leg`,
  params: [uuids, int2s, array(HOLD_STATE), int8s],
});

export const ADD_REFUNDS = statement({
  name: 'ledger-add-refunds',
  text: `INSERT INTO refund (original_id, leg, journal_id, amount)
         SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::uuid[], $4::bigint[])`,
  params: [uuids, int2s, uuids, int8s],
});

export const SPEND = statement({
  name: 'ledger-spend',
  text: SPENDING_SQL.spend,
  params: [uuids, int8s],
});
