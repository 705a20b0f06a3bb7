import { nullable, numeric, type Query, statement, text } from '@scrip/database';

/** One thing that is wrong with the books: what, in words, and by how many minor units. */
type Finding = { problem: string | null; difference: string };

/** A check of the books, which finds what is wrong with them. */
export type Check = Query<[], Finding>;

/** A check of the books. `sql` finds rows of `problem` and `difference`, which may be any number. */
export function finding(sql: string): Check {
  return statement({
    text: `SELECT problem, coalesce(difference, 0)::numeric AS difference FROM (${sql}) AS found`,
    row: { problem: nullable(text), difference: numeric },
  });
}
