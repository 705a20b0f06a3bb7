import { type Origin, type Request, requestHash } from '@scrip/bank';
import type { AvatarKey, Decimal, Uuid } from '@scrip/kernel';
import type { Order } from '../orders/model.ts';

/** What is asked for of an order, and may be asked for again. */
export interface Refund extends Request, Pick<Origin, 'chain'> {
  readonly order: Order;
  /** Minor units of the order's currency; undefined: all that is left. */
  readonly amount: bigint | undefined;
  /** Who gives back of their own part; undefined: the merchant takes back everybody's. */
  readonly giver?: AvatarKey;
  /** Whether the merchant pays what the others are short of: the merchant's own choice. */
  readonly cover?: boolean;
  readonly comment: string;
}

/** Where all of it is taken back without a request id, the journal's id is worked out of the order: it is booked once, whoever asks. */
export function originOf({ order, amount, giver, principal, requestId }: Refund): Pick<Origin, 'principal' | 'requestId'> {
  if (amount !== undefined || giver !== undefined || requestId !== '') return { principal, requestId };
  return { principal: order.merchant, requestId: `refund of order ${order.id}` };
}

/** What a call asks for. */
interface Asked {
  readonly order_id: string;
  readonly amount: Decimal;
  readonly cover?: number;
  readonly comment?: string;
}

/** `requestHash` of a call: what a retry repeats. */
export function hashOf(procedure: string, { order_id, amount, cover = 0, comment = '' }: Asked): Uuid {
  return requestHash(procedure, order_id.toLowerCase(), amount, cover, comment);
}
