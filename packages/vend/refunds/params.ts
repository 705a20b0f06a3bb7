import { toMinor } from '@scrip/bank';
import { type Decimal, ZERO } from '@scrip/kernel';
import { type Param, param, t } from '@scrip/rpc';
import type { Order } from '../orders/model.ts';
import type { Vend } from '../vend.ts';

// What vend.refundOrder and vend.giveBack share.

/** 0: all that is left. */
export function refundedAmount(what: string): Param<Decimal> {
  return param(t.amount({ min: 0 }), `Major units, in the decimal places of the order's currency; 0: all that is left of ${what}.`, ZERO);
}

/** As operations take it: minor units of the order's currency; undefined: all that is left. Raises bank.invalid_amount. */
export async function askedOf({ bank }: Vend, { currency }: Order, amount: Decimal): Promise<bigint | undefined> {
  return amount === ZERO ? undefined : toMinor(amount, await bank.currencies.get(currency));
}
