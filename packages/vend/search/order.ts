import assert from 'node:assert';
import { invalidParams, type Type } from '@scrip/rpc';

const WORDS = ['sales', 'price', 'prims', 'name', 'created', 'rating', 'collection', 'featured'] as const;
export type OrderWord = (typeof WORDS)[number];

/** What results are sorted by. Where that is the same for two products, their numbers decide, in the same direction. */
export interface SortOrder {
  readonly by: OrderWord;
  readonly descending: boolean;
}

/** As the document writes them. */
const ORDERS: ReadonlyMap<string, SortOrder> = new Map([
  ['featured', { by: 'featured', descending: true }],
  ...WORDS.flatMap((by): [string, SortOrder][] => [
    [`${by}-asc`, { by, descending: false }],
    [`${by}-desc`, { by, descending: true }],
  ]),
]);

/** The text of an order, such as `sales-desc`. `#` does for `-`, which the document calls a hash. */
export const orderType: Type<string> = {
  kind: 'string',
  schema: { type: 'string', enum: [...ORDERS.keys()] },
  parse(value, path) {
    const text = typeof value === 'string' ? value.trim().toLowerCase().replace('#', '-') : undefined;
    if (text !== undefined && ORDERS.has(text)) return text;
    const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : 'no text';
    throw invalidParams(`${path} is ${shown}; ${WORDS.join(', ')} with -asc or -desc is needed (such as sales-desc), or featured alone`);
  },
  check: () => 'a parameter, and no result',
};

/** What a text of this type says. */
export function orderOf(text: string): SortOrder {
  const order = ORDERS.get(text);
  assert(order, `${text} is no text of orderType`);
  return order;
}
