import type { Uuid } from '@scrip/kernel';
import { GENESIS } from './cast.ts';
import type { Commit } from './postgres.ts';
import type { Record, Violation } from './record.ts';
import type { Row } from './sql.ts';
import type { TableName } from './tables.ts';

const big = (row: Row, column: string) => row[column] as bigint;

/** What must be true after every single commit, in the order in which they were made. */
export function checkCommits({ requests }: Record, commits: readonly Commit[]): Violation[] {
  const found: Violation[] = [];
  const report = (check: string, detail: string) => found.push({ check, detail });
  const journals = new Map(requests.map(({ journal }) => [`${journal.id}/${journal.requestHash}`, journal]));
  const states = new Map([...GENESIS.account.values()].map(({ id, state }) => [id as Uuid, state]));
  const revoked = new Set<Uuid>();
  const holds = new Map<string, Row>();

  for (const [number, commit] of commits.entries()) {
    const rows = (table: TableName) => [...(commit.rows.get(table) ?? [])];
    const where = `commit ${number} by ${commit.by}`;
    for (const [, entry] of rows('entry')) {
      const state = states.get(entry.account_id as Uuid);
      if (state === 'closed' || (state === 'frozen' && big(entry, 'amount') < 0n))
        report('moved_on_stopped', `${where}: ${entry.account_id} is ${state}`);
    }
    for (const [, { id, request_hash, created_at }] of rows('journal')) {
      const chain = journals.get(`${id}/${request_hash}`)?.spends?.chain ?? [];
      for (const { jti } of chain)
        if (revoked.has(jti)) report('revoked_spent', `${where}: ${id} spends on ${jti}, which was revoked before`);
      if (commit.locked !== undefined && (created_at as number) < commit.locked) {
        report(
          'dated_before_lock',
          `${where}: ${id} is dated ${commit.locked - (created_at as number)} ms before its accounts were locked`,
        );
      }
    }
    for (const [key, hold] of rows('hold')) {
      const before = holds.get(key) ?? hold;
      holds.set(key, hold);
      const end = before.expires_at as number | null;
      if (before.state !== 'open') report('hold_ended_twice', `${where}: ${key} was ${before.state} and is ${hold.state}`);
      if (hold.state === 'posted' && end !== null && commit.locked !== undefined && end <= commit.locked) {
        report('expired_posted', `${where}: ${key} was posted ${commit.locked - end} ms after its end`);
      }
    }
    for (const [id, account] of rows('account')) {
      states.set(id, account.state ?? null);
      const balance = big(account, 'posted_credits') - big(account, 'posted_debits');
      if (account.floor !== null && balance - big(account, 'held_debits') < big(account, 'floor')) report('overdraft', `${where}: ${id}`);
      if (account.ceiling !== null && balance + big(account, 'held_credits') > big(account, 'ceiling'))
        report('over_ceiling', `${where}: ${id}`);
    }
    for (const [jti, grant] of rows('capability_grant')) if (grant.revoked_at !== null) revoked.add(jti);
  }
  return found;
}
