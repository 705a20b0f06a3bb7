import type { Database } from '@scrip/database';

/**
 * What is in every table, as one line a table: how many rows, and a hash over all of them in no order. But the operators' log,
 * which refused calls are written to.
 */
export async function tablesOf({ pool }: Pick<Database, 'pool'>): Promise<ReadonlyMap<string, string>> {
  const tables = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'operator_call', 'operator_outcome', 'operator_unsealed') ORDER BY 1`,
  );
  const each = tables.rows.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS rows FROM "${name}" t`,
  );
  const { rows } = await pool.query<{ name: string; rows: string }>(each.join(' UNION ALL '));
  return new Map(rows.map(({ name, rows: held }) => [name, held]));
}
