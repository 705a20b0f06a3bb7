import { bool, int4, nullable, type Queryable, statement, text, uuid } from '@scrip/database';
import type { JournalId } from '@scrip/kernel';

const IS_LIMITED = statement({
  name: 'vend-product-is-limited',
  text: 'SELECT quantity IS NOT NULL AS limited FROM vend_product WHERE id = $1',
  params: [int4],
  row: { limited: bool },
});

const PUT_BACK = statement({
  name: 'vend-product-put-back',
  text: `UPDATE vend_product SET sales = greatest(sales - 1, 0), quantity = CASE WHEN quantity < 2147483647 THEN quantity + 1 ELSE quantity END
         WHERE id = $1`,
  params: [int4],
});

const END_ORDER = statement({
  name: 'vend-order-refund',
  text: `WITH ended AS (
           UPDATE vend_delivery SET state = 'failed', note = $3, finished_at = clock_timestamp() WHERE order_id = $1 AND state = 'queued'
         )
         UPDATE vend_order SET state = 'refunded', refunded_at = clock_timestamp(), refund_journal = $2 WHERE id = $1`,
  params: [uuid, nullable(uuid), text],
});

/** Whether there is an end to a product. */
export async function isLimited(client: Queryable, productId: number): Promise<boolean> {
  return (await IS_LIMITED.first(client, productId))?.limited === true;
}

/** One more of a product is for sale, and one sale less is counted. */
export async function putBack(client: Queryable, productId: number): Promise<void> {
  await PUT_BACK.run(client, productId);
}

/** What of the order waits to be delivered is not delivered any more. Without a journal nothing was paid back. */
export async function endOrder(client: Queryable, orderId: JournalId, journal: JournalId | null): Promise<void> {
  await END_ORDER.run(client, orderId, journal, 'the order was refunded');
}
