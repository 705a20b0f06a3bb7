import type { QueryConfig } from 'pg';
import { Command, type Queryable } from './statement/statement.ts';
import { array, type In, type SqlType } from './statement/types.ts';

type Types = readonly SqlType<never, unknown>[];

interface RiderDeclaration<C extends Types> {
  readonly name: string;
  /** Takes one array per column, as `unnest` reads them. */
  readonly text: string;
  readonly columns: C;
}

/**
 * A statement for rows that one slice writes in another slice's transaction, for example a notification with its payment.
 * Rows of many calls travel together.
 */
export class RiderStatement<Row extends readonly unknown[] = never> {
  readonly #command: Command<unknown[]>;

  constructor({ name, text, columns }: RiderDeclaration<Types>) {
    this.#command = new Command({ name, text, params: columns.map((type) => array(type)) });
  }

  /** One row, for whoever writes the transaction. */
  row(...values: Row): Rider {
    return { statement: this, values };
  }

  /** The statement that writes these rows; there must be one at least. */
  bind(rows: readonly Rider[]): QueryConfig {
    const width = rows[0]?.values.length ?? 0;
    return this.#command.bind(...Array.from({ length: width }, (_, column) => rows.map(({ values }) => values[column])));
  }
}

/** A row of a RiderStatement. */
export interface Rider {
  readonly statement: Pick<RiderStatement, 'bind'>;
  /** One value per column. */
  readonly values: readonly unknown[];
}

/** Declares a rider's statement, at the top of a module like any other. */
export function riderStatement<const C extends Types>(
  declaration: RiderDeclaration<C>,
): RiderStatement<{ -readonly [K in keyof C]: In<C[K]> }> {
  return new RiderStatement(declaration);
}

/** The statements that write these riders, those that share one together. */
export function bindRiders(riders: readonly Rider[]): QueryConfig[] {
  const together = new Map<Rider['statement'], Rider[]>();
  for (const rider of riders) {
    const rows = together.get(rider.statement);
    if (rows) rows.push(rider);
    else together.set(rider.statement, [rider]);
  }
  return [...together].map(([statement, rows]) => statement.bind(rows));
}

/** Writes riders in the caller's transaction. */
export async function writeRiders(client: Queryable, riders: readonly Rider[]): Promise<void> {
  for (const query of bindRiders(riders)) await client.query(query);
}
