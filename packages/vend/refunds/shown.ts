import { minorToMajor } from '@scrip/kernel';
import { t } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import type { Refunded } from './refunds.ts';

export const REFUNDED = t.struct({ transaction_id: t.string(), amount: t.double() });

/** An answer, in the currency of the order. */
export async function shownRefund({ orders, bank }: Vend, orderId: string, { journal, amount }: Refunded) {
  const order = await orders.find(orderId);
  if (!order) throw new Error(`order ${orderId} was found and is gone`);
  return { transaction_id: journal ?? '', amount: minorToMajor(amount, await bank.currencies.get(order.currency)) };
}
