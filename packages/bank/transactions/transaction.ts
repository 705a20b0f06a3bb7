import type { Database } from '@scrip/database';
import { type Currency, isUuid, type Uuid } from '@scrip/kernel';
import type { Account } from '../accounts/accounts.ts';
import type { HoldState } from '../ledger/model.ts';
import { unknownTransaction } from './errors.ts';

/** One transfer of a transaction. Amounts are minor units. */
export interface Leg {
  readonly leg: number;
  readonly from: Account;
  readonly to: Account;
  readonly amount: bigint;
  /** Moved at once, or the state of the hold that it is. */
  readonly state: 'moved' | HoldState['state'];
  /** How much of it has been paid back. */
  readonly refunded: bigint;
  /** The avatar whom it is to be handed to in-world; null where it is for an account. */
  readonly inWorld: Uuid | null;
}

export interface Transaction {
  readonly id: Uuid;
  readonly time: Date;
  readonly kind: string;
  readonly comment: string;
  readonly principal: Uuid;
  /** In order; only those that the reader has a side of. */
  readonly legs: readonly Leg[];
}

export interface TransactionDetails extends Transaction {
  /** What was paid back of these transfers, oldest first. */
  readonly refunds: readonly { readonly id: Uuid; readonly time: Date; readonly amount: bigint }[];
  /** The transaction that this one pays back. */
  readonly refundOf: Uuid | undefined;
}

/** Of transfers and of refunds, in one answer. */
export const MAX_PARTS = 1_000;

interface JournalRow {
  id: Uuid;
  created_at: Date;
  kind: string;
  comment: string;
  principal: Uuid;
}

interface LegRow {
  leg: number;
  amount: bigint;
  state: Leg['state'];
  refunded: bigint;
  in_world: Uuid | null;
  from_id: Uuid;
  from_owner: Uuid;
  from_name: string;
  to_id: Uuid;
  to_owner: Uuid;
  to_name: string;
  code: string;
  scale: number;
}

const JOURNAL = { name: 'bank-transaction', text: 'SELECT id, created_at, kind, comment, principal FROM journal WHERE id = $1' };

/** Without a reader ($2 is null) it is all of them. */
const LEGS = {
  name: 'bank-transaction-legs',
  text: `SELECT m.leg, m.amount, m.state, m.in_world, u.code, u.scale,
           f.id AS from_id, f.owner AS from_owner, f.name AS from_name, t.id AS to_id, t.owner AS to_owner, t.name AS to_name,
           coalesce((SELECT sum(amount) FROM refund r WHERE r.original_id = $1 AND r.leg = m.leg), 0)::bigint AS refunded
         FROM (SELECT leg, counter_id AS debit_id, account_id AS credit_id, amount, 'moved' AS state, NULL::uuid AS in_world
               FROM entry WHERE journal_id = $1 AND amount > 0
               UNION ALL
               SELECT h.leg, h.debit_id, h.credit_id, h.amount, h.state::text, p.akey
               FROM hold h LEFT JOIN payout p USING (journal_id, leg) WHERE h.journal_id = $1) m
         JOIN account f ON f.id = m.debit_id
         JOIN account t ON t.id = m.credit_id
         JOIN currency u ON u.code = t.currency
         WHERE $2::uuid IS NULL OR f.owner = $2 OR t.owner = $2
         ORDER BY m.leg`,
};

const REFUNDS = {
  name: 'bank-transaction-refunds',
  text: `SELECT r.journal_id AS id, j.created_at AS time, sum(r.amount)::bigint AS amount
         FROM refund r JOIN journal j ON j.id = r.journal_id
         WHERE r.original_id = $1 AND r.leg = ANY($2::smallint[])
         GROUP BY r.journal_id, j.created_at ORDER BY j.created_at, r.journal_id LIMIT $3`,
};

const REFUND_OF = { name: 'bank-transaction-refund-of', text: 'SELECT original_id FROM refund WHERE journal_id = $1 LIMIT 1' };

/** A transaction as `reader` may see it: their own transfers in it. Undefined where there are none, or no such transaction. */
export async function findTransaction(database: Database, id: string, reader: Uuid | undefined): Promise<Transaction | undefined> {
  if (!isUuid(id)) return undefined;
  const key = id.toLowerCase();
  const [{ rows: journals }, { rows: legs }] = await Promise.all([
    database.pool.query<JournalRow>({ ...JOURNAL, values: [key] }),
    database.pool.query<LegRow>({ ...LEGS, values: [key, reader ?? null] }),
  ]);
  const [journal] = journals;
  if (!journal || legs.length === 0) return undefined;
  const { created_at: time, kind, comment, principal } = journal;
  return { id: key, time, kind, comment, principal, legs: legs.map(legOf) };
}

/**
 * A transaction as `reader` may see it who reaches some of their accounts only, with what was refunded of it. Raises
 * bank.unknown_transaction.
 */
export async function describeTransaction(
  database: Database,
  id: string,
  reader: Uuid,
  mayReach: (account: string) => boolean,
): Promise<TransactionDetails> {
  const transaction = await findTransaction(database, id, reader);
  const reached = (account: Account) => account.owner === reader && mayReach(account.name);
  const legs = (transaction?.legs ?? []).filter(({ from, to }) => reached(from) || reached(to)).slice(0, MAX_PARTS);
  if (!transaction || legs.length === 0) throw unknownTransaction(`${reader} has no part in a transaction ${JSON.stringify(id)}`);
  const numbers = legs.map(({ leg }) => leg);
  const [refunds, originals] = await Promise.all([
    database.pool.query<{ id: Uuid; time: Date; amount: bigint }>({ ...REFUNDS, values: [transaction.id, numbers, MAX_PARTS] }),
    database.pool.query<{ original_id: Uuid }>({ ...REFUND_OF, values: [transaction.id] }),
  ]);
  return { ...transaction, legs, refunds: refunds.rows, refundOf: originals.rows[0]?.original_id };
}

function legOf(row: LegRow): Leg {
  const currency: Currency = { code: row.code, scale: row.scale };
  return {
    leg: row.leg,
    from: { id: row.from_id, owner: row.from_owner, name: row.from_name, currency },
    to: { id: row.to_id, owner: row.to_owner, name: row.to_name, currency },
    amount: row.amount,
    state: row.state,
    refunded: row.refunded,
    inWorld: row.in_world,
  };
}
