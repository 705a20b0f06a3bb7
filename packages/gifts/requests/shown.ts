import type { Bank } from '@scrip/bank';
import { minorToMajor } from '@scrip/kernel';
import { t } from '@scrip/rpc';
import type { Contents } from './model.ts';

export const TIME = t.struct({ timestamp: t.int({ max: Number.MAX_SAFE_INTEGER }), time_str: t.string() });

/** Seconds since 1970, and as the document writes them: `2013-11-01 09:17:36 +0000`. */
export function shownTime(time: Date) {
  const [date, clock] = time.toISOString().split(/[T.]/);
  return { timestamp: Math.floor(time.getTime() / 1000), time_str: `${date} ${clock} +0000` };
}

/** What is asked for, in major units; nothing where it is neither money nor a product. */
export async function shownContents({ currencies }: Pick<Bank, 'currencies'>, { amount, currency, productId }: Contents) {
  if (productId !== null) return { prod_id: productId };
  if (amount === 0n) return {};
  return { amount: minorToMajor(amount, await currencies.get(currency)), currency };
}
