import { expect, it } from 'vitest';
import { undeclaredProblems, undeclaredSql } from './undeclared-sql.mjs';

it('finds the calls that send SQL by hand, and where', () => {
  const files = new Map([
    ['packages/bank/store.ts', "await pool.query('SELECT 1');\nawait client.query<{ n: bigint }>({ ...COUNT, values: [] });"],
    ['packages/bank/read.ts', 'await FIND.first(pool, id);\nawait prisma.$queryRaw`SELECT 1`;'],
    ['packages/bank/store.test.ts', "await pool.query('SELECT 1');"],
    ['packages/database/migrate.ts', "await client.query('BEGIN');"],
    ['apps/server/main.ts', "await pool.query('SELECT 1');"],
  ]);
  expect([...undeclaredSql(files)]).toEqual([
    ['bank', ['packages/bank/store.ts:1', 'packages/bank/store.ts:2', 'packages/bank/read.ts:2']],
  ]);
});

it('lets the numbers fall only', () => {
  const places = new Map([['bank', ['packages/bank/store.ts:1', 'packages/bank/store.ts:2']]]);
  expect(undeclaredProblems(places, { bank: 2 })).toEqual([]);
  expect(undeclaredProblems(places, { bank: 1 })).toEqual([
    'packages/bank sends SQL by hand 2 times, 1 are allowed: declare it by statement()',
  ]);
  expect(undeclaredProblems(places, {})).toHaveLength(1);
  expect(undeclaredProblems(places, { bank: 2, vend: 1 })).toEqual([
    'packages/vend sends SQL by hand 0 times: run node scripts/undeclared-sql.mjs --lower',
  ]);
});
