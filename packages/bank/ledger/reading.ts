import { revokedAmong, subjectsOf } from '@scrip/capability';
import type { Row } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { type AccountState, accountsOf, type Books, legKey, loginsOf, type Posting } from './model.ts';
import { type ACCOUNT, GRANTS, GRANTS_THERE, HOLDS, KNOWN, LOCK, type Patience, REFUNDED } from './statements.ts';

export interface LockedBooks extends Books {
  /** Those that another transaction holds, where it was not waited for. */
  readonly heldGrants: ReadonlySet<Uuid>;
}

/** Sends everything before its first await. All answers are awaited together: an error that nobody waits for ends the process. */
export async function readBooks(client: PoolClient, postings: readonly Posting[], patience: Patience): Promise<LockedBooks> {
  const journals = postings.map((posting) => posting.journal);
  const accounts = [...new Set(journals.flatMap(accountsOf))];
  const holds = journals.flatMap(({ settles }) => (settles ? [settles.hold] : []));
  const originals = [...new Set(journals.flatMap(({ refunds }) => refunds?.map(({ original }) => original) ?? []))];
  const jtis = [...new Set(journals.flatMap(({ spends }) => spends?.chain.map(({ jti }) => jti) ?? []))];
  const logins = loginsOf(journals);
  const [locked, known, heldRows, refundRows, grantRows, thereRows] = await Promise.all([
    LOCK[patience].all(client, accounts),
    KNOWN.all(
      client,
      journals.map(({ id }) => id),
      subjectsOf(logins),
    ),
    holds.length === 0
      ? []
      : HOLDS.all(
          client,
          holds.map((key) => key.journalId),
          holds.map((key) => key.leg),
        ),
    originals.length === 0 ? [] : REFUNDED.all(client, originals),
    jtis.length === 0 ? [] : GRANTS[patience].all(client, jtis),
    patience === 'wait' || jtis.length === 0 ? [] : GRANTS_THERE.all(client, jtis),
  ]);
  const [told] = known;
  if (!told) throw new Error('the database told no time');
  const grants: Books['grants'] = new Map(grantRows.map((grant) => [grant.jti, grant]));
  return {
    now: told.now.getTime(),
    accounts: new Map(locked.map((row) => [row.id, stateOf(row)])),
    known: new Map(known.flatMap(({ id, request_hash: hash }) => (id === null || hash === null ? [] : [[id, hash]]))),
    holds: new Map(
      heldRows.map(({ journal_id: journalId, leg, amount, state, expires_at: expiresAt }) => [
        legKey(journalId, leg),
        { journalId, leg, amount, state, expiresAt: expiresAt?.getTime() ?? null },
      ]),
    ),
    refunded: new Map(refundRows.map(({ original_id, leg, amount }) => [legKey(original_id, leg), amount])),
    grants,
    revokedLogins: revokedAmong(logins, told),
    heldGrants: new Set(thereRows.map(({ jti }) => jti).filter((jti) => !grants.has(jti))),
  };
}

function stateOf(row: Row<typeof ACCOUNT>): AccountState {
  return {
    id: row.id,
    currency: row.currency,
    floor: row.floor,
    ceiling: row.ceiling,
    state: row.state,
    postedDebits: row.posted_debits,
    postedCredits: row.posted_credits,
    heldDebits: row.held_debits,
    heldCredits: row.held_credits,
    lastSeq: row.last_seq,
    lastAt: row.last_at.getTime(),
  };
}
