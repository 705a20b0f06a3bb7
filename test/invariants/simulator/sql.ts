/** A value as the tables keep it: times are milliseconds since the epoch. */
export type Value = string | number | bigint | null;
export type Row = Readonly<Record<string, Value>>;

/** A column of a written row: from a parameter that is an array of one value each, or from one that is the same for all. */
interface Source {
  readonly column: string;
  readonly parameter: number;
  readonly type: string;
  readonly each: boolean;
}

export interface Insert {
  readonly into: string;
  readonly sources: readonly Source[];
}

export interface Update {
  readonly table: string;
  readonly keys: readonly string[];
  readonly sources: readonly Source[];
}

/** What a row is asked for: a value, a time, or whether there is a value. */
export interface Column {
  readonly name: string;
  readonly of: string;
  readonly as: 'value' | 'time' | 'is there';
}

export type Statement =
  | { readonly does: 'BEGIN' | 'COMMIT' | 'ROLLBACK' }
  | { readonly does: 'set lock timeout'; readonly timeout_ms: number }
  /** By key. `waits`: whether it locks, and whether it waits for locks that others hold. */
  | {
      readonly does: 'select';
      readonly table: string;
      readonly key: string;
      readonly columns: readonly Column[];
      readonly locks: boolean;
      readonly skips: boolean;
    }
  /** `clock`: clock_timestamp() is the moment of the call, now() the beginning of the transaction. */
  | { readonly does: 'known'; readonly clock: 'clock_timestamp' | 'now' }
  | { readonly does: 'holds' | 'refunded' | 'due' }
  | { readonly does: 'write'; readonly inserts: readonly Insert[]; readonly update: Update | undefined };

const INSERT = /INSERT INTO (\w+) \(([^)]*)\) (?:SELECT \*((?:, \$\d+::\w+)*) FROM unnest\(([^)]*)\)|VALUES \(([^)]*)\))/g;
const UPDATE = /UPDATE (\w+) SET (.+?) FROM unnest\(([^)]*)\) AS n \(([^)]*)\) WHERE (.+)$/;
const SELECT = /^SELECT (.+) FROM (\w+) WHERE (\w+) = ANY\(\$1::uuid\[\]\) ORDER BY \3( FOR NO KEY UPDATE)?( SKIP LOCKED)?$/;
const KNOWN =
  /^SELECT (clock_timestamp|now)\(\) AS now, j\.id, j\.request_hash, revoked\.jtis, revoked\.avatars, revoked\.moments FROM \(.+\) AS revoked LEFT JOIN journal j ON j\.id = ANY/;
const TIMEOUT = /^SET LOCAL lock_timeout = (\d+)$/;
const HOLDS =
  /^SELECT h\.journal_id, h\.leg, h\.amount, h\.state, h\.expires_at FROM unnest\(.+\) .* JOIN hold h USING \(journal_id, leg\)$/;
const REFUNDED = /^SELECT original_id, leg, sum\(amount\)::bigint AS amount FROM refund WHERE .+ GROUP BY original_id, leg$/;
/** The simulator's own: what an expiry job asks for. */
export const DUE = `SELECT journal_id, leg, debit_id, credit_id, amount FROM hold WHERE state = 'open' AND expires_at <= clock_timestamp()`;

const read = new Map<string, Statement>();

/** What a statement of the ledger does. Anything else is an error, so that none is taken for another when it changes. */
export function statementOf(text: string): Statement {
  const known = read.get(text);
  if (known) return known;
  const statement = parse(text.replace(/\s+/g, ' ').trim());
  read.set(text, statement);
  return statement;
}

function parse(text: string): Statement {
  if (text === 'BEGIN' || text === 'COMMIT' || text === 'ROLLBACK') return { does: text };
  const timeout = TIMEOUT.exec(text);
  if (timeout) return { does: 'set lock timeout', timeout_ms: Number(timeout[1]) };
  const known = KNOWN.exec(text);
  if (known) return { does: 'known', clock: known[1] as 'now' };
  if (HOLDS.test(text)) return { does: 'holds' };
  if (REFUNDED.test(text)) return { does: 'refunded' };
  if (text === DUE) return { does: 'due' };
  const select = SELECT.exec(text);
  if (select) {
    const [, columns = '', table = '', key = '', locks, skips] = select;
    return {
      does: 'select',
      table,
      key,
      columns: columns.split(', ').map(columnOf),
      locks: locks !== undefined,
      skips: skips !== undefined,
    };
  }
  return parseWrite(text);
}

function columnOf(text: string): Column {
  const [, tested, name] = /^(\w+) IS NOT NULL AS (\w+)$/.exec(text) ?? [];
  if (tested && name) return { name, of: tested, as: 'is there' };
  return { name: text, of: text, as: text.endsWith('_at') ? 'time' : 'value' };
}

function parseWrite(text: string): Statement {
  const inserts = [...text.matchAll(INSERT)].map(([, into = '', columns = '', constants = '', arrays = '', values = '']): Insert => {
    const parameters = values ? sourcesOf(values, false) : [...sourcesOf(arrays, true), ...sourcesOf(constants.slice(2), false)];
    const names = columns.split(', ');
    if (names.length !== parameters.length) throw new Error(`the columns of ${into} are not as many as its values: ${text}`);
    return { into, sources: parameters.map((parameter, index) => ({ ...parameter, column: names[index] as string })) };
  });
  const [updated, table = '', set = '', arrays = '', names = '', where = ''] = UPDATE.exec(text) ?? [];
  const left = text.replace(INSERT, '').replace(updated ?? '', '');
  if (!/^(WITH )?(\w+ AS \( *\),? *)*$/.test(left) || left === text) throw new Error(`the simulator does not know this statement: ${text}`);
  if (updated === undefined) return { does: 'write', inserts, update: undefined };
  const columns = names.split(', ');
  const parameters = new Map(sourcesOf(arrays, true).map((source, index) => [`n.${columns[index]}`, source]));
  const sourceOf = (column: string, from: string): Source => {
    const source = parameters.get(from) ?? sourcesOf(from, false)[0];
    if (!source) throw new Error(`where does ${column} come from? ${text}`);
    return { ...source, column };
  };
  const keys = where.split(' AND ').map((condition) => condition.split(' = ')[1]?.slice(2) ?? '');
  const sources = set.split(', ').map((item) => sourceOf(...(item.split(' = ') as [string, string])));
  return {
    does: 'write',
    inserts,
    update: { table, keys, sources: [...keys.map((key) => sourceOf(key, `n.${key}`)), ...sources] },
  };
}

function sourcesOf(list: string, each: boolean): Omit<Source, 'column'>[] {
  return [...list.matchAll(/\$(\d+)::(\w+)/g)].map(([, number, type = '']) => ({ parameter: Number(number) - 1, type, each }));
}

/** The rows that a statement writes, out of its parameters. */
export function rowsOf(sources: readonly Source[], values: readonly unknown[]): Row[] {
  const columns = sources.map(({ parameter, type, each }) => (each ? arrayOf(values[parameter], type) : parsed(values[parameter], type)));
  const lengths = columns.filter(Array.isArray).map((column) => column.length);
  return Array.from({ length: lengths.length === 0 ? 1 : Math.max(...lengths) }, (_, at) => {
    const row: Record<string, Value> = {};
    for (const [index, { column }] of sources.entries()) {
      const from = columns[index];
      row[column] = (Array.isArray(from) ? from[at] : from) ?? null;
    }
    return row;
  });
}

/** An array, as a literal of PostgreSQL or as the driver takes it. */
export function arrayOf(literal: unknown, type: string): Value[] {
  if (Array.isArray(literal)) return literal.map((one) => parsed(one, type));
  const inside = String(literal).slice(1, -1);
  if (inside === '') return [];
  const parts = inside.startsWith('"') ? (JSON.parse(`[${inside}]`) as string[]) : inside.split(',');
  return parts.map((part) => parsed(part, type));
}

function parsed(value: unknown, type: string): Value {
  if (value === null || value === undefined || value === 'NULL') return null;
  if (type === 'bigint') return BigInt(value as string);
  if (type === 'smallint') return Number(value);
  if (type === 'timestamptz') return Date.parse(value as string);
  return String(value);
}
