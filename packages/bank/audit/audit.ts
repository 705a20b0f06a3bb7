import { type Database, int8, present, type Row, statement, text, uuid } from '@scrip/database';
import { snapshot } from '../snapshot.ts';
import { type Check, finding } from './finding.ts';
import { HOLD_CHECKS } from './holds.ts';
import { LOG_CHECKS } from './log.ts';
import { REFUND_CHECKS } from './refunds.ts';

export interface Audit {
  readonly ok: boolean;
  readonly accounts: number;
  readonly journals: number;
  readonly transfers: number;
  /** By how many minor units the books are out of balance, all checks together. */
  readonly difference: number;
  /** What is wrong, in words; at most 20 lines. */
  readonly problems: readonly string[];
  /** What has kept a name that another one has, too, since names are compared in NFKC; at most 100. */
  readonly sameNames: readonly SameName[];
}

const SAME_NAME = { kind: present(text), owner: present(uuid), name: present(text), other: present(text) };
type SameName = Readonly<Row<typeof SAME_NAME>>;

const MAX_SAME_NAMES = 100;

const SAME_NAMES = statement({
  text: `SELECT kind, owner, name, other FROM name_collision ORDER BY kind, owner, name LIMIT ${MAX_SAME_NAMES}`,
  row: SAME_NAME,
});

const MAX_PROBLEMS = 20;

const COUNTS = statement({
  text: `SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM journal) AS journals,
                (SELECT count(*) FROM entry WHERE amount < 0) AS transfers`,
  row: { accounts: int8, journals: int8, transfers: int8 },
});

const CHECKS = [
  finding(`-- the running totals of an account are the sums of its entries, and the entries are numbered without a gap
   SELECT 'account ' || a.id || ' (' || a.name || '): totals ' || a.posted_credits || ' credits and ' || a.posted_debits
            || ' debits at entry ' || a.last_seq || ', but its entries give ' || coalesce(e.credits, 0) || ' and '
            || coalesce(e.debits, 0) || ' in ' || coalesce(e.entries, 0) || ' entries up to ' || coalesce(e.newest, 0) AS problem,
          abs(a.posted_credits - coalesce(e.credits, 0)) + abs(a.posted_debits - coalesce(e.debits, 0)) AS difference
   FROM account a
   FULL JOIN (SELECT account_id, sum(greatest(amount, 0)) AS credits, -sum(least(amount, 0)) AS debits,
                     count(*) AS entries, max(seq) AS newest, min(seq) AS oldest
              FROM entry GROUP BY account_id) e ON e.account_id = a.id
   WHERE a.id IS NULL OR a.posted_credits <> coalesce(e.credits, 0) OR a.posted_debits <> coalesce(e.debits, 0)
      OR a.last_seq <> coalesce(e.entries, 0) OR a.last_seq <> coalesce(e.newest, 0) OR coalesce(e.oldest, 1) <> 1`),
  finding(`-- every entry's balance follows from the one before it
   SELECT 'account ' || account_id || ', entry ' || seq || ': balance ' || balance || ' does not follow from '
            || coalesce(before, 0) || ' and ' || amount AS problem,
          abs(balance - coalesce(before, 0) - amount) AS difference
   FROM (SELECT account_id, seq, amount, balance, lag(balance) OVER (PARTITION BY account_id ORDER BY seq) AS before FROM entry) chain
   WHERE balance <> coalesce(before, 0) + amount`),
  finding(`-- every transfer has its two sides, which mirror each other
   SELECT 'journal ' || journal_id || ', transfer ' || leg || ': its ' || count(*) || ' sides sum to ' || sum(amount) AS problem,
          abs(sum(amount)) AS difference
   FROM entry GROUP BY journal_id, leg
   HAVING count(*) <> 2 OR sum(amount) <> 0 OR min(account_id::text) <> min(counter_id::text) OR max(account_id::text) <> max(counter_id::text)`),
  finding(`-- no entry and no hold without its journal
   SELECT 'journal ' || r.journal_id || ' has entries or holds but is not there' AS problem, 0 AS difference
   FROM (SELECT journal_id FROM entry UNION SELECT journal_id FROM hold) r
   LEFT JOIN journal j ON j.id = r.journal_id WHERE j.id IS NULL`),
  finding(`-- no hold without its accounts
   SELECT 'journal ' || h.journal_id || ' holds money of or for an account that is not there' AS problem, h.amount AS difference
   FROM hold h LEFT JOIN account d ON d.id = h.debit_id LEFT JOIN account c ON c.id = h.credit_id WHERE d.id IS NULL OR c.id IS NULL`),
  finding(`-- all accounts of a currency together are worth nothing: what exists was minted
   SELECT 'all accounts in ' || currency || ' together hold ' || sum(posted_credits - posted_debits) || ' instead of 0' AS problem,
          abs(sum(posted_credits - posted_debits)) AS difference
   FROM account GROUP BY currency HAVING sum(posted_credits - posted_debits) <> 0`),
  finding(`-- what an account holds is what its open holds add up to
   SELECT 'account ' || a.id || ' (' || a.name || '): held ' || a.held_debits || ' out and ' || a.held_credits
            || ' in, but its open holds give ' || coalesce(d.sum, 0) || ' and ' || coalesce(c.sum, 0) AS problem,
          abs(a.held_debits - coalesce(d.sum, 0)) + abs(a.held_credits - coalesce(c.sum, 0)) AS difference
   FROM account a
   LEFT JOIN (SELECT debit_id, sum(amount) FROM hold WHERE state = 'open' GROUP BY debit_id) d ON d.debit_id = a.id
   LEFT JOIN (SELECT credit_id, sum(amount) FROM hold WHERE state = 'open' GROUP BY credit_id) c ON c.credit_id = a.id
   WHERE a.held_debits <> coalesce(d.sum, 0) OR a.held_credits <> coalesce(c.sum, 0)`),
  finding(`-- a closed account is empty
   SELECT 'account ' || id || ' (' || name || ') is closed and holds ' || posted_credits - posted_debits || ', with ' || held_debits
            || ' held out and ' || held_credits || ' in' AS problem,
          abs(posted_credits - posted_debits) AS difference
   FROM account WHERE state = 'closed' AND (posted_credits <> posted_debits OR held_debits <> 0 OR held_credits <> 0)`),
  finding(`-- nobody has paid out more than the account allows
   SELECT 'account ' || id || ' (' || name || ') is below its floor of ' || floor AS problem,
          floor - (posted_credits - posted_debits - held_debits) AS difference
   FROM account WHERE floor IS NOT NULL AND posted_credits - posted_debits - held_debits < floor`),
  finding(`-- nothing is dated later than now, but for what the clocks of a primary and its successor may differ by
   SELECT count(*) || ' journals are dated in the future, the last one at ' || to_char(max(created_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')
            || 'Z: ' || (array_agg(id ORDER BY created_at DESC))[1] AS problem,
          0 AS difference
   FROM journal WHERE created_at > clock_timestamp() + interval '1 minute' HAVING count(*) > 0`),
  ...HOLD_CHECKS,
  ...LOG_CHECKS,
  ...REFUND_CHECKS,
];

/**
 * Recomputes the books from their entries, in one snapshot, without holding anybody up (operator.audit); `more` is what other slices
 * know to be true. Costs a read of all entries; no check may take longer than a minute.
 */
export async function audit(database: Database, more: readonly Check[]): Promise<Audit> {
  return snapshot(database, async (books) => {
    const count = await COUNTS.first(books);
    if (!count) throw new Error('the audit counted nothing');
    const problems: string[] = [];
    let difference = 0n;
    for (const check of [...CHECKS, ...more]) {
      for (const row of await check.all(books)) {
        if (problems.length < MAX_PROBLEMS) problems.push(row.problem ?? 'an entry belongs to no account');
        difference += BigInt(row.difference);
      }
    }
    return {
      ok: problems.length === 0,
      accounts: Number(count.accounts),
      journals: Number(count.journals),
      transfers: Number(count.transfers),
      difference: Number(difference),
      problems,
      sameNames: await SAME_NAMES.all(books),
    };
  });
}
