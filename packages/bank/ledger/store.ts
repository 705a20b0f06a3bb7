import type { PoolClient } from 'pg';
import { decide } from './decide.ts';
import { accountsOf, type Outcome, type Posting } from './model.ts';
import { readBooks } from './reading.ts';
import type { Patience } from './statements.ts';
import { writeBooks } from './writing.ts';

/**
 * Decides and writes postings inside the caller's transaction: for slices whose own rows must stand or fall with the
 * money. The caller commits; a posting that was refused has written nothing.
 */
export async function postWithin(client: PoolClient, postings: readonly Posting[], rules = decide): Promise<readonly Outcome[]> {
  return (await writeBooks(client, postings, await readBooks(client, postings, 'wait'), rules)).outcomes;
}

/**
 * The same as a transaction of its own, in two round trips: the statements of each are sent without waiting. With `skip`,
 * a posting over an account that another transaction holds (or that is not there) is passed over, and its outcome undefined;
 * so is one on a grant that another transaction holds.
 */
export async function postAlone(
  client: PoolClient,
  postings: readonly Posting[],
  patience: Patience,
  lockTimeout_ms?: number,
  rules = decide,
): Promise<readonly (Outcome | undefined)[]> {
  const begun = [client.query('BEGIN')];
  if (lockTimeout_ms !== undefined) begun.push(client.query(`SET LOCAL lock_timeout = ${lockTimeout_ms}`));
  const [books] = await Promise.all([readBooks(client, postings, patience), ...begun]);
  const isFree = ({ journal }: Posting) =>
    accountsOf(journal).every((id) => books.accounts.has(id)) && !journal.spends?.chain.some(({ jti }) => books.heldGrants.has(jti));
  const free = patience === 'wait' ? postings : postings.filter(isFree);
  const write = writeBooks(client, free, books, rules);
  const committed = client.query('COMMIT');
  const [{ outcomes }, commit] = await Promise.all([write, committed]);
  // A transaction that failed answers COMMIT with ROLLBACK, without an error.
  if (commit.command !== 'COMMIT') throw new Error(`COMMIT was answered with ${commit.command}`);
  if (free.length === postings.length) return outcomes;
  const decided = new Map(free.map((posting, index) => [posting, outcomes[index]]));
  return postings.map((posting) => decided.get(posting));
}
