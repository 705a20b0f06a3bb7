import { int2, int4, int8, nullable, pagedList, statement, text, timestamptz, uuid } from '@scrip/database';
import { isAt } from '../holds/store.ts';
import { PAYOUT_STATE } from './states.ts';

const STANDING = {
  state: PAYOUT_STATE,
  object: nullable(uuid),
  acceptedUnder: nullable(text),
  due: nullable(timestamptz),
  gridTransaction: nullable(text),
};
const STANDING_COLUMNS = `p.state, p.object_key AS object, p.accepted_under AS "acceptedUnder", p.due_at AS due, p.grid_transaction AS "gridTransaction"`;

/** Oldest first. */
export const LIST = pagedList({
  name: 'bank-payouts',
  params: [PAYOUT_STATE],
  row: {
    journal_id: uuid,
    leg: int2,
    akey: uuid,
    payer: uuid,
    amount: int8,
    code: text,
    scale: int2,
    time: timestamptz,
    ...STANDING,
  },
  after: text,
  order: ['p.created_at', 'p.journal_id', 'p.leg'],
  place: (after) => `payout p WHERE ${isAt('p', after)}`,
  text: ({ behind, order, slice }) =>
    `SELECT p.journal_id, p.leg, p.akey, d.owner AS payer, h.amount, u.code, u.scale, h.created_at AS time, ${STANDING_COLUMNS}
     FROM (SELECT * FROM payout p WHERE state = $1 AND ${behind} ${order} ${slice}) p
     JOIN hold h USING (journal_id, leg) JOIN account d ON d.id = h.debit_id JOIN currency u ON u.code = d.currency ${order}`,
});

/**
 * What this request of the object pulled before; else what waits longest for its grid, passed over where another dispenser is taking it.
 * Where nothing waits, nothing is written. The clock is unqualified, since tests put their own in front.
 */
export const PULL = statement({
  name: 'bank-pull-payout',
  text: `WITH before AS MATERIALIZED (
           SELECT journal_id, leg FROM payout WHERE object_key = $1 AND nonce = $2
         ), next AS MATERIALIZED (
           SELECT journal_id, leg FROM payout WHERE state = 'queued' AND realm = $3 AND NOT EXISTS (SELECT FROM before)
           ORDER BY created_at, journal_id, leg LIMIT 1 FOR UPDATE SKIP LOCKED
         ), pulled AS (
           UPDATE payout p SET state = 'pulled', object_key = $1, nonce = $2, hold_secs = $4,
             due_at = clock_timestamp() + make_interval(secs => $4::int)
           FROM next WHERE p.journal_id = next.journal_id AND p.leg = next.leg RETURNING p.journal_id, p.leg
         )
         SELECT p.journal_id, p.leg, coalesce(a.grid_key, p.akey) AS akey, h.amount, u.code, u.scale
         FROM (SELECT * FROM before UNION ALL SELECT * FROM pulled) t
         JOIN payout p USING (journal_id, leg) JOIN hold h USING (journal_id, leg)
         JOIN account d ON d.id = h.debit_id JOIN currency u ON u.code = d.currency LEFT JOIN avatar a ON a.akey = p.akey`,
  params: [uuid, text, text, int4],
  row: { journal_id: uuid, leg: int2, akey: uuid, amount: int8, code: text, scale: int2 },
});

/** $4: the nonce of the request. In time, and while nobody else has it. */
export const ACCEPT = statement({
  name: 'bank-accept-payout',
  text: `UPDATE payout SET state = 'accepted', accepted_under = $4, due_at = clock_timestamp() + make_interval(secs => hold_secs),
           grid_transaction = $5
         WHERE journal_id = $1 AND leg = $2 AND object_key = $3 AND state = 'pulled' AND due_at > clock_timestamp()`,
  params: [uuid, int2, uuid, text, nullable(text)],
});

export const DOUBT = statement({
  name: 'bank-doubt-payout',
  text: `UPDATE payout SET state = 'unknown', due_at = NULL, grid_transaction = coalesce($4, grid_transaction)
         WHERE journal_id = $1 AND leg = $2 AND object_key = $3 AND state IN ('pulled', 'accepted')`,
  params: [uuid, int2, uuid, nullable(text)],
});

export const FIND = statement({
  name: 'bank-payout',
  text: `SELECT ${STANDING_COLUMNS} FROM payout p WHERE journal_id = $1 AND leg = $2`,
  params: [uuid, int2],
  row: STANDING,
});

export const LOCK = statement({
  name: 'bank-lock-payout',
  text: `${FIND.text} FOR NO KEY UPDATE`,
  params: [uuid, int2],
  row: STANDING,
});

export const END = statement({
  name: 'bank-end-payout',
  text: `UPDATE payout SET state = $3, due_at = NULL, grid_transaction = coalesce($4, grid_transaction) WHERE journal_id = $1 AND leg = $2`,
  params: [uuid, int2, PAYOUT_STATE, nullable(text)],
});

/** What was pulled and not accepted in time waits in its old place again. What was accepted is never handed out again. */
export const PASS = statement({
  name: 'bank-pass-payouts',
  text: `WITH late AS MATERIALIZED (
           SELECT journal_id, leg FROM payout WHERE state IN ('pulled', 'accepted') AND due_at <= (SELECT clock_timestamp())
           ORDER BY due_at LIMIT 1000 FOR UPDATE SKIP LOCKED
         )
         UPDATE payout p SET due_at = NULL,
           state = CASE p.state WHEN 'accepted' THEN 'unknown'::payout_state ELSE 'queued' END,
           object_key = CASE p.state WHEN 'accepted' THEN p.object_key END,
           nonce = CASE p.state WHEN 'accepted' THEN p.nonce END
         FROM late WHERE p.journal_id = late.journal_id AND p.leg = late.leg`,
});

export const COUNT = statement({
  name: 'bank-count-payouts',
  text: `SELECT state, count(*) AS payouts FROM payout WHERE state NOT IN ('done', 'failed') GROUP BY state`,
  row: { state: PAYOUT_STATE, payouts: int8 },
});
