import type { SqlError } from './failure.ts';
import type { Locks, Owner } from './locks.ts';
import { arrayOf, type Column, type Row, type Statement, type Value } from './sql.ts';
import type { TableName, Tables } from './tables.ts';
import type { Timeline } from './timeline.ts';

type Found = (failure: SqlError | undefined, rows: readonly object[]) => void;
type LookUp = Exclude<Statement, { does: 'BEGIN' | 'COMMIT' | 'ROLLBACK' | 'set lock timeout' | 'write' }>;

/** The session that asks. */
interface Asker extends Owner {
  readonly database: { readonly timeline: Timeline; readonly locks: Locks; readonly tables: Tables; clock(): number };
  /** When its transaction began, by the database's clock. */
  readonly begun: number;
  row(table: TableName, key: string): Row | undefined;
  lockAll(keys: readonly string[], locked: () => void, failed: (error: SqlError) => void): void;
}

const timeOf = (value: Value | undefined) => (value === null || value === undefined ? null : new Date(value as number));

/** What statements that write nothing answer. Each sees what is committed at this moment, and what its own transaction wrote. */
export function lookUp(session: Asker, statement: LookUp, values: readonly unknown[], found: Found) {
  const { database } = session;
  switch (statement.does) {
    case 'select':
      return select(session, statement, values, found);
    case 'known': {
      const now = new Date(statement.clock === 'now' ? session.begun : database.clock());
      const rows = arrayOf(values[0], 'uuid')
        .map((id) => session.row('journal', String(id)))
        .filter((row) => row !== undefined);
      const known = rows.map((row) => ({ now, id: row.id, request_hash: row.request_hash, jtis: null, avatars: null, moments: null }));
      return found(undefined, known.length > 0 ? known : [{ now, id: null, request_hash: null, jtis: null, avatars: null, moments: null }]);
    }
    case 'holds': {
      const legs = arrayOf(values[1], 'smallint');
      const keys = arrayOf(values[0], 'uuid').map((id, index) => `${id}/${legs[index]}`);
      const rows = keys.map((key) => session.row('hold', key)).filter((row) => row !== undefined);
      return found(
        undefined,
        rows.map((row) => ({ ...row, expires_at: timeOf(row.expires_at) })),
      );
    }
    case 'refunded': {
      const originals = new Set(arrayOf(values[0], 'uuid'));
      const sums = new Map<string, { original_id: Value; leg: Value; amount: bigint }>();
      for (const { original_id = null, leg = null, amount } of database.tables.refund.values()) {
        if (!originals.has(original_id)) continue;
        const sum = sums.get(`${original_id}/${leg}`) ?? { original_id, leg, amount: 0n };
        sum.amount += amount as bigint;
        sums.set(`${original_id}/${leg}`, sum);
      }
      return found(undefined, [...sums.values()]);
    }
    case 'due': {
      const isDue = ({ state, expires_at: end }: Row) => state === 'open' && end !== null && (end as number) <= database.clock();
      return found(undefined, [...database.tables.hold.values()].filter(isDue));
    }
  }
}

/**
 * Sees the rows of the moment at which it began, in their newest versions: those that were changed while it waited for
 * their locks are read again.
 */
function select(session: Asker, statement: Extract<Statement, { does: 'select' }>, values: readonly unknown[], found: Found) {
  const table = statement.table as TableName;
  const { locks } = session.database;
  const lockOf = (key: string) => `${table} ${key}`;
  const there = [...new Set(arrayOf(values[0], 'uuid').map(String))].sort().filter((key) => session.row(table, key));
  const chosen = statement.skips ? there.filter((key) => locks.take(session, lockOf(key))) : there;
  if (chosen.length < there.length) session.database.timeline.meet('a row passed over');
  const answer = () => {
    const rows = chosen.map((key) => session.row(table, key) as Row);
    found(
      undefined,
      rows.map((row) => shown(row, statement.columns)),
    );
  };
  if (!statement.locks || statement.skips) answer();
  else session.lockAll(chosen.map(lockOf), answer, (failure) => found(failure, []));
}

function shown(row: Row, columns: readonly Column[]): object {
  const result: { [column: string]: unknown } = {};
  for (const { name, of, as } of columns) {
    const value = row[of];
    if (value === undefined) throw new Error(`there is no column ${of}`);
    result[name] = as === 'value' ? value : as === 'time' ? timeOf(value) : value !== null;
  }
  return result;
}
