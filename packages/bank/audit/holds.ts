import { finding } from './finding.ts';

/** The id of the journal that ends a hold, as `settlementId` works it out (ledger/ids.ts). */
const ENDED = `SELECT h.*, (substr(x.hex, 1, 8) || '-' || substr(x.hex, 9, 4) || '-8' || substr(x.hex, 14, 3) || '-'
    || to_hex(8 | (('x' || substr(x.hex, 17, 1))::bit(4)::int & 3)) || substr(x.hex, 18, 3) || '-' || substr(x.hex, 21, 12))::uuid AS ended_by
  FROM hold h CROSS JOIN LATERAL (
    SELECT encode(sha256(convert_to('10:settlement36:' || h.journal_id || length(h.leg::text) || ':' || h.leg, 'UTF8')), 'hex') AS hex
  ) x`;

/** What has to be true of holds and payouts; see audit.ts. */
export const HOLD_CHECKS = [
  finding(`-- a hold that was ended has its journal, which posts exactly what the hold says; an open one has none
   SELECT 'hold ' || h.journal_id || ', transfer ' || h.leg || ' of ' || h.amount || ' is ' || h.state || ' with ' || h.posted
            || ' posted, but ' || coalesce('the journal that ended it is a ' || j.kind || ' of ' || e.posted, 'no journal ended it') AS problem,
          abs(h.posted - coalesce(e.posted, 0)) AS difference
   FROM (${ENDED}) h
   LEFT JOIN journal j ON j.id = h.ended_by
   LEFT JOIN LATERAL (SELECT count(*) AS entries,
                             coalesce(sum(amount) FILTER (WHERE account_id = h.credit_id AND counter_id = h.debit_id), 0) AS posted
                      FROM entry WHERE journal_id = h.ended_by) e ON true
   WHERE (CASE h.state
            WHEN 'open' THEN j.id IS NULL
            WHEN 'posted' THEN j.kind IN ('post', 'payout') AND e.entries = 2 AND e.posted = h.posted
            WHEN 'voided' THEN j.kind = 'void' AND e.entries = 0
            WHEN 'expired' THEN j.kind = 'expire' AND e.entries = 0
          END) IS NOT TRUE`),
  finding(`-- no journal ends a hold that is not there
   SELECT 'journal ' || j.id || ' is a ' || j.kind || ', but there is no hold that it ended' AS problem, 0 AS difference
   FROM journal j LEFT JOIN (${ENDED}) h ON h.ended_by = j.id
   WHERE j.kind IN ('post', 'void', 'expire') AND h.journal_id IS NULL`),
  finding(`-- a payout waits as long as its money is held
   SELECT 'payout ' || p.journal_id || ', transfer ' || p.leg || ' is ' || p.state || ', but the hold of its money is '
            || coalesce(h.state || ' with ' || h.posted || ' of ' || h.amount || ' posted', 'not there') AS problem,
          coalesce(h.amount, 0) AS difference
   FROM payout p LEFT JOIN hold h USING (journal_id, leg)
   WHERE (CASE p.state WHEN 'done' THEN h.state = 'posted' AND h.posted = h.amount WHEN 'failed' THEN h.state = 'voided'
                       ELSE h.state = 'open' END) IS NOT TRUE`),
  finding(`-- a deposit is of one transaction of a grid, and comes from the account that payouts go to
   SELECT 'journal ' || coalesce(j.id, d.journal_id) || CASE WHEN j.id IS NULL THEN ' is of a deposit, but is not there'
            WHEN d.journal_id IS NULL THEN ' is a deposit, but of no transaction of a grid' ELSE ' is a deposit, but not from the payout account' END
            AS problem,
          coalesce(e.amount, 0) AS difference
   FROM (SELECT id FROM journal WHERE kind = 'deposit') j
   FULL JOIN deposit d ON d.journal_id = j.id
   LEFT JOIN entry e ON e.journal_id = j.id AND e.amount > 0
   LEFT JOIN account a ON a.id = e.counter_id
   WHERE j.id IS NULL OR d.journal_id IS NULL OR a.name IS DISTINCT FROM 'payout ' || a.currency`),
];
