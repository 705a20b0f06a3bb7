import { toMinor } from '@scrip/bank';
import { type Param, param, t } from '@scrip/rpc';
import type { Order } from '../orders/model.ts';
import type { Vend } from '../vend.ts';

// What vend.refundOrder and vend.giveBack share.

/** 0: all that is left. */
export const refundedAmount = (of: string): Param<number> =>
  param(t.int({ min: 0 }), `Whole major units; 0: all that is left of ${of}.`, 0);

/** As operations take it: minor units of the order's currency; undefined: all that is left. Raises bank.invalid_amount. */
export async function askedOf({ bank }: Vend, { currency }: Order, amount: number): Promise<bigint | undefined> {
  return amount === 0 ? undefined : toMinor(amount, await bank.currencies.get(currency));
}
