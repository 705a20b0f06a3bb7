import {
  bool,
  type Database,
  enumOf,
  int2,
  int8,
  nullable,
  pagedList,
  type Row,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import { type Currency, isUuid, type Page } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import { HOLD_STATES, type HoldKey } from '../ledger/model.ts';
import type { Hold } from './model.ts';

const HOLD_STATE = enumOf('hold_state', HOLD_STATES);

/** A row of `selectHolds`. */
export const HOLD = {
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
  sent_to: nullable(text),
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
export function selectHolds(source: string, order: string): string {
  return `SELECT h.journal_id, h.leg, j.kind, j.principal, j.comment, h.created_at, h.amount, h.state, h.posted, h.expires_at,
            coalesce(h.expires_at <= clock_timestamp(), false) AS over, p.akey AS in_world, s.account_name AS sent_to,
            d.id AS debit_id, d.owner AS debit_owner, d.name AS debit_name,
            c.id AS credit_id, c.owner AS credit_owner, c.name AS credit_name, u.code, u.scale
          FROM (${source}) h
          JOIN journal j ON j.id = h.journal_id
          JOIN account d ON d.id = h.debit_id
          JOIN account c ON c.id = h.credit_id
          JOIN currency u ON u.code = d.currency
          LEFT JOIN payout p ON p.journal_id = h.journal_id AND p.leg = h.leg
          LEFT JOIN sent_to s ON s.journal_id = h.journal_id AND s.leg = h.leg
          ${order}`;
}

/** Whether a row is the transfer that callers name by the journal's id, a slash and the leg. */
export const isAt = (table: string, named: string) =>
  `${table}.journal_id = split_part(${named}::text, '/', 1)::uuid AND ${table}.leg = split_part(${named}::text, '/', 2)::int`;

const FIND = statement({
  name: 'bank-hold',
  text: selectHolds('SELECT * FROM hold WHERE journal_id = $1 AND leg = $2', 'ORDER BY h.leg'),
  params: [uuid, int2],
  row: HOLD,
});

/** Two walks along an index, each no longer than the page and what is before it. No hold has the same account on both sides. */
const LIST = pagedList({
  name: 'bank-holds',
  params: [uuid, HOLD_STATE],
  row: HOLD,
  after: text,
  order: ['h.created_at DESC', 'h.journal_id DESC', 'h.leg DESC'],
  place: (after) => `hold h WHERE ${isAt('h', after)} AND $1::uuid IN (h.debit_id, h.credit_id)`,
  text: ({ behind, order, slice, enough }) =>
    selectHolds(
      `SELECT * FROM (
         (SELECT * FROM hold h WHERE debit_id = $1::uuid AND state = $2 AND ${behind} ${order} LIMIT ${enough})
         UNION ALL
         (SELECT * FROM hold h WHERE credit_id = $1::uuid AND state = $2 AND ${behind} ${order} LIMIT ${enough})
       ) h ${order} ${slice}`,
      order,
    ),
});

/** The clock is asked once, in a query of its own: an index can not be walked up to something that changes on the way. */
const DUE = statement({
  name: 'bank-holds-due',
  text: selectHolds(
    `SELECT * FROM hold WHERE state = 'open' AND expires_at <= (SELECT clock_timestamp()) ORDER BY expires_at LIMIT $1`,
    'ORDER BY h.expires_at',
  ),
  params: [int8],
  row: HOLD,
});

/** Reads holds. The ledger writes them. */
export class HoldStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find({ journalId, leg }: HoldKey): Promise<Hold | undefined> {
    if (!isUuid(journalId)) return undefined;
    const row = await FIND.first(this.#database.pool, journalId.toLowerCase(), leg);
    return row && holdOf(row);
  }

  /** What is held on an account in either direction, newest first (bank.listHolds). Costs a read of `offset + limit` holds. */
  async list(account: Account, state: Hold['state'], page: Page): Promise<Hold[]> {
    return (await LIST.read(this.#database.pool, [account.id, state], page)).map(holdOf);
  }

  /** Open holds that have expired, those first that did so first. */
  async due(limit: number): Promise<Hold[]> {
    return (await DUE.all(this.#database.pool, limit)).map(holdOf);
  }
}

export function holdOf(row: Row<typeof HOLD>): Hold {
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
    sentTo: row.sent_to,
  };
}
