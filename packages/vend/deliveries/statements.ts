import { enumOf, int4, nullable, statement, text, timestamptz, uuid } from '@scrip/database';
import { DELIVERY_STATES } from './states.ts';

const STATE = enumOf('vend_delivery_state', DELIVERY_STATES);

export const FIND = statement({
  name: 'vend-delivery',
  text: `SELECT id, order_id AS "orderId", state, attempts, note, created_at AS "createdAt", finished_at AS "finishedAt"
         FROM vend_delivery WHERE id = $1`,
  params: [uuid],
  row: { id: uuid, orderId: uuid, state: STATE, attempts: int4, note: text, createdAt: timestamptz, finishedAt: nullable(timestamptz) },
});

/**
 * Those that wait longest, passed over where another script is taking them. The clock is asked in a subquery, once, so that the
 * index is not read past it; unqualified, since tests put their own in front.
 */
export const PULL = statement({
  name: 'vend-pull',
  text: `WITH due AS MATERIALIZED (
           SELECT d.id, d.visible_at AS since, o.product_id, o.recipient, p.name FROM vend_delivery d
             JOIN vend_order o ON o.id = d.order_id JOIN vend_product p ON p.id = o.product_id
           WHERE d.merchant = $1 AND d.state = 'queued' AND d.visible_at <= (SELECT clock_timestamp())
             AND ($2::uuid IS NULL OR o.collection_id = $2)
           ORDER BY d.visible_at, d.id LIMIT $3::int FOR UPDATE OF d SKIP LOCKED
         ), taken AS (
           UPDATE vend_delivery d SET attempts = attempts + 1, visible_at = clock_timestamp() + make_interval(secs => $4::int)
           FROM due WHERE d.id = due.id
           RETURNING d.id, d.order_id, d.attempts, due.product_id, due.name, due.recipient, due.since
         )
         SELECT id, order_id AS "orderId", product_id AS "productId", name AS "productName", recipient, attempts FROM taken ORDER BY since, id`,
  params: [uuid, nullable(uuid), int4, int4],
  row: { id: uuid, orderId: uuid, productId: int4, productName: text, recipient: uuid, attempts: int4 },
});

export const SETTLE = statement({
  name: 'vend-delivery-settle',
  text: 'UPDATE vend_delivery SET state = $2, note = $3, finished_at = coalesce(finished_at, clock_timestamp()) WHERE id = $1',
  params: [uuid, STATE, text],
});
