import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { In, Out, SqlType } from './types.ts';

/** A pool, or a client inside a transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}

export type Types = readonly SqlType<never, unknown>[];
export type Columns = Readonly<Record<string, SqlType<never, unknown>>>;
/** What declared parameters take. */
export type Params<P extends Types> = { -readonly [K in keyof P]: In<P[K]> };
/** What a declared row gives. */
export type Row<R extends Columns> = { [K in keyof R]: Out<R[K]> };

export interface Declaration<P extends Types = Types> {
  /** Of the prepared statement, unique among all; without one the server plans it anew for each call's values. */
  readonly name?: string;
  readonly text: string;
  /** The types of $1, $2 and so on. */
  readonly params?: P;
}

/** PostgreSQL's limit for names. */
const MAX_NAME = 63;

const declared: Command<never>[] = [];
const names = new Set<string>();

/** All statements of the modules that are loaded, for `npm run check`. */
export function declaredStatements(): readonly Command<never>[] {
  return declared;
}

/** A statement that gives no rows. */
export class Command<P extends unknown[]> {
  readonly name: string | undefined;
  readonly text: string;
  readonly params: Types;
  /** Undefined where no rows come back. */
  readonly row: Columns | undefined;
  /** The parameters that the driver does not take as they are. */
  readonly #written: readonly (readonly [number, (value: never) => unknown])[];

  constructor({ name, text, params = [] }: Declaration, row?: Columns) {
    if (name !== undefined) {
      if (name.length > MAX_NAME || names.has(name)) throw new Error(`the name of the statement ${name} is taken or too long`);
      names.add(name);
    }
    this.name = name;
    this.text = text;
    this.params = params;
    this.row = row;
    this.#written = params.flatMap(({ write }, index) => (write ? [[index, write] as const] : []));
    declared.push(this);
  }

  /** As the driver takes it: for whoever puts several together before the first is sent. */
  bind(...params: P): QueryConfig {
    const values: unknown[] = params;
    for (const [index, write] of this.#written) values[index] = write(values[index] as never);
    return this.name === undefined ? { text: this.text, values } : { name: this.name, text: this.text, values };
  }

  /** How many rows it touched or found. It is sent before this returns, and so before whatever is sent next. */
  async run(on: Queryable, ...params: P): Promise<number> {
    return (await on.query(this.bind(...params))).rowCount ?? 0;
  }
}

/** A statement that gives rows. It is sent before a call returns, and so before whatever is sent next. */
export class Query<P extends unknown[], R extends QueryResultRow> extends Command<P> {
  async all(on: Queryable, ...params: P): Promise<R[]> {
    return (await on.query<R>(this.bind(...params))).rows;
  }

  async first(on: Queryable, ...params: P): Promise<R | undefined> {
    return (await on.query<R>(this.bind(...params))).rows[0];
  }
}

/**
 * Declares SQL of ours with the types of its parameters and columns; TypeScript derives the rest from them. Declare it at
 * the top of a module: `npm run check` prepares every statement against the migrated schema and compares. A statement that
 * comes in variants (an order, a lock that waits or not) is declared once for each.
 *
 *     const FIND = statement({
 *       name: 'groups-find',
 *       text: 'SELECT gkey, dissolved_at FROM avatar_group WHERE gkey = $1',
 *       params: [uuid],
 *       row: { gkey: uuid, dissolved_at: nullable(timestamptz) },
 *     });
 *     const group = await FIND.first(pool, gkey);
 *
 * See docs/decisions/storage.md for when to write SQL, and when Prisma Client does.
 */
export function statement<const P extends Types = readonly [], const R extends Columns = never>(
  declaration: Declaration<P> & { readonly row: R },
): Query<Params<P>, Row<R>>;
export function statement<const P extends Types = readonly []>(declaration: Declaration<P>): Command<Params<P>>;
export function statement({ row, ...declaration }: Declaration & { readonly row?: Columns }): Command<never> {
  return row ? new Query(declaration, row) : new Command(declaration);
}
