import type { Database } from '@scrip/database';
import { type Currency, isUuid, type Uuid } from '@scrip/kernel';
import type { Account } from './accounts.ts';
import type { HoldKey, HoldState } from './ledger/model.ts';

/** Money that was set aside, with the accounts on its two sides. Amounts are minor units. */
export interface Held extends HoldKey {
  /** Of the journal that set it aside. */
  readonly kind: string;
  readonly principal: Uuid;
  readonly comment: string;
  readonly time: Date;
  readonly from: Account;
  readonly to: Account;
  readonly amount: bigint;
  readonly state: HoldState['state'];
  readonly posted: bigint;
  /** Null where it waits without an end. */
  readonly expires: Date | null;
  /** Whether it had expired when it was read, by the database's clock. It may still be open. */
  readonly over: boolean;
  /** The avatar whom it is to be handed to in-world; null where it is for an account. */
  readonly inWorld: Uuid | null;
}

interface Row {
  journal_id: Uuid;
  leg: number;
  kind: string;
  principal: Uuid;
  comment: string;
  created_at: Date;
  amount: bigint;
  state: HoldState['state'];
  posted: bigint;
  expires_at: Date | null;
  over: boolean;
  in_world: Uuid | null;
  debit_id: Uuid;
  debit_owner: Uuid;
  debit_name: string;
  credit_id: Uuid;
  credit_owner: Uuid;
  credit_name: string;
  code: string;
  scale: number;
}

/** The holds that `source` picks, which does so by an index and bounds them: the joins come after it. */
function selectHeld(source: string, order: string): string {
  return `SELECT h.journal_id, h.leg, j.kind, j.principal, j.comment, h.created_at, h.amount, h.state, h.posted, h.expires_at,
            coalesce(h.expires_at <= clock_timestamp(), false) AS over, p.akey AS in_world,
            d.id AS debit_id, d.owner AS debit_owner, d.name AS debit_name,
            c.id AS credit_id, c.owner AS credit_owner, c.name AS credit_name, u.code, u.scale
          FROM (${source}) h
          JOIN journal j ON j.id = h.journal_id
          JOIN account d ON d.id = h.debit_id
          JOIN account c ON c.id = h.credit_id
          JOIN currency u ON u.code = d.currency
          LEFT JOIN payout p ON p.journal_id = h.journal_id AND p.leg = h.leg
          ORDER BY ${order}`;
}

const NEWEST_FIRST = 'h.created_at DESC, h.journal_id DESC, h.leg DESC';

const FIND = { name: 'bank-hold', text: selectHeld('SELECT * FROM hold WHERE journal_id = $1 AND leg = $2', 'h.leg') };

/** Two walks along an index, each no longer than the page and what is before it. No hold has the same account on both sides. */
const LIST = {
  name: 'bank-holds',
  text: selectHeld(
    `SELECT * FROM (
       (SELECT * FROM hold h WHERE debit_id = $1 AND state = $2 ORDER BY ${NEWEST_FIRST} LIMIT $3::int + $4::int)
       UNION ALL
       (SELECT * FROM hold h WHERE credit_id = $1 AND state = $2 ORDER BY ${NEWEST_FIRST} LIMIT $3::int + $4::int)
     ) h ORDER BY ${NEWEST_FIRST} OFFSET $3::int LIMIT $4::int`,
    NEWEST_FIRST,
  ),
};

/** The clock is asked once, in a query of its own: an index can not be walked up to something that changes on the way. */
const DUE = {
  name: 'bank-holds-due',
  text: selectHeld(
    `SELECT * FROM hold WHERE state = 'open' AND expires_at <= (SELECT clock_timestamp()) ORDER BY expires_at LIMIT $1`,
    'h.expires_at',
  ),
};

const IN_WORLD = {
  name: 'bank-holds-in-world',
  text: selectHeld(
    `SELECT hold.* FROM (SELECT * FROM payout WHERE state = $1 ORDER BY created_at, journal_id, leg LIMIT $2) queue
     JOIN hold USING (journal_id, leg)`,
    'p.created_at, h.journal_id, h.leg',
  ),
};

export async function findHeld(database: Database, { journalId, leg }: HoldKey): Promise<Held | undefined> {
  if (!isUuid(journalId)) return undefined;
  const { rows } = await database.pool.query<Row>({ ...FIND, values: [journalId.toLowerCase(), leg] });
  return rows.map(heldOf)[0];
}

/** What is held on an account in either direction, newest first. Costs a read of `offset + limit` holds. */
export async function listHeld(
  database: Database,
  account: Account,
  state: Held['state'],
  page: { readonly offset: number; readonly limit: number },
): Promise<Held[]> {
  const { rows } = await database.pool.query<Row>({ ...LIST, values: [account.id, state, page.offset, page.limit] });
  return rows.map(heldOf);
}

/** Open holds that have expired, those first that did so first. */
export async function dueHeld(database: Database, limit: number): Promise<Held[]> {
  const { rows } = await database.pool.query<Row>({ ...DUE, values: [limit] });
  return rows.map(heldOf);
}

/** What is or was to be handed over in-world, oldest first. */
export async function listInWorld(database: Database, state: string, limit: number): Promise<Held[]> {
  const { rows } = await database.pool.query<Row>({ ...IN_WORLD, values: [state, limit] });
  return rows.map(heldOf);
}

function heldOf(row: Row): Held {
  const currency: Currency = { code: row.code, scale: row.scale };
  return {
    journalId: row.journal_id,
    leg: row.leg,
    kind: row.kind,
    principal: row.principal,
    comment: row.comment,
    time: row.created_at,
    from: { id: row.debit_id, owner: row.debit_owner, name: row.debit_name, currency },
    to: { id: row.credit_id, owner: row.credit_owner, name: row.credit_name, currency },
    amount: row.amount,
    state: row.state,
    posted: row.posted,
    expires: row.expires_at,
    over: row.over,
    inWorld: row.in_world,
  };
}
