import { finding } from './finding.ts';

const ROWS = 'SELECT id FROM operator_call UNION ALL SELECT id FROM operator_outcome';
const COVERED = 'SELECT unnest(log) AS id FROM seal UNION ALL SELECT id FROM operator_unsealed';

/**
 * What has to be true of the operators' log. Rows that were changed are found by their seals alone (operator.verifyChain): nothing
 * else knows what stood in them.
 */
export const LOG_CHECKS = [
  finding(`-- no outcome without its call
   SELECT 'the operators'' log has the outcome ' || o.outcome || ' of a call ' || o.call_id || ' that is not in it' AS problem, 0 AS difference
   FROM operator_outcome o LEFT JOIN operator_call c ON c.id = o.call_id WHERE c.id IS NULL`),
  finding(`-- each row of the log is sealed or waits for its seal, and what is sealed is there
   SELECT 'row ' || coalesce(r.id, c.id) || ' of the operators'' log '
            || CASE WHEN c.id IS NULL THEN 'was added: it is neither sealed nor waits for a seal' ELSE 'was removed: it is sealed' END AS problem,
          0 AS difference
   FROM (${ROWS}) r FULL JOIN (${COVERED}) c ON c.id = r.id WHERE r.id IS NULL OR c.id IS NULL`),
];
