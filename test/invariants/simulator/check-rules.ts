import { GRANTS, MINT_JOURNALS } from './cast.ts';
import { legKey } from './ledger.ts';
import type { Record, Violation } from './record.ts';
import { arrayOf } from './sql.ts';
import type { Tables } from './tables.ts';

/** What must be true of grants and holds at the end, beside what is checked of any books. */
export function checkRules({ requests }: Record, tables: Tables): Violation[] {
  const found: Violation[] = [];
  const report = (check: string, detail: string) => found.push({ check, detail });
  const booked = requests.filter(({ journal }) => tables.journal.get(journal.id)?.request_hash === journal.requestHash);
  // Some ends of holds are asked for by several requests, and booked once.
  const journals = [...new Map(booked.map(({ journal }) => [journal.id, journal])).values()];

  for (const { jti, total } of GRANTS) {
    const spent = tables.capability_grant.get(jti)?.spent as bigint;
    const used = journals.reduce((sum, { spends }) => sum + (spends?.chain.some((link) => link.jti === jti) ? spends.amount : 0n), 0n);
    const counted = total === null ? 0n : used;
    if (spent !== counted) report('grant_miscounted', `${jti}: ${spent} is counted, ${counted} was spent`);
    if (total !== null && used > total) report('grant_exceeded', `${jti}: ${used} was spent of ${total}`);
  }

  const ends = new Map(
    journals.flatMap(({ settles, comment }) => (settles ? [[legKey(settles.hold.journalId, settles.hold.leg), comment]] : [])),
  );
  for (const [key, { state, posted, amount }] of tables.hold) {
    if ((state === 'open') === ends.has(key)) report('hold_state', `${key} is ${state}, and ended by ${ends.get(key) ?? 'nothing'}`);
    if ((posted as bigint) > (amount as bigint)) report('hold_overposted', `${key}: ${posted} of ${amount}`);
  }
  const sealed = [...tables.unsealed.values()].flatMap((row) => arrayOf(row.journals, 'uuid'));
  const wanted = [...tables.journal.keys()].filter((id) => !MINT_JOURNALS.has(id));
  if (sealed.sort().join() !== wanted.sort().join())
    report('unsealed', `${sealed.length} journals wait for their seal instead of ${wanted.length}`);
  return found;
}
