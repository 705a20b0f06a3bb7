import { type JournalId, minorToMajor } from '@scrip/kernel';
import { t } from '@scrip/rpc';
import type { Order } from '../orders/model.ts';
import type { Vend } from '../vend.ts';
import type { Refunded } from './refunds.ts';

export const REFUNDED = t.struct({ transaction_id: t.string(), amount: t.double() });

/** What was given back of an order, in its currency. */
export async function shownRefund({ bank }: Vend, { currency }: Pick<Order, 'currency'>, { journal, amount }: Refunded) {
  return { transaction_id: journal ?? '', amount: minorToMajor(amount, await bank.currencies.get(currency)) };
}

/** The answer that a retry got before. */
export async function shownAgain(vend: Vend, orderId: string, journal: JournalId) {
  const order = await vend.orders.find(orderId);
  if (!order) throw new Error(`order ${orderId} was refunded and is gone`);
  return shownRefund(vend, order, await vend.refunds.answerOf(journal));
}
