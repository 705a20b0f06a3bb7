import { bool, type Database, enumOf, int2, int8, nullable, pagedList, type Row, text, timestamptz, uuid } from '@scrip/database';
import { type Currency, isUuid, type Page, type Uuid } from '@scrip/kernel';
import type { Account } from '../accounts/accounts.ts';
import { HOLD_STATES, type HoldKey, type HoldState } from '../ledger/model.ts';

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

/** Of payments that wait for an in-world dispenser. */
export const PAYOUT_STATES = ['queued', 'dispensed', 'failed'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

const HOLD_STATE = enumOf('hold_state', HOLD_STATES);

const HELD = {
  journal_id: uuid,
  leg: int2,
  kind: text,
  principal: uuid,
  comment: text,
  created_at: timestamptz,
  amount: int8,
  state: HOLD_STATE,
  posted: int8,
  expires_at: nullable(timestamptz),
  over: bool,
  in_world: nullable(uuid),
  debit_id: uuid,
  debit_owner: uuid,
  debit_name: text,
  credit_id: uuid,
  credit_owner: uuid,
  credit_name: text,
  code: text,
  scale: int2,
};

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
          ${order}`;
}

/** Whether a row is the transfer that callers name by the journal's id, a slash and the leg. */
const isAt = (table: string, named: string) =>
  `${table}.journal_id = split_part(${named}::text, '/', 1)::uuid AND ${table}.leg = split_part(${named}::text, '/', 2)::int`;

const FIND = { name: 'bank-hold', text: selectHeld('SELECT * FROM hold WHERE journal_id = $1 AND leg = $2', 'ORDER BY h.leg') };

/** Two walks along an index, each no longer than the page and what is before it. No hold has the same account on both sides. */
const LIST = pagedList({
  name: 'bank-holds',
  params: [uuid, HOLD_STATE],
  row: HELD,
  after: text,
  order: ['h.created_at DESC', 'h.journal_id DESC', 'h.leg DESC'],
  place: (after) => `hold h WHERE ${isAt('h', after)} AND $1::uuid IN (h.debit_id, h.credit_id)`,
  text: ({ behind, order, slice, enough }) =>
    selectHeld(
      `SELECT * FROM (
         (SELECT * FROM hold h WHERE debit_id = $1::uuid AND state = $2 AND ${behind} ${order} LIMIT ${enough})
         UNION ALL
         (SELECT * FROM hold h WHERE credit_id = $1::uuid AND state = $2 AND ${behind} ${order} LIMIT ${enough})
       ) h ${order} ${slice}`,
      order,
    ),
});

/** The clock is asked once, in a query of its own: an index can not be walked up to something that changes on the way. */
const DUE = {
  name: 'bank-holds-due',
  text: selectHeld(
    `SELECT * FROM hold WHERE state = 'open' AND expires_at <= (SELECT clock_timestamp()) ORDER BY expires_at LIMIT $1`,
    'ORDER BY h.expires_at',
  ),
};

const IN_WORLD = pagedList({
  name: 'bank-holds-in-world',
  params: [enumOf('payout_state', PAYOUT_STATES)],
  row: HELD,
  after: text,
  order: ['p.created_at', 'p.journal_id', 'p.leg'],
  place: (after) => `payout p WHERE ${isAt('p', after)}`,
  text: ({ behind, order, slice }) =>
    selectHeld(
      `SELECT hold.* FROM (SELECT * FROM payout p WHERE state = $1 AND ${behind} ${order} ${slice}) queue JOIN hold USING (journal_id, leg)`,
      order,
    ),
});

export async function findHeld(database: Database, { journalId, leg }: HoldKey): Promise<Held | undefined> {
  if (!isUuid(journalId)) return undefined;
  const { rows } = await database.pool.query<Row<typeof HELD>>({ ...FIND, values: [journalId.toLowerCase(), leg] });
  return rows.map(heldOf)[0];
}

/** What is held on an account in either direction, newest first. Costs a read of `offset + limit` holds. */
export async function listHeld(database: Database, account: Account, state: Held['state'], page: Page): Promise<Held[]> {
  return (await LIST.read(database.pool, [account.id, state], page)).map(heldOf);
}

/** Open holds that have expired, those first that did so first. */
export async function dueHeld(database: Database, limit: number): Promise<Held[]> {
  const { rows } = await database.pool.query<Row<typeof HELD>>({ ...DUE, values: [limit] });
  return rows.map(heldOf);
}

/** What is or was to be handed over in-world, oldest first. */
export async function listInWorld(database: Database, state: PayoutState, page: Page): Promise<Held[]> {
  return (await IN_WORLD.read(database.pool, [state], page)).map(heldOf);
}

function heldOf(row: Row<typeof HELD>): Held {
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
