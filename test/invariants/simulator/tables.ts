import type { Row, Value } from './sql.ts';

/** Of the tables that the ledger writes: keys, defaults and the checks of the migrations, by the names that they have there. */
interface Table {
  readonly key: readonly string[];
  readonly defaults: Row;
  readonly checks: Readonly<Record<string, (row: Row) => boolean>>;
}

const big = (value: Value | undefined) => value as bigint;
const availableOf = (row: Row) => big(row.posted_credits) - big(row.posted_debits) - big(row.held_debits);

export const TABLES = {
  account: {
    key: ['id'],
    defaults: {},
    checks: {
      account_totals: (row) =>
        [row.posted_debits, row.posted_credits, row.held_debits, row.held_credits].every((total) => big(total) >= 0n),
      account_floor: (row) => row.floor === null || availableOf(row) >= big(row.floor),
      account_closed: (row) =>
        row.state !== 'closed' || (row.posted_credits === row.posted_debits && row.held_debits === 0n && row.held_credits === 0n),
    },
  },
  journal: { key: ['id'], defaults: {}, checks: {} },
  entry: {
    key: ['account_id', 'seq'],
    defaults: {},
    checks: { entry_amount: (row) => row.amount !== 0n && big(row.seq) > 0n && row.account_id !== row.counter_id },
  },
  hold: {
    key: ['journal_id', 'leg'],
    defaults: { state: 'open', posted: 0n },
    checks: {
      hold_amount: (row) => big(row.amount) > 0n && row.debit_id !== row.credit_id,
      hold_posted: (row) =>
        big(row.posted) >= 0n && big(row.posted) <= big(row.amount) && big(row.posted) > 0n === (row.state === 'posted'),
    },
  },
  refund: { key: ['original_id', 'leg', 'journal_id'], defaults: {}, checks: { refund_amount: (row) => big(row.amount) > 0n } },
  capability_grant: {
    key: ['jti'],
    defaults: {},
    checks: { capability_grant_spent: (row) => big(row.spent) >= 0n && (row.total === null || big(row.spent) <= big(row.total)) },
  },
  unsealed: { key: ['id'], defaults: {}, checks: {} },
  /** Of no slice in particular: a row that travels with a journal. */
  notice: { key: ['journal_id'], defaults: {}, checks: {} },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;
export type Rows = Map<string, Row>;
export type Tables = Readonly<Record<TableName, Rows>>;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export function emptyTables(): Tables {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, new Map()])) as unknown as Tables;
}

export function copyOf(tables: Tables): Tables {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, new Map(tables[name])])) as unknown as Tables;
}

export function keyOf(table: TableName, row: Row): string {
  const { key } = TABLES[table];
  return key.length === 1 ? String(row[key[0] as string]) : key.map((column) => row[column]).join('/');
}

/** The first check of its table that a row breaks. */
export function brokenCheck(table: TableName, row: Row, dropped: ReadonlySet<string>): string | undefined {
  for (const [name, holds] of Object.entries(TABLES[table].checks)) if (!dropped.has(name) && !holds(row)) return name;
  return undefined;
}
