import type { Database } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

/** A transfer that was made. Amounts are minor units. */
export interface Moved {
  readonly journal: Uuid;
  readonly leg: number;
  readonly debit: Uuid;
  readonly credit: Uuid;
  readonly amount: bigint;
}

/** A transfer that waits in-world, was handed over there, or came back. */
export interface Held extends Moved {
  readonly state: string;
}

export interface Refund {
  readonly original: Uuid;
  readonly leg: number;
  readonly journal: Uuid;
  readonly amount: bigint;
}

export interface Order {
  readonly id: Uuid;
  readonly merchant: Uuid;
  readonly buyer: Uuid;
  readonly state: string;
}

export interface Purchase {
  readonly journal: Uuid;
  readonly lease: Uuid;
  /** Whose location it is. */
  readonly owner: Uuid;
  readonly secs: number;
  readonly refundTo: Uuid;
  readonly refundPercent: number;
}

export interface Ending {
  readonly lease: Uuid;
  readonly journal: Uuid;
  readonly lessee: Uuid;
  readonly actor: Uuid;
  readonly unused: number;
  readonly amount: bigint;
}

/** What the database says of one history, as it is by now. */
export interface DealBooks {
  readonly kinds: ReadonlyMap<Uuid, string>;
  readonly moved: readonly Moved[];
  readonly held: readonly Held[];
  readonly refunds: readonly Refund[];
  readonly orders: readonly Order[];
  /** Of each lease the newest first. */
  readonly purchases: readonly Purchase[];
  readonly endings: readonly Ending[];
  /** Who owns an account; store credit has an owner of its own beside its holder. */
  readonly owners: ReadonlyMap<Uuid, Uuid>;
}

const QUERIES = {
  journals: 'SELECT id, kind FROM journal WHERE created_at >= $1',
  moved: `SELECT journal_id AS journal, leg, counter_id AS debit, account_id AS credit, amount FROM entry
          WHERE amount > 0 AND journal_id IN (SELECT id FROM journal WHERE created_at >= $1)`,
  held: `SELECT h.journal_id AS journal, h.leg, h.debit_id AS debit, h.credit_id AS credit, h.amount, h.state FROM hold h
         WHERE h.created_at >= $1`,
  refunds: `SELECT original_id AS original, leg, journal_id AS journal, amount FROM refund
            WHERE journal_id IN (SELECT id FROM journal WHERE created_at >= $1)`,
  orders: 'SELECT id, merchant, buyer, state FROM vend_order WHERE created_at >= $1',
  purchases: `SELECT p.journal_id AS journal, p.lease_id AS lease, l.owner, p.secs, p.refund_to AS "refundTo",
                p.refund_percent AS "refundPercent"
              FROM lease_purchase p JOIN lease_log g ON g.lease_id = p.lease_id AND g.type = 'new'
              JOIN lease_location l ON l.id = g.location_id WHERE p.at >= $1 ORDER BY p.lease_id, p.at DESC, p.journal_id`,
  endings: `SELECT g.lease_id AS lease, g.journal_id AS journal, g.akey AS lessee, g.actor, g.duration_secs AS unused, g.amount
            FROM lease_log g WHERE g.type = 'terminated' AND g.at >= $1`,
} as const;

export async function readBooks({ pool }: Database, since: Date): Promise<DealBooks> {
  const read = async <T>(text: string, values: readonly unknown[] = [since]) => (await pool.query(text, [...values])).rows as T[];
  const journals = await read<{ id: Uuid; kind: string }>(QUERIES.journals);
  const owners = await read<{ id: Uuid; owner: Uuid }>('SELECT id, owner FROM account', []);
  return {
    kinds: new Map(journals.map(({ id, kind }) => [id, kind])),
    moved: await read<Moved>(QUERIES.moved),
    held: await read<Held>(QUERIES.held),
    refunds: await read<Refund>(QUERIES.refunds),
    orders: await read<Order>(QUERIES.orders),
    purchases: await read<Purchase>(QUERIES.purchases),
    endings: await read<Ending>(QUERIES.endings),
    owners: new Map(owners.map(({ id, owner }) => [id, owner])),
  };
}
