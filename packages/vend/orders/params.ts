import { idParam, type Param, param, t } from '@scrip/rpc';

// What the procedures of orders, refunds and deliveries share.

export { capabilities, ownMerchant as merchant } from '../params.ts';
export const orderId = idParam('The order.');
export const collectionName: Param<string> = param(
  t.string({ max: 255 }),
  'One collection of theirs; empty: all of them, which officers of a manager group may not.',
  '',
);
