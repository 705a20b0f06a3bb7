import { keyOrNameParam } from '@scrip/avatars';
import { capabilitiesParam } from '@scrip/capability';
import { type Param, param, t } from '@scrip/rpc';
import type { Vend } from '../vend.ts';
import { orderType } from './order.ts';
import type { Wanted } from './wanted.ts';

// Parameters of both searches. Those of the documented one have to be there, ours may be left out.

export const capabilities = capabilitiesParam;

export const text = t.string({ max: 1_024 });

type Usual<T> = [] | [T];
export const merchant = (...usual: Usual<string>): Param<string> =>
  keyOrNameParam('Key or name of the merchant whose products are wanted; empty: those of all.', ...usual);
export const includeMature = (...usual: Usual<number>): Param<number> =>
  param(t.flag(), '1: all products; 0: only those for everybody, as for devices in regions for everybody.', ...usual);
export const orderby = (...usual: Usual<string>): Param<string> =>
  param(
    orderType,
    'sales, price, prims, name, created, rating or collection with -asc or -desc, such as sales-desc; or featured.',
    ...usual,
  );
export const lowPrice = (...usual: Usual<number>): Param<number> =>
  param(t.double(), 'The lowest price that is wanted; -1, or any other number below 0: no bound.', ...usual);
export const highPrice = (...usual: Usual<number>): Param<number> =>
  param(t.double(), 'The highest price that is wanted; -1, or any other number below 0: no bound.', ...usual);
export const offset = (...usual: Usual<number>): Param<number> =>
  param(t.int({ min: 0 }), 'How many to leave out at the beginning, of those that match.', ...usual);

/** Raises general.unknown_avatar. */
export async function readWanted(
  { avatars }: Vend,
  { text, categories, ...given }: Pick<Wanted, 'text' | 'categories'> & { merchant: string; mature: number; low: number; high: number },
): Promise<Wanted> {
  return {
    text,
    categories,
    merchant: given.merchant === '' ? undefined : (await avatars.get(given.merchant)).akey,
    mature: given.mature === 1,
    low: given.low < 0 ? undefined : given.low,
    high: given.high < 0 ? undefined : given.high,
  };
}

export const SEARCH_NOTES = [
  'A text matches where each of its words (the first 16 count) is in the name, the description or the tags: words of letters and digits in',
  'any case and order. The last one also finds longer words that begin with it, when it has three letters or more (fewer in scripts whose',
  'letters take several bytes). A text without any letter or digit matches nothing. Prices are compared as the numbers that callers see,',
  'in whatever currency. featured lists what is featured before the rest; where two products are alike in an order, -desc and featured',
  'list the newer one first. Without any capability the products of public collections are found. A bad capability is a fault, rather',
  'than an answer that lacks what it should have opened; empty texts are passed over. Changes count at once: what turns private or is',
  'removed is found no more. A page costs the more the greater its offset is.',
].join('\n');
