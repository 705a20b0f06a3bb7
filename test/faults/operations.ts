import { buyCard, redeemCard } from './cards.ts';
import { extendFree, namePayer, passOn } from './deeds.ts';
import { payGroup } from './group-payments.ts';
import { extend, extendForAnother, rent, terminate } from './leases.ts';
import {
  type Draw,
  hold,
  INSUFFICIENT_FUNDS,
  type Order,
  pay,
  payInWorld,
  refund,
  SAVINGS,
  settle,
  split,
  transfer,
  WORKING,
} from './orders.ts';
import { buy, giveCredit, refundOrder } from './sales.ts';

export interface Operation {
  readonly name: string;
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  /** Undefined where there is nothing yet that it could be done with. */
  draw(draw: Draw): Order | undefined;
}

/** More than anybody has. */
const FORTUNE = 2_000_000_000;
/** Refused whatever the payer has. */
export const NEVER = 'pay too much';

/** One row for each thing that clients do. */
export const OPERATIONS: readonly Operation[] = [
  { name: 'pay', weight: 46, draw: (draw) => pay(draw, draw.random.whole(1, 40), 0) },
  { name: 'pay and tell', weight: 6, draw: (draw) => pay(draw, draw.random.whole(1, 40), 1) },
  { name: NEVER, weight: 5, draw: (draw) => ({ ...pay(draw, FORTUNE, 1), refusals: [INSUFFICIENT_FUNDS] }) },
  { name: 'pay a group', weight: 3, draw: payGroup },
  { name: 'save', weight: 9, draw: (draw) => transfer(draw, draw.random.whole(1, 30), WORKING, SAVINGS) },
  { name: 'take savings', weight: 9, draw: (draw) => transfer(draw, draw.random.whole(1, 30), SAVINGS, WORKING) },
  { name: 'pay in-world', weight: 3, draw: payInWorld },
  { name: 'hold', weight: 6, draw: hold },
  { name: 'post', weight: 4, draw: (draw) => settle(draw, 'post') },
  { name: 'void', weight: 2, draw: (draw) => settle(draw, 'void') },
  { name: 'split', weight: 4, draw: split },
  { name: 'refund', weight: 4, draw: refund },
  { name: 'rent', weight: 3, draw: rent },
  { name: 'extend', weight: 2, draw: extend },
  { name: 'terminate', weight: 2, draw: terminate },
  { name: 'name a payer', weight: 1, draw: namePayer },
  { name: 'extend for another', weight: 2, draw: extendForAnother },
  { name: 'pass a lease on', weight: 1, draw: passOn },
  { name: 'extend free', weight: 1, draw: extendFree },
  { name: 'buy', weight: 4, draw: buy },
  // Only for the few who have a shop.
  { name: 'refund an order', weight: 6, draw: refundOrder },
  { name: 'give credit', weight: 3, draw: giveCredit },
  { name: 'buy a card', weight: 1, draw: buyCard },
  { name: 'redeem a card', weight: 2, draw: redeemCard },
];
