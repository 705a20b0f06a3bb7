import { ceiling, enumOf, int4, int8, nullable, numeric, oneOf, pagedList, statement, text, timestamptz, uuid } from '@scrip/database';
import { tooManyStandingOrders } from './errors.ts';
import { type AttemptResult, STANDING_ORDER_STATES } from './model.ts';

const STATE = enumOf('standing_order_state', STANDING_ORDER_STATES);

const COLUMNS = `id, owner, request_hash AS "requestHash", account_id AS "accountId", account_name AS "accountName", payee,
  payee_account AS "payeeAccount", amount, comment, every_days AS "everyDays", times, due_at AS "dueAt", try_at AS "tryAt",
  occurrence, attempts, paid, missed, last_fault AS "lastFault", login, state, created_at AS "createdAt"`;

export const ORDER = {
  id: uuid,
  owner: uuid,
  requestHash: uuid,
  accountId: uuid,
  accountName: text,
  payee: uuid,
  payeeAccount: text,
  amount: numeric,
  comment: text,
  everyDays: int4,
  times: int4,
  dueAt: timestamptz,
  tryAt: timestamptz,
  occurrence: int4,
  attempts: int4,
  paid: int4,
  missed: int4,
  lastFault: text,
  login: nullable(uuid),
  state: STATE,
  createdAt: timestamptz,
};

export const CEILING = ceiling({
  name: 'bank-standing-orders-active',
  things: 'active standing orders',
  count: `SELECT count(*)::int AS n FROM standing_order WHERE owner = $1 AND state = 'active'`,
  params: [uuid],
  full: tooManyStandingOrders,
});

/** No row where the same request was added before. Cut to the millisecond: rounded up, an order that is due now would be so later. */
export const ADD = statement({
  name: 'bank-standing-order-add',
  text: `INSERT INTO standing_order
           (id, owner, request_hash, account_id, account_name, payee, payee_account, amount, comment, every_days, times, login,
            due_at, try_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, first, first
         FROM (SELECT date_trunc('milliseconds', clock_timestamp()) + make_interval(days => $13) AS first) AS due
         ON CONFLICT (id) DO NOTHING`,
  params: [uuid, uuid, uuid, uuid, text, uuid, text, numeric, text, int4, int4, nullable(uuid), int4],
});

export const LIST = pagedList({
  name: 'bank-standing-orders',
  params: [uuid],
  row: ORDER,
  after: uuid,
  order: ['created_at DESC', 'id'],
  place: (after) => `standing_order WHERE owner = $1 AND id = ${after}`,
  text: ({ behind, order, slice }) => `SELECT ${COLUMNS} FROM standing_order WHERE owner = $1 AND ${behind} ${order} ${slice}`,
});

export const CANCEL = statement({
  name: 'bank-standing-order-cancel',
  text: `UPDATE standing_order SET state = CASE state WHEN 'active' THEN 'cancelled' ELSE state END WHERE id = $1 AND owner = $2`,
  params: [uuid, uuid],
});

function ending(how: 'login' | 'owner') {
  return statement({
    name: `bank-standing-orders-end-of-${how}`,
    text: `UPDATE standing_order SET state = 'ended', last_fault = $2 WHERE ${how} = $1 AND state = 'active'
           RETURNING id, owner, amount, account_name AS "accountName"`,
    params: [uuid, text],
    row: { id: uuid, owner: uuid, amount: numeric, accountName: text },
  });
}

/** All that a login started, or all of an owner. */
export const END = { login: ending('login'), owner: ending('owner') } as const;

/** The clock is read once, or no index would help; and not qualified by its schema: tests put their own in front. */
export const DUE = statement({
  name: 'bank-standing-orders-due',
  text: `SELECT ${COLUMNS} FROM standing_order WHERE state = 'active' AND try_at <= (SELECT clock_timestamp())
         ORDER BY try_at LIMIT $1`,
  params: [int8],
  row: ORDER,
});

/** Passed over where another process has it, or had it since it was listed. */
export const CLAIM = statement({
  name: 'bank-standing-order-claim',
  text: `SELECT clock_timestamp() AS now FROM standing_order
         WHERE id = $1 AND occurrence = $2 AND attempts = $3 AND state = 'active' AND try_at <= clock_timestamp()
         FOR UPDATE SKIP LOCKED`,
  params: [uuid, int4, int4],
  row: { now: timestamptz },
});

export const MOVE_ON = statement({
  name: 'bank-standing-order-move-on',
  text: `UPDATE standing_order SET state = $2, occurrence = $3, attempts = $4, due_at = $5, try_at = $6, last_fault = $7,
           paid = paid + ($8 = 'paid')::int, missed = missed + ($8 = 'missed')::int
         WHERE id = $1`,
  params: [uuid, STATE, int4, int4, timestamptz, timestamptz, text, oneOf<AttemptResult['result']>()],
});

export const POSTPONE = statement({
  name: 'bank-standing-order-postpone',
  text: `UPDATE standing_order SET try_at = clock_timestamp() + make_interval(mins => 1)
         WHERE id = $1 AND occurrence = $2 AND attempts = $3 AND state = 'active'`,
  params: [uuid, int4, int4],
});
