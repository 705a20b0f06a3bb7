import type { Random } from '../../faults/random.ts';
import { Locks } from './locks.ts';
import { Session, type Shared, type Trouble } from './session.ts';
import { type Row, type Statement, statementOf } from './sql.ts';
import { copyOf, type Rows, TABLE_NAMES, type TableName, type Tables } from './tables.ts';
import type { Timeline } from './timeline.ts';

/** A database that is not what it should be, to see whether anybody notices. */
export interface Defects {
  /** Constraints that it does not keep. */
  readonly drops?: readonly string[];
  /** Puts another statement in the place of the one that was sent. */
  readonly rewrite?: (text: string) => string;
  /** What was committed so recently is lost with a crash. */
  readonly forgets_ms?: number;
}

/** One transaction that wrote something, as it was committed. */
export interface Commit {
  readonly by: string;
  /** By the database's clock. */
  readonly clock: number;
  /** The clock when it had its locks on accounts; undefined where it took none, or the clock was put back since. */
  readonly locked: number | undefined;
  readonly rows: ReadonlyMap<TableName, Rows>;
}

const EPOCH = Date.UTC(2026, 0, 1);

/**
 * PostgreSQL as far as the ledger uses it: sessions that carry out statements one after the other, read committed, row
 * locks, constraints, COMMIT. What is committed outlives a crash and nothing else does.
 */
export class Postgres implements Shared {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly locks: Locks;
  readonly tables: Tables;
  readonly commits: Commit[] = [];
  readonly dropped: ReadonlySet<string>;
  readonly trouble: Trouble;
  /** How often the clock was put back. */
  turns = 0;
  isUp = true;
  /** Statements are not carried out before. */
  pausedUntil_ms = 0;
  readonly #defects: Defects;
  readonly #sessions = new Set<Session>();
  readonly #undo: { at_ms: number; table: TableName; key: string; row: Row | undefined }[] = [];
  #skew_ms = 0;
  #opened = 0;

  constructor(timeline: Timeline, random: Random, genesis: Tables, trouble: Trouble, defects: Defects) {
    this.timeline = timeline;
    this.random = random;
    this.locks = new Locks(timeline, random);
    this.tables = copyOf(genesis);
    this.trouble = trouble;
    this.#defects = defects;
    this.dropped = new Set(defects.drops);
  }

  /** In milliseconds since the epoch. */
  clock(): number {
    return EPOCH + Math.floor(this.timeline.now_ms) + this.#skew_ms;
  }

  turnClock(by_ms: number): void {
    this.#skew_ms += by_ms;
    if (by_ms < 0) this.turns += 1;
    this.timeline.note(`the clock goes ${by_ms} ms`);
  }

  open(): Session {
    this.#opened += 1;
    const session = new Session(this, `c${this.#opened}`);
    this.#sessions.add(session);
    return session;
  }

  close(session: Session): void {
    this.#sessions.delete(session);
    this.locks.release(session);
  }

  /** Whether nothing is under way that could still be committed. */
  isQuiet(): boolean {
    return [...this.#sessions].every((session) => session.isIdle);
  }

  read(text: string): Statement {
    return statementOf(this.#defects.rewrite?.(text) ?? text);
  }

  commit(session: Session, locked: number | undefined, rows: ReadonlyMap<TableName, Rows>): void {
    for (const table of TABLE_NAMES) {
      for (const [key, row] of rows.get(table) ?? []) {
        this.#undo.push({ at_ms: this.timeline.now_ms, table, key, row: this.tables[table].get(key) });
        this.tables[table].set(key, row);
      }
    }
    this.commits.push({ by: session.name, clock: this.clock(), locked, rows });
  }

  /** Everything that was under way is gone. */
  crash(): void {
    this.timeline.note('the database crashes');
    this.isUp = false;
    for (const session of [...this.#sessions]) session.end();
    const since_ms = this.timeline.now_ms - (this.#defects.forgets_ms ?? 0);
    for (const { at_ms, table, key, row } of this.#undo.splice(0).reverse()) {
      if (this.#defects.forgets_ms === undefined || at_ms < since_ms) continue;
      if (row) this.tables[table].set(key, row);
      else this.tables[table].delete(key);
    }
  }

  start(): void {
    this.timeline.note('the database is back');
    this.isUp = true;
  }
}
