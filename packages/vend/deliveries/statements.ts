import { enumOf, int4, nullable, present, statement, text, timestamptz, uuid } from '@scrip/database';
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
 * What this request took before ($5, $6: its object and nonce); else those that wait longest, passed over where another script is
 * taking them. The clock is asked in a subquery, once, so that the index is not read past it; unqualified, since tests put their own
 * in front.
 */
export const PULL = statement({
  name: 'vend-pull',
  text: `WITH before AS MATERIALIZED (
           SELECT d.id, d.order_id, d.attempts, o.product_id, p.name, o.recipient, d.visible_at AS since FROM vend_delivery d
             JOIN vend_order o ON o.id = d.order_id JOIN vend_product p ON p.id = o.product_id
           WHERE d.pulled_by = $5 AND d.pulled_under = $6 AND d.merchant = $1 AND d.state = 'queued'
         ), due AS MATERIALIZED (
           SELECT d.id, d.visible_at AS since, o.product_id, o.recipient, p.name FROM vend_delivery d
             JOIN vend_order o ON o.id = d.order_id JOIN vend_product p ON p.id = o.product_id
           WHERE d.merchant = $1 AND d.state = 'queued' AND d.visible_at <= (SELECT clock_timestamp())
             AND ($2::uuid IS NULL OR o.collection_id = $2) AND NOT EXISTS (SELECT FROM before)
           ORDER BY d.visible_at, d.id LIMIT $3::int FOR UPDATE OF d SKIP LOCKED
         ), taken AS (
           UPDATE vend_delivery d SET attempts = attempts + 1, visible_at = clock_timestamp() + make_interval(secs => $4::int),
             pulled_by = $5, pulled_under = $6
           FROM due WHERE d.id = due.id
           RETURNING d.id, d.order_id, d.attempts, due.product_id, due.name, due.recipient, due.since
         )
         SELECT id, order_id AS "orderId", product_id AS "productId", name AS "productName", recipient, attempts
         FROM (SELECT * FROM before UNION ALL SELECT * FROM taken) given ORDER BY since, id`,
  params: [uuid, nullable(uuid), int4, int4, nullable(uuid), nullable(text)],
  row: {
    id: present(uuid),
    orderId: present(uuid),
    productId: present(int4),
    productName: present(text),
    recipient: present(uuid),
    attempts: present(int4),
  },
});

export const SETTLE = statement({
  name: 'vend-delivery-settle',
  text: 'UPDATE vend_delivery SET state = $2, note = $3, finished_at = coalesce(finished_at, clock_timestamp()) WHERE id = $1',
  params: [uuid, STATE, text],
});
