import { finding } from '@scrip/bank';

/** What is paid back of leases: by which journal, of which payment for time, and how much. */
const BACK = `SELECT r.journal_id, r.original_id, sum(r.amount) AS amount
   FROM refund r JOIN journal j ON j.id = r.journal_id AND j.kind = 'rent_refund' GROUP BY r.journal_id, r.original_id`;

/** Who gets how much by it. What is handed over in-world is for whom it waits there. */
const GOT = `SELECT journal_id, owner, sum(amount) AS amount
   FROM (SELECT e.journal_id, a.owner, e.amount FROM entry e JOIN account a ON a.id = e.account_id WHERE e.amount > 0
         UNION ALL SELECT p.journal_id, p.akey, h.amount FROM payout p JOIN hold h USING (journal_id, leg)) m
   WHERE journal_id IN (SELECT journal_id FROM (${BACK}) b) GROUP BY journal_id, owner`;

/** Of how much time of each purchase nothing was used when its lease was ended: the newest is used last. */
const UNUSED = `SELECT g.journal_id, p.journal_id AS original_id, p.amount, p.secs,
          g.duration_secs - (sum(p.secs) OVER (PARTITION BY p.lease_id ORDER BY p.at DESC, p.journal_id) - p.secs) AS unused
   FROM lease_log g JOIN lease_purchase p ON p.lease_id = g.lease_id
   WHERE g.type = 'terminated' AND g.journal_id IN (SELECT journal_id FROM (${BACK}) b)`;

/** What has to be true of what is paid back of leases, beside what is true of all refunds (`bank.audit`). */
export const REFUND_CHECKS = [
  finding(`-- a rent is paid back by the ending of the lease that it was for
   SELECT 'journal ' || b.journal_id || ' pays back ' || b.amount || ' of ' || b.original_id || ', which paid for no lease that it ended' AS problem,
          b.amount AS difference
   FROM (${BACK}) b LEFT JOIN (${UNUSED}) u USING (journal_id, original_id) WHERE u.journal_id IS NULL`),
  finding(`-- no more is paid back of a rent than was not used
   SELECT 'journal ' || b.journal_id || ' pays back ' || b.amount || ' of ' || u.amount || ' by ' || b.original_id || ', of which '
            || greatest(0, least(u.secs, u.unused)) || ' of ' || u.secs || ' seconds were not used' AS problem,
          b.amount - floor(u.amount * greatest(0, least(u.secs, u.unused))::numeric / u.secs) AS difference
   FROM (${BACK}) b JOIN (${UNUSED}) u USING (journal_id, original_id)
   WHERE b.amount * u.secs > u.amount * greatest(0, least(u.secs, u.unused))::numeric`),
  finding(`-- an ending pays back what it says
   SELECT 'the ending of lease ' || g.lease_id || ' pays back ' || g.amount || ', and its journal ' || g.journal_id || ' ' || b.amount AS problem,
          abs(g.amount - b.amount) AS difference
   FROM lease_log g JOIN (SELECT journal_id, sum(amount) AS amount FROM (${BACK}) b GROUP BY journal_id) b USING (journal_id)
   WHERE g.type = 'terminated' AND g.amount <> b.amount`),
  finding(`-- what is paid back of a rent goes to who paid it, or to whom the lease was passed on
   SELECT 'journal ' || m.journal_id || ': ' || m.owner || ' gets back ' || m.amount || ', and ' || coalesce(t.amount, 0) || ' is theirs' AS problem,
          m.amount - coalesce(t.amount, 0) AS difference
   FROM (${GOT}) m
   LEFT JOIN (SELECT b.journal_id, p.refund_to AS owner, sum(b.amount) AS amount
              FROM (${BACK}) b JOIN lease_purchase p ON p.journal_id = b.original_id GROUP BY b.journal_id, p.refund_to) t
     ON t.journal_id = m.journal_id AND t.owner = m.owner
   WHERE m.amount > coalesce(t.amount, 0)`),
];
