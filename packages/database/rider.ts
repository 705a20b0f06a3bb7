import type { PoolClient } from 'pg';

/**
 * A row that one slice writes in another slice's transaction, for example a notification with its payment. Riders of
 * many calls that share a statement travel together: `sql` takes one array per column, as `unnest` reads them.
 */
export interface Rider {
  readonly sql: string;
  /** One value per column, in the order of the statement's arrays. */
  readonly row: readonly unknown[];
}

/** Writes riders in the caller's transaction, those that share a statement by one. */
export async function writeRiders(client: Pick<PoolClient, 'query'>, riders: readonly Rider[]): Promise<void> {
  for (const sql of new Set(riders.map((rider) => rider.sql))) {
    const rows = riders.filter((rider) => rider.sql === sql).map(({ row }) => row);
    await client.query(
      sql,
      rows[0]?.map((_value, column) => rows.map((row) => row[column])),
    );
  }
}
