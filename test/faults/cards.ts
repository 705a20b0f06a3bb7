import { journalId } from '@scrip/bank';
import { cardOwner, redemptionId } from './deals.ts';
import type { Request } from './history.ts';
import { type Draw, INSUFFICIENT_FUNDS, moves, type Order, WORKING } from './orders.ts';

/** Another avatar was first. */
export const CARD_REDEEMED = 1552;
/** So few that those who redeem at the same time want the same ones. */
const NEWEST = 3;

/** For the shop of somebody else. */
export function buyCard({ random, self, shops, requestId }: Draw): Order {
  const { keeper } = random.pick(shops.filter((shop) => shop.keeper !== self));
  const amount = random.whole(1, 20);
  return {
    method: 'vend.buyGiftCard',
    params: [keeper.akey, amount, WORKING, requestId],
    journal: journalId(self.akey, requestId),
    effect: { ...moves('gift_card', ''), deal: { what: 'card', merchant: keeper.akey, amount: BigInt(amount) } },
    refusals: self.rich ? [] : [INSUFFICIENT_FUNDS],
  };
}

/** Whoever bought it, and whoever else tries: it is worth something to the first. */
export function redeemCard({ random, self, deals }: Draw): Order | undefined {
  const cards = deals.filter(({ effect: { deal } }) => deal?.what === 'card' && deal.merchant !== self.akey).slice(-NEWEST);
  if (cards.length === 0) return undefined;
  const bought = random.pick(cards);
  const { journal: card } = bought;
  return {
    method: 'vend.redeemGiftCard',
    params: [codeOf(bought)],
    journal: redemptionId(card),
    effect: { ...moves('gift_card', ''), principal: cardOwner(card), deal: { what: 'redeemed', card, by: self.akey } },
    refusals: [CARD_REDEEMED],
  };
}

function codeOf({ requestId, attempts }: Request): string {
  for (const { outcome } of attempts) if (outcome?.kind === 'acknowledged') return outcome.told;
  throw new Error(`the gift card of ${requestId} was never acknowledged`);
}
