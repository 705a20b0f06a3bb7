import { extend, rent, terminate } from './leases.ts';
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
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  /** Undefined where there is nothing yet that it could be done with. */
  draw(draw: Draw): Order | undefined;
}

/** More than anybody has. */
const FORTUNE = 2_000_000_000;

/** One row for each thing that clients do. */
export const OPERATIONS: readonly Operation[] = [
  { weight: 50, draw: (draw) => pay(draw, draw.random.whole(1, 40), 0) },
  { weight: 6, draw: (draw) => pay(draw, draw.random.whole(1, 40), 1) },
  // Refused whatever the payer has.
  { weight: 5, draw: (draw) => ({ ...pay(draw, FORTUNE, 1), refusals: [INSUFFICIENT_FUNDS] }) },
  { weight: 9, draw: (draw) => transfer(draw, draw.random.whole(1, 30), WORKING, SAVINGS) },
  { weight: 9, draw: (draw) => transfer(draw, draw.random.whole(1, 30), SAVINGS, WORKING) },
  { weight: 3, draw: payInWorld },
  { weight: 6, draw: hold },
  { weight: 4, draw: (draw) => settle(draw, 'post') },
  { weight: 2, draw: (draw) => settle(draw, 'void') },
  { weight: 4, draw: split },
  { weight: 4, draw: refund },
  { weight: 3, draw: rent },
  { weight: 2, draw: extend },
  { weight: 2, draw: terminate },
  { weight: 4, draw: buy },
  // Only for the few who have a shop.
  { weight: 6, draw: refundOrder },
  { weight: 3, draw: giveCredit },
];
