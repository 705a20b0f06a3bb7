import type { Database } from '@scrip/database';
import { minorToMajor, type Uuid } from '@scrip/kernel';
import type { Account } from './accounts.ts';
import { available } from './ledger/model.ts';

export interface StatementLine {
  readonly journalId: Uuid;
  readonly time: Date;
  readonly kind: string;
  /** In major units; negative where money left the account. */
  readonly amount: number;
  /** In major units: the posted balance after this line. */
  readonly balance: number;
  /** The owner on the other side: an avatar, or the nil key for the system's own accounts. */
  readonly counterparty: Uuid;
  readonly comment: string;
}

interface Row {
  journal_id: Uuid;
  created_at: Date;
  kind: string;
  amount: bigint;
  balance: bigint;
  owner: Uuid;
  comment: string;
}

/**
 * The sequence has no gaps, so an offset is a subtraction and any page costs the same, however long the history is.
 */
const PAGE = {
  name: 'bank-statement',
  text: `SELECT e.journal_id, j.created_at, j.kind, e.amount, e.balance, c.owner, j.comment
         FROM account a
         JOIN entry e ON e.account_id = a.id AND e.seq <= a.last_seq - $2 AND e.seq > a.last_seq - $2 - $3
         JOIN journal j ON j.id = e.journal_id
         JOIN account c ON c.id = e.counter_id
         WHERE a.id = $1 ORDER BY e.seq DESC`,
};

/** What was moved to and from an account, newest first. */
export async function statement(database: Database, account: Account, offset: number, limit: number): Promise<StatementLine[]> {
  const { rows } = await database.pool.query<Row>({ ...PAGE, values: [account.id, offset, limit] });
  return rows.map((row) => ({
    journalId: row.journal_id,
    time: row.created_at,
    kind: row.kind,
    amount: minorToMajor(row.amount, account.currency),
    balance: minorToMajor(row.balance, account.currency),
    counterparty: row.owner,
    comment: row.comment,
  }));
}

const TOTALS = { name: 'bank-balance', text: 'SELECT posted_debits, posted_credits, held_debits FROM account WHERE id = $1' };

/** What the account can pay out, in major units: its posted balance less what is held. */
export async function balance(database: Database, account: Account): Promise<number> {
  const { rows } = await database.pool.query<{ posted_debits: bigint; posted_credits: bigint; held_debits: bigint }>({
    ...TOTALS,
    values: [account.id],
  });
  const [row] = rows;
  if (!row) throw new Error(`account ${account.id} was found and is gone`);
  const free = available({ postedDebits: row.posted_debits, postedCredits: row.posted_credits, heldDebits: row.held_debits });
  return minorToMajor(free, account.currency);
}
