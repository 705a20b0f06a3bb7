import { accountId, journalId } from '@scrip/bank';
import { creditAccountId } from './deals.ts';
import { type Draw, INSUFFICIENT_FUNDS, moves, type Order, SAVINGS, WORKING } from './orders.ts';

const [PRICE_CHANGED, SOLD_OUT] = [1530, 1531];

/**
 * Something of somebody else's, for oneself or as a gift, at an object in-world, through who sells for a commission, or from the
 * merchant; store credit pays first where it may.
 */
export function buy({ random, self, people, shops, requestId }: Draw): Order {
  const { products, ...shop } = random.pick(shops.filter(({ keeper }) => keeper !== self));
  const { id, price, limited } = random.pick(products);
  const recipient = random.chance(0.2) ? random.pick(people) : self;
  const account = random.chance(0.15) ? SAVINGS : WORKING;
  const [vendor, named] = random.pick([
    ['', ''],
    [shop.vendor, ''],
    ['', shop.affiliate],
  ] as const);
  const affiliate = vendor === '' && named === '' ? null : shop.affiliate;
  const useCredit = random.chance(0.4);
  // Credit that another client of the same buyer spends meanwhile begins it anew, not for ever.
  const refusals = useCredit || limited ? [PRICE_CHANGED] : [];
  if (limited) refusals.push(SOLD_OUT);
  if (useCredit || !self.rich || account !== WORKING) refusals.push(INSUFFICIENT_FUNDS);
  return {
    method: 'vend.buy',
    params: [id, recipient === self ? '' : recipient.akey, vendor, named, account, useCredit ? 1 : 0, price, requestId],
    journal: journalId(self.akey, requestId),
    effect: {
      ...moves('sale', ''),
      notices: recipient === self ? 0 : 1,
      deal: { what: 'order', product: id, recipient: recipient.akey, amount: BigInt(price), affiliate },
    },
    refusals,
  };
}

/** Of what oneself has sold lately, perhaps not for the first time: then it is the same refund. */
export function refundOrder({ random, self, shops, deals }: Draw): Order | undefined {
  const mine = shops.find((shop) => shop.keeper === self)?.products.map(({ id }) => id) ?? [];
  const sold = deals.filter(({ effect: { deal } }) => deal?.what === 'order' && mine.includes(deal.product));
  if (sold.length === 0) return undefined;
  const { journal: order } = random.pick(sold);
  return {
    method: 'vend.refundOrder',
    params: [order, ''],
    journal: journalId(self.akey, `refund of order ${order}`),
    effect: { ...moves('sale_refund', ''), notices: null, deal: { what: 'refund', order } },
    // Affiliates and partners give back their parts, and may have spent them.
    refusals: [INSUFFICIENT_FUNDS],
  };
}

/** For a customer of one's own shop. */
export function giveCredit({ random, self, people, shops, comment, requestId }: Draw): Order | undefined {
  if (!shops.some((shop) => shop.keeper === self)) return undefined;
  const holder = random.pick(people.filter((one) => one !== self));
  const amount = random.whole(1, 30);
  const leg = { debit: accountId(self.akey, WORKING), credit: creditAccountId(self.akey, holder.akey), amount: BigInt(amount) };
  return {
    method: 'vend.giveCredit',
    params: ['', holder.akey, amount, comment, requestId],
    journal: journalId(self.akey, requestId),
    effect: { ...moves('store_credit', comment, leg), notices: 1 },
    refusals: self.rich ? [] : [INSUFFICIENT_FUNDS],
  };
}
