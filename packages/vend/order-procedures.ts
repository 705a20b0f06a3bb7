import type { Procedure } from '@scrip/rpc';
import { ackDelivery } from './procedures/vend.ackDelivery.ts';
import { buy } from './procedures/vend.buy.ts';
import { myOrders } from './procedures/vend.myOrders.ts';
import { order } from './procedures/vend.order.ts';
import { pullDeliveries } from './procedures/vend.pullDeliveries.ts';
import { quote } from './procedures/vend.quote.ts';
import { redeliver } from './procedures/vend.redeliver.ts';
import { refundOrder } from './procedures/vend.refundOrder.ts';
import { sales } from './procedures/vend.sales.ts';
import type { Vend } from './vend.ts';

/** Buying, delivering and refunding. */
export function orderProcedures(vend: Vend): Procedure[] {
  return [quote, buy, order, myOrders, sales, pullDeliveries, ackDelivery, redeliver, refundOrder].map((make) => make(vend));
}
