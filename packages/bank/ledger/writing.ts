import { bindRiders, type Rider } from '@scrip/database';
import { newId } from '@scrip/kernel';
import type { PoolClient, QueryConfig } from 'pg';
import type { decide } from './decide.ts';
import type { Books, Decision, Outcome, Posting } from './model.ts';
import { ADD_HOLDS, ADD_REFUNDS, SETTLE_HOLDS, SPEND, WRITE } from './statements.ts';

/** Sends every statement before its first await, so that a COMMIT sent right after the call comes behind them. */
export async function writeBooks(client: PoolClient, postings: readonly Posting[], books: Books, rules: typeof decide): Promise<Decision> {
  const decision = rules(
    books,
    postings.map((posting) => posting.journal),
  );
  if (decision.journals.length === 0) return decision;
  const { holds, settled, refunds, grants } = decision;
  const at = new Date(decision.at);
  // All of them are put together before the first one is sent: one that nobody waits for any more would end the process.
  const statements: QueryConfig[] = [
    bindWrite(decision, at),
    ...(holds.length > 0 ? [bindHolds(decision, at)] : []),
    ...(settled.length > 0 ? [bindSettled(decision)] : []),
    ...(refunds.length > 0 ? [bindRefunds(decision)] : []),
    ...(grants.length > 0 ? [bindSpent(decision)] : []),
    ...bindRiders(ridersOf(postings, decision.outcomes)),
  ];
  // The first error is the reason; those of the statements behind it only say that there was one.
  await Promise.all(statements.map((statement) => client.query(statement))).catch(asConflict);
  return decision;
}

/**
 * Two requests under one id over different accounts do not meet at a lock; the slower one meets the primary key. That is
 * a write conflict like any other: tried again, it finds the first one in the books.
 */
function asConflict(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505' || constraint !== 'journal_pkey') throw error;
  throw Object.assign(new Error('another request under the same id came first', { cause: error }), { code: '40001' });
}

function bindWrite({ journals, entries, accounts }: Decision, at: Date): QueryConfig {
  return WRITE.bind(
    journals.map((journal) => journal.id),
    journals.map((journal) => journal.principal),
    journals.map((journal) => journal.requestHash),
    journals.map((journal) => journal.kind),
    journals.map((journal) => journal.comment),
    at,
    newId(),
    entries.map((entry) => entry.accountId),
    entries.map((entry) => entry.seq),
    entries.map((entry) => entry.journalId),
    entries.map((entry) => entry.leg),
    entries.map((entry) => entry.counterId),
    entries.map((entry) => entry.amount),
    entries.map((entry) => entry.balance),
    accounts.map((account) => account.id),
    accounts.map((account) => account.postedDebits),
    accounts.map((account) => account.postedCredits),
    accounts.map((account) => account.heldDebits),
    accounts.map((account) => account.heldCredits),
    accounts.map((account) => account.lastSeq),
  );
}

function bindHolds({ holds }: Decision, at: Date): QueryConfig {
  return ADD_HOLDS.bind(
    holds.map((hold) => hold.journalId),
    holds.map((hold) => hold.leg),
    holds.map((hold) => hold.debitId),
    holds.map((hold) => hold.creditId),
    holds.map((hold) => hold.amount),
    holds.map(({ expiresAt }) => (expiresAt === null ? null : new Date(expiresAt))),
    at,
  );
}

function bindSettled({ settled }: Decision): QueryConfig {
  return SETTLE_HOLDS.bind(
    settled.map((hold) => hold.journalId),
    settled.map((hold) => hold.leg),
    settled.map((hold) => hold.state),
    settled.map((hold) => hold.posted),
  );
}

function bindRefunds({ refunds }: Decision): QueryConfig {
  return ADD_REFUNDS.bind(
    refunds.map((refund) => refund.originalId),
    refunds.map((refund) => refund.leg),
    refunds.map((refund) => refund.journalId),
    refunds.map((refund) => refund.amount),
  );
}

function bindSpent({ grants }: Decision): QueryConfig {
  return SPEND.bind(
    grants.map((grant) => grant.jti),
    grants.map((grant) => grant.spent),
  );
}

/** Those of the postings that were accepted now. */
function ridersOf(postings: readonly Posting[], outcomes: readonly Outcome[]): Rider[] {
  return postings.flatMap(({ riders = [] }, index) => {
    const outcome = outcomes[index];
    return outcome?.accepted && !outcome.replay ? riders : [];
  });
}
