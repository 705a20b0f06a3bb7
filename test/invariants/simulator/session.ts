import { SqlError } from './failure.ts';
import type { Locks, Owner } from './locks.ts';
import { lookUp } from './lookups.ts';
import { type Insert, type Row, rowsOf, type Statement, type Update } from './sql.ts';
import { brokenCheck, keyOf, type Rows, TABLES, type TableName, type Tables } from './tables.ts';
import type { Timeline } from './timeline.ts';

export interface Answer {
  readonly rows: readonly object[];
  readonly rowCount: number;
  readonly command: string;
}

type Reply = (error: Error | undefined, answer: Answer) => void;

interface Job {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly reply: Reply;
}

const EMPTY: Answer = { rows: [], rowCount: 0, command: '' };
/** As the pool asks for it. */
const LOCK_TIMEOUT_MS = 3_000;

/** The database as its sessions see it. */
export interface Shared {
  readonly timeline: Timeline;
  readonly locks: Locks;
  /** What is committed. */
  readonly tables: Tables;
  /** Constraints that it does not keep. */
  readonly dropped: ReadonlySet<string>;
  /** How often the clock was put back. */
  readonly turns: number;
  /** Statements are not carried out before. */
  readonly pausedUntil_ms: number;
  readonly trouble: Trouble;
  /** In milliseconds since the epoch. */
  clock(): number;
  read(text: string): Statement;
  commit(by: Session, locked: number | undefined, rows: ReadonlyMap<TableName, Rows>): void;
  close(session: Session): void;
}

/** What a statement can meet instead of being carried out; undefined where nothing is in its way. */
export type Trouble = (statement: Statement) => { readonly delay_ms: number; readonly error?: Error };

/** One connection's side in the database. */
export class Session implements Owner {
  readonly name: string;
  readonly database: Shared;
  lockTimeout_ms = LOCK_TIMEOUT_MS;
  /** What the transaction has written and nobody else sees. */
  readonly written = new Map<TableName, Rows>();
  /** By the database's clock. */
  begun = 0;
  readonly #queue: Job[] = [];
  readonly #onEnd: (() => void)[] = [];
  #locked: { clock: number; turns: number } | undefined;
  #busy = false;
  #inTransaction = false;
  #failed = false;
  #ended = false;
  #ending = false;

  constructor(database: Shared, name: string) {
    this.database = database;
    this.name = name;
  }

  get isIdle(): boolean {
    return !this.#busy && !this.#inTransaction;
  }

  submit(job: Job): void {
    if (this.#ended || this.#ending) return;
    this.#queue.push(job);
    this.#next();
  }

  /** Rolls back what was not committed. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.database.close(this);
    for (const tell of this.#onEnd) tell();
  }

  /** Carries out what has arrived, as if nobody had gone, and ends then. */
  endAfterwards(): void {
    this.#ending = true;
    if (!this.#busy && this.#queue.length === 0) this.end();
  }

  onEnd(tell: () => void): void {
    this.#onEnd.push(tell);
  }

  #next(): void {
    if (this.#busy || this.#ended) return;
    const job = this.#queue.shift();
    if (!job) {
      if (this.#ending) this.end();
      return;
    }
    this.#busy = true;
    const statement = this.database.read(job.text);
    const { delay_ms, error } = this.database.trouble(statement);
    const { timeline } = this.database;
    const begin = () => {
      const pause_ms = this.database.pausedUntil_ms - timeline.now_ms;
      if (this.#ended) return;
      if (pause_ms > 0) timeline.after(pause_ms, begin);
      else this.#carryOut(statement, job, error);
    };
    timeline.after(delay_ms, begin);
  }

  #carryOut(statement: Statement, { text, values, reply }: Job, error: Error | undefined) {
    const finish = (failure: Error | undefined, answer = EMPTY) => {
      if (this.#ended) return;
      const code = (failure as { code?: string } | undefined)?.code ?? 'fails';
      this.database.timeline.note(`${this.name} ${nameOf(statement)} ${failure ? code : `${answer.command || answer.rows.length}`}`);
      if (failure) this.database.timeline.meet(code);
      if (failure && this.#inTransaction) this.#failed = true;
      this.#busy = false;
      reply(failure, answer);
      this.#next();
    };
    try {
      if (this.#failed && statement.does !== 'COMMIT' && statement.does !== 'ROLLBACK') {
        return finish(new SqlError('25P02', 'current transaction is aborted'));
      }
      if (error && !this.#failed) {
        if (statement.does === 'COMMIT') this.#clear();
        return finish(error);
      }
      this.#dispatch(statement, values, finish);
    } catch (thrown) {
      throw Object.assign(new Error(`the simulator can not carry out: ${text}`, { cause: thrown }));
    }
  }

  #dispatch(statement: Statement, values: readonly unknown[], finish: (failure: Error | undefined, answer?: Answer) => void) {
    switch (statement.does) {
      case 'BEGIN':
        this.#inTransaction = true;
        this.begun = this.database.clock();
        return finish(undefined, { ...EMPTY, command: 'BEGIN' });
      case 'COMMIT':
      case 'ROLLBACK': {
        const command = this.#failed ? 'ROLLBACK' : statement.does;
        if (command === 'COMMIT') this.#commit();
        this.#clear();
        return finish(undefined, { ...EMPTY, command });
      }
      case 'set lock timeout':
        this.lockTimeout_ms = statement.timeout_ms;
        return finish(undefined);
      case 'write':
        return this.#write(statement.inserts, statement.update, values, finish);
      default:
        return lookUp(this, statement, values, (failure, rows) => {
          if (statement.does === 'select' && statement.table === 'account') {
            this.#locked = { clock: this.database.clock(), turns: this.database.turns };
          }
          finish(failure, { rows, rowCount: rows.length, command: 'SELECT' });
        });
    }
  }

  /** The newest version that this transaction can see. */
  row(table: TableName, key: string): Row | undefined {
    return this.written.get(table)?.get(key) ?? this.database.tables[table].get(key);
  }

  /** All of them, in this order; calls one of the two, now or later. */
  lockAll(keys: readonly string[], locked: () => void, failed: (error: SqlError) => void): void {
    const [key, ...others] = keys;
    if (this.#ended) return;
    if (key === undefined) locked();
    else this.database.locks.wait(this, key, () => this.lockAll(others, locked, failed), failed);
  }

  #write(inserts: readonly Insert[], update: Update | undefined, values: readonly unknown[], finish: (failure: Error | undefined) => void) {
    const added = inserts.map(({ into, sources }) => {
      const table = into as TableName;
      return { table, rows: rowsOf(sources, values).map((row): Row => ({ ...TABLES[table].defaults, ...row })) };
    });
    const changes = update ? rowsOf(update.sources, values) : [];
    const changed = update?.table as TableName;
    const keyOfChange = (row: Row) => (update as Update).keys.map((key) => row[key]).join('/');
    // Another transaction that is about to take the same key is waited for, as for a row that it changes.
    const slots = added
      .filter(({ table }) => table === 'journal')
      .flatMap(({ table, rows }) => rows.map((row) => `${table} ${keyOf(table, row)}`));
    this.lockAll(
      [...slots, ...changes.map((row) => `${changed} ${keyOfChange(row)}`)],
      () => {
        for (const { table, rows } of added) {
          for (const row of rows) {
            const failure = this.#add(table, row);
            if (failure) return finish(failure);
          }
        }
        for (const change of changes) {
          const row = this.row(changed, keyOfChange(change));
          const failure = row && this.#put(changed, keyOfChange(change), { ...row, ...change });
          if (failure) return finish(failure);
        }
        if (!this.#inTransaction) {
          this.#commit();
          this.#clear();
        }
        finish(undefined);
      },
      finish,
    );
  }

  #add(table: TableName, row: Row): SqlError | undefined {
    let key = keyOf(table, row);
    const constraint = `${table}_pkey`;
    if (this.row(table, key) && !this.database.dropped.has(constraint)) {
      return new SqlError('23505', `duplicate key value violates unique constraint "${constraint}"`, constraint);
    }
    // Beside the other one, as a table without that constraint would have it.
    if (this.database.dropped.has(constraint)) while (this.row(table, key)) key += '+';
    return this.#put(table, key, row);
  }

  #put(table: TableName, key: string, row: Row): SqlError | undefined {
    const broken = brokenCheck(table, row, this.database.dropped);
    if (broken) return new SqlError('23514', `new row for relation "${table}" violates check constraint "${broken}"`, broken);
    const rows = this.written.get(table) ?? new Map<string, Row>();
    this.written.set(table, rows.set(key, row));
    return undefined;
  }

  #commit(): void {
    if (this.written.size === 0) return;
    const locked = this.#locked?.turns === this.database.turns ? this.#locked.clock : undefined;
    this.database.commit(this, locked, new Map(this.written));
  }

  #clear(): void {
    this.written.clear();
    this.#locked = undefined;
    this.#inTransaction = false;
    this.#failed = false;
    this.lockTimeout_ms = LOCK_TIMEOUT_MS;
    this.database.locks.release(this);
  }
}

function nameOf(statement: Statement): string {
  if (statement.does === 'select') return `${statement.locks ? (statement.skips ? 'locks free' : 'locks') : 'reads'} ${statement.table}`;
  if (statement.does !== 'write') return statement.does;
  return `writes ${[...statement.inserts.map(({ into }) => into), ...(statement.update ? [statement.update.table] : [])].join(' ')}`;
}
