import type { Uuid } from '@scrip/kernel';
import { sharesOf } from '../opening.ts';
import type { Stage } from '../stage.ts';
import type { Step } from '../step.ts';

const GIVERS = 6;

/** Buying, and what can be done about it afterwards. */
export const SALES: readonly Step[] = [
  {
    weight: 14,
    async act(stage) {
      const { random, cast } = stage;
      const params = {
        prod_id: random.pick(stage.made.products),
        recipient: random.chance(0.2) ? random.pick(cast.actors).akey : '',
        affiliate: random.chance(0.4) ? random.pick([cast.is('affiliate'), cast.is('buyer'), cast.is('friend')]).akey : '',
        account_name: random.chance(0.2) ? 'purse' : 'working',
        use_credit: Number(random.chance(0.4)),
      };
      const order = await stage.ask<{ order_id: Uuid; transaction_id: Uuid }>(
        stage.someone('buyer', 'friend', 'partner'),
        'vend.buy',
        params,
      );
      if (!order) return;
      stage.made.orders.push(order.order_id);
      if (order.transaction_id !== '') stage.made.transactions.push(order.transaction_id);
    },
  },
  {
    weight: 3,
    act: (stage) =>
      stage.ask(stage.cast.is('owner'), 'vend.giveCredit', {
        akey: stage.someone('buyer', 'partner', 'friend').akey,
        amount: stage.random.whole(1, 50),
      }),
  },
  {
    weight: 2,
    async act(stage) {
      const params = { merchant: stage.cast.is('owner').akey, amount: stage.random.whole(1, 50) };
      const card = await stage.ask<{ code: string }>(stage.someone('buyer'), 'vend.buyGiftCard', params);
      if (card) stage.made.cards.push(card.code);
    },
  },
  {
    weight: 2,
    async act(stage) {
      if (stage.made.cards.length > 0)
        await stage.do(stage.someone('friend'), 'vend.redeemGiftCard', { code: stage.random.pick(stage.made.cards) });
    },
  },
  { weight: 10, act: refund },
  {
    weight: 5,
    async act(stage) {
      const order = anOrder(stage);
      if (!order) return;
      // Whoever got a part of it may; the others are refused.
      for (const giver of stage.random.shuffled(stage.cast.actors).slice(0, GIVERS)) {
        await stage.ask(giver, 'vend.giveBack', { order_id: order, amount: stage.random.pick([0, 1, 2, 5]) });
      }
    },
  },
  {
    weight: 2,
    async act(stage) {
      const order = anOrder(stage);
      if (order) await stage.do(stage.someone('owner', 'officer'), 'vend.refundPreview', { order_id: order });
    },
  },
  {
    weight: 3,
    act: (stage) =>
      stage.do(stage.someone('owner'), 'vend.updateProduct', { prod_id: stage.random.pick(stage.made.products), changes: sharesOf(stage) }),
  },
];

function anOrder({ made: { orders }, random }: Stage): Uuid | undefined {
  return orders.length > 0 ? random.pick(orders) : undefined;
}

/** Whole, of a part, or covered; by anybody. */
async function refund(stage: Stage): Promise<void> {
  const order = anOrder(stage);
  if (!order) return;
  const { random } = stage;
  const who = stage.someone('owner', 'owner', 'officer', 'manager');
  const cover = Number(random.chance(who.role === 'owner' ? 0.4 : 0.1));
  const params = { order_id: order, comment: '', amount: random.chance(0.5) ? 0 : random.whole(1, 20), cover };
  const refunded = await stage.ask<{ transaction_id: Uuid }>(who, 'vend.refundOrder', params, random.chance(0.5));
  if (refunded && cover === 1 && who.role === 'owner') stage.made.covered.add(refunded.transaction_id);
}
