import { accountId } from '@scrip/bank';
import { cardAccountId, cardOwner, creditAccountId, redemptionId } from './deals.ts';
import type { Outcome } from './history.ts';
import { addLeases, deal, pay, working } from './lease-world.ts';
import { account, acknowledged, enter, refused, request, type World } from './oracle-world.ts';
import { SAVINGS, WORKING } from './orders.ts';

// The part of the oracle's small world that is about deals: Dora has places for rent and sells vases, a quarter of which is Eve's.

/**
 * Ann gave Carl 70 and Gil 15. Carl rents (`addLeases`) and paid 3 to those who share the kiosk's rent, of whom he is one; he bought a vase from Fay, who gets a commission, and another one as
 * a gift, partly on credit, which was paid back; and two gift cards, of which Fay redeemed one and Gil tried to.
 */
export function addDeals(world: World): void {
  const { books, history } = world;
  for (const owner of ['carl', 'dora', 'eve']) books.accounts.push(account(working(owner), { owner }));
  books.accounts.push(account(accountId('carl', SAVINGS), { owner: 'carl', name: SAVINGS }));
  addLeases(world);
  for (const [who, amount] of [['carl', 70n] as const, ['gil', 15n] as const]) {
    const pocket = { debit: 'a', credit: working(who), amount };
    enter(books, { id: `journal pocket of ${who}`, principal: 'ann', kind: 'pay', comment: `comment pocket of ${who}` }, pocket);
    history.requests.push(request(`pocket of ${who}`, { transfers: [pocket] }, [acknowledged(`journal pocket of ${who}`)]));
  }
  const shares = [pay('carl', 'dora', 1n), pay('carl', 'eve', 1n)];
  enter(books, { id: 'journal staff', principal: 'carl', kind: 'pay', comment: 'comment staff' }, ...shares);
  history.requests.push({ ...request('staff', { transfers: shares }, [acknowledged('journal staff')]), principal: 'carl' });
  addSales(world);
  addCards(world);
}

function addSales(world: World): void {
  const { books, history } = world;
  const credit = creditAccountId('dora', 'carl');
  books.accounts.push(account(credit, { owner: 'credit of carl', name: 'credit' }));
  const credited = { debit: working('dora'), credit, amount: 4n };
  enter(books, { id: 'journal given', principal: 'dora', kind: 'store_credit', comment: 'comment given' }, credited);
  books.notices.push('journal given');
  const gave = request('given', { kind: 'store_credit', transfers: [credited], notices: 1 }, [acknowledged('journal given')]);
  history.requests.push({ ...gave, principal: 'dora' });

  const partners = [{ key: 'eve', share: 2_500 }];
  books.products.push({ id: 1, merchant: 'dora', left: 4, sales: 1, partners, commission: 3_000 });
  history.stocks.push({ product: 1, pieces: 5 });
  const order = { product: 1, merchant: 'dora', buyer: 'carl', amount: 11n, credit: 0n, account: WORKING, refund: null };
  books.orders.push({ ...order, id: 'journal vase', recipient: 'carl', affiliate: 'fay', state: 'queued', deliveries: 'queued' });
  const vase = { what: 'order', product: 1, recipient: 'carl', amount: 11n, affiliate: 'fay' } as const;
  // 3.3, 2.75 and 4.95.
  deal(world, 'vase', { kind: 'sale', what: vase, principal: 'carl' }, [
    pay('carl', 'fay', 3n),
    pay('carl', 'eve', 3n),
    pay('carl', 'dora', 5n),
  ]);
  const refunded = { state: 'refunded', refund: 'journal back to carl', deliveries: 'failed' };
  books.orders.push({ ...order, ...refunded, id: 'journal gift', recipient: 'bob', affiliate: null, credit: 4n });
  const onCredit = (to: string, amount: bigint) => ({ debit: credit, credit: working(to), amount });
  const gift = [onCredit('eve', 3n), onCredit('dora', 1n), pay('carl', 'dora', 7n)];
  const given = { ...vase, recipient: 'bob', affiliate: null };
  deal(world, 'gift', { kind: 'sale', what: given, principal: 'carl', notices: 1 }, gift);
  const toCredit = (from: string, amount: bigint) => ({ debit: working(from), credit, amount });
  const back = [toCredit('eve', 3n), toCredit('dora', 1n), pay('dora', 'carl', 7n)];
  for (const [leg, { amount }] of gift.entries()) {
    books.refunds.push({ original: 'journal gift', leg, journal: 'journal back to carl', amount });
  }
  const what = { what: 'refund', order: 'journal gift' } as const;
  deal(world, 'back to carl', { kind: 'sale_refund', what, principal: 'dora', notices: 2 }, back);
}

function addCards(world: World): void {
  const { books, history } = world;
  for (const [name, amount, redeemedBy] of [['card', 5n, 'fay'] as const, ['other card', 2n, null] as const]) {
    const id = `journal ${name}`;
    books.accounts.push(account(cardAccountId(id), { owner: cardOwner(id), name: 'card' }));
    books.cards.push({ id, merchant: 'dora', buyer: 'carl', amount, redeemedBy });
    const bought = [{ debit: working('carl'), credit: cardAccountId(id), amount }];
    deal(world, name, { kind: 'gift_card', what: { what: 'card', merchant: 'dora', amount }, principal: 'carl' }, bought);
  }
  const [card, credit] = ['journal card', creditAccountId('dora', 'fay')];
  books.accounts.push(account(credit, { owner: 'credit of fay', name: 'credit' }));
  const [id, principal] = [redemptionId(card), cardOwner(card)];
  enter(books, { id, principal, kind: 'gift_card', comment: '' }, { debit: cardAccountId(card), credit, amount: 5n });
  const redeem = (by: string, outcomes: readonly Outcome[]) => {
    const asked = request('', { kind: 'gift_card', comment: '', principal, deal: { what: 'redeemed', card, by } }, outcomes);
    history.requests.push({ ...asked, principal: by, journal: id, refusals: [1552] });
  };
  redeem('fay', [acknowledged(id, '5'), acknowledged(id, '5')]);
  redeem('gil', [refused(1552)]);
}
