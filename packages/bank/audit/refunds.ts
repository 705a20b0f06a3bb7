import { finding } from './finding.ts';

/** What was paid, as a refund names it: a transfer that was made at once, or one that was handed over in-world later. */
const PAID = `SELECT journal_id, leg, counter_id AS payer, account_id AS payee, amount FROM entry WHERE amount > 0
   UNION ALL SELECT journal_id, leg, debit_id, credit_id, posted FROM hold WHERE state = 'posted'`;

/** What a refund of a deal moves: a refund of the kind `refund` moves exactly the accounts of the original, which is checked by itself. */
const MOVED = `SELECT m.journal_id, d.owner AS giver, c.owner AS receiver, m.amount
   FROM (SELECT journal_id, counter_id AS debit, account_id AS credit, amount FROM entry WHERE amount > 0
         UNION ALL SELECT journal_id, debit_id, credit_id, amount FROM hold) m
   JOIN account d ON d.id = m.debit JOIN account c ON c.id = m.credit
   WHERE m.journal_id IN (SELECT journal_id FROM refund)`;

/** What refunds say that they pay back: who had got it, and who had paid it. */
const LINKED = `SELECT r.journal_id, d.owner AS giver, c.owner AS receiver, r.amount
   FROM refund r JOIN (${PAID}) p ON p.journal_id = r.original_id AND p.leg = r.leg
   JOIN account d ON d.id = p.payee JOIN account c ON c.id = p.payer`;

/** By how much more an owner has a part in a refund than what it is linked to says. */
const beyond = (side: 'giver' | 'receiver') => `
   SELECT m.journal_id, m.${side} AS owner, j.kind, j.principal, m.amount, coalesce(l.amount, 0) AS linked
   FROM (SELECT journal_id, ${side}, sum(amount) AS amount FROM (${MOVED}) m GROUP BY journal_id, ${side}) m
   JOIN journal j ON j.id = m.journal_id AND j.kind <> 'refund'
   LEFT JOIN (SELECT journal_id, ${side}, sum(amount) AS amount FROM (${LINKED}) l GROUP BY journal_id, ${side}) l
     ON l.journal_id = m.journal_id AND l.${side} = m.${side}
   WHERE m.amount > coalesce(l.amount, 0)`;

/** What has to be true of refunds, of payments and of deals; see audit.ts and docs/decisions/refunds.md. */
export const REFUND_CHECKS = [
  finding(`-- nobody got more back than was paid
   SELECT 'journal ' || r.original_id || ', transfer ' || r.leg || ': ' || r.amount || ' was refunded of '
            || coalesce(p.amount::text, 'a transfer that is not there') AS problem,
          r.amount - coalesce(p.amount, 0) AS difference
   FROM (SELECT original_id, leg, sum(amount) AS amount FROM refund GROUP BY original_id, leg) r
   LEFT JOIN (${PAID}) p ON p.journal_id = r.original_id AND p.leg = r.leg
   WHERE p.amount IS NULL OR r.amount > p.amount`),
  finding(`-- a refund of a payment moves what it says it pays back, the other way round, and nothing else
   SELECT 'journal ' || journal_id || ' moves ' || coalesce(e.amount, 0) || ' from ' || debit || ' to ' || credit
            || ' and is a refund of ' || coalesce(r.amount, 0) AS problem,
          abs(coalesce(e.amount, 0) - coalesce(r.amount, 0)) AS difference
   FROM (SELECT r.journal_id, p.payee AS debit, p.payer AS credit, sum(r.amount) AS amount
         FROM refund r JOIN journal j ON j.id = r.journal_id AND j.kind = 'refund'
         JOIN (${PAID}) p ON p.journal_id = r.original_id AND p.leg = r.leg
         GROUP BY r.journal_id, p.payee, p.payer) r
   FULL JOIN (SELECT e.journal_id, e.counter_id AS debit, e.account_id AS credit, sum(e.amount) AS amount
              FROM journal j JOIN entry e ON e.journal_id = j.id AND e.amount > 0 WHERE j.kind = 'refund'
              GROUP BY e.journal_id, e.counter_id, e.account_id) e USING (journal_id, debit, credit)
   WHERE r.amount IS DISTINCT FROM e.amount`),
  finding(`-- a refund of a deal moves as much as it says it pays back
   SELECT 'journal ' || r.journal_id || ' moves ' || coalesce(m.amount, 0) || ' and is a refund of ' || r.amount AS problem,
          abs(coalesce(m.amount, 0) - r.amount) AS difference
   FROM (SELECT journal_id, sum(amount) AS amount FROM refund GROUP BY journal_id) r
   JOIN journal j ON j.id = r.journal_id AND j.kind <> 'refund'
   LEFT JOIN (SELECT journal_id, sum(amount) AS amount FROM (${MOVED}) m GROUP BY journal_id) m ON m.journal_id = r.journal_id
   WHERE m.amount IS DISTINCT FROM r.amount`),
  finding(`-- a refund of a deal is linked to what it pays back
   SELECT 'journal ' || j.id || ', a ' || j.kind || ' of ' || m.amount || ', is linked to nothing that it pays back' AS problem,
          m.amount AS difference
   FROM journal j
   JOIN (SELECT journal_id, sum(amount) AS amount FROM entry WHERE amount > 0 GROUP BY journal_id) m ON m.journal_id = j.id
   WHERE j.kind IN ('sale_refund', 'rent_refund') AND NOT EXISTS (SELECT FROM refund r WHERE r.journal_id = j.id)
     AND NOT EXISTS (SELECT FROM unlinked_refund u WHERE u.journal_id = j.id)`),
  finding(`-- nobody gives back more than they got, but for who asked for the refund: only they can choose to cover the others
   SELECT 'journal ' || journal_id || ': ' || owner || ' gives back ' || amount || ' and had got ' || linked AS problem,
          amount - linked AS difference
   FROM (${beyond('giver')}) b WHERE owner <> principal`),
  finding(`-- nobody gets more back than they paid, but for a rent: what is left of a lease may have been passed on
   SELECT 'journal ' || journal_id || ': ' || owner || ' gets back ' || amount || ' and had paid ' || linked AS problem,
          amount - linked AS difference
   FROM (${beyond('receiver')}) b WHERE kind <> 'rent_refund'`),
];
