import { finding } from './finding.ts';

/** The id of the journal that ends a hold, as `settlementId` works it out (ledger/ids.ts). */
const ENDED = `SELECT h.*, (substr(x.hex, 1, 8) || '-' || substr(x.hex, 9, 4) || '-8' || substr(x.hex, 14, 3) || '-'
    || to_hex(8 | (('x' || substr(x.hex, 17, 1))::bit(4)::int & 3)) || substr(x.hex, 18, 3) || '-' || substr(x.hex, 21, 12))::uuid AS ended_by
  FROM hold h CROSS JOIN LATERAL (
    SELECT encode(sha256(convert_to('10:settlement36:' || h.journal_id || length(h.leg::text) || ':' || h.leg, 'UTF8')), 'hex') AS hex
  ) x`;

/** What has to be true of holds, payouts and refunds; see audit.ts. */
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
   WHERE (CASE p.state WHEN 'queued' THEN h.state = 'open' WHEN 'dispensed' THEN h.state = 'posted' AND h.posted = h.amount
                       WHEN 'failed' THEN h.state = 'voided' END) IS NOT TRUE`),
  finding(`-- nobody got more back than was paid
   SELECT 'journal ' || r.original_id || ', transfer ' || r.leg || ': ' || r.amount || ' was refunded of '
            || coalesce(e.amount::text, 'a transfer that is not there') AS problem,
          r.amount - coalesce(e.amount, 0) AS difference
   FROM (SELECT original_id, leg, sum(amount) AS amount FROM refund GROUP BY original_id, leg) r
   LEFT JOIN entry e ON e.journal_id = r.original_id AND e.leg = r.leg AND e.amount > 0
   WHERE e.amount IS NULL OR r.amount > e.amount`),
  finding(`-- a refund moves what it says it pays back, the other way round, and nothing else
   SELECT 'journal ' || journal_id || ' moves ' || coalesce(e.amount, 0) || ' from ' || debit || ' to ' || credit
            || ' and is a refund of ' || coalesce(r.amount, 0) AS problem,
          abs(coalesce(e.amount, 0) - coalesce(r.amount, 0)) AS difference
   FROM (SELECT r.journal_id, o.account_id AS debit, o.counter_id AS credit, sum(r.amount) AS amount
         FROM refund r JOIN entry o ON o.journal_id = r.original_id AND o.leg = r.leg AND o.amount > 0
         GROUP BY r.journal_id, o.account_id, o.counter_id) r
   FULL JOIN (SELECT e.journal_id, e.counter_id AS debit, e.account_id AS credit, sum(e.amount) AS amount
              FROM journal j JOIN entry e ON e.journal_id = j.id AND e.amount > 0 WHERE j.kind = 'refund'
              GROUP BY e.journal_id, e.counter_id, e.account_id) e USING (journal_id, debit, credit)
   WHERE r.amount IS DISTINCT FROM e.amount`),
];
