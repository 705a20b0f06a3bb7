import { accountId } from '@scrip/bank';
import type { LeaseLogRow } from './deal-books.ts';
import { creditAccountId, type Deal, unitKey } from './deals.ts';
import type { Leg } from './history.ts';
import { account, acknowledged, enter, request, type World } from './oracle-world.ts';
import { SAVINGS, WORKING } from './orders.ts';

// The part of the oracle's small world that is about deals: Dora has two stalls for rent and sells vases, a quarter of which is Eve's.

const working = (akey: string) => accountId(akey, WORKING);
const pay = (from: string, to: string, amount: bigint): Leg => ({ debit: working(from), credit: working(to), amount });
const [STALL, BOOTH] = ['Stall #1', 'Booth'];

/**
 * Carl got 40 from Ann. He has the stall and extended it; the booth he had three times: he ended it and got half back, he
 * walked out, and he let it expire. He bought a vase, and another one as a gift, partly on credit, which was paid back.
 */
export function addDeals(world: World): void {
  const { books, history } = world;
  const credit = creditAccountId('dora', 'carl');
  for (const owner of ['carl', 'dora', 'eve']) books.accounts.push(account(working(owner), { owner }));
  books.accounts.push(account(accountId('carl', SAVINGS), { owner: 'carl', name: SAVINGS }));
  books.accounts.push(account(credit, { owner: 'credit of carl', name: 'credit' }));
  const pocket = { debit: 'a', credit: working('carl'), amount: 40n };
  enter(books, { id: 'journal pocket', principal: 'ann', kind: 'pay', comment: 'comment pocket' }, pocket);
  history.requests.push(request('pocket', { transfers: [pocket] }, [acknowledged('journal pocket')]));

  const unit = { owner: 'dora', refundPercent: 50, lease: null, lessee: null, leasedAt_ms: null, paidUntil_ms: null };
  const lease = { lease: 'lease kept', lessee: 'carl', leasedAt_ms: 1_000, paidUntil_ms: 1_000 + 7_200_000 };
  books.units.push({ ...unit, ...lease, id: 'stall', name: STALL }, { ...unit, id: 'booth', name: BOOTH });
  rent(world, 'rented', 'stall', 'lease kept', 'new', 3_600, 5n);
  rent(world, 'longer', 'stall', 'lease kept', 'extend', 3_600, 5n);
  rent(world, 'short', 'booth', 'lease ended', 'new', 3_600, 8n);
  end(world, 'ended', 'lease ended', 1_800, 2n, false);
  rent(world, 'night', 'booth', 'lease waived', 'new', 20, 1n);
  end(world, 'walked out', 'lease waived', 15, 0n, true);
  rent(world, 'day', 'booth', 'lease over', 'new', 20, 1n);
  books.leaseLog.push(change('expire', 'booth', 'lease over', 0, 0n, null));
  books.notices.push('lease over', 'lease over');

  const given = { debit: working('dora'), credit, amount: 4n };
  enter(books, { id: 'journal given', principal: 'dora', kind: 'store_credit', comment: 'comment given' }, given);
  books.notices.push('journal given');
  const gave = request('given', { kind: 'store_credit', transfers: [given], notices: 1 }, [acknowledged('journal given')]);
  history.requests.push({ ...gave, principal: 'dora' });

  books.products.push({ id: 1, merchant: 'dora', left: 4, sales: 1, partners: [{ key: 'eve', share: 2_500 }] });
  history.stocks.push({ product: 1, pieces: 5 });
  const order = { product: 1, merchant: 'dora', buyer: 'carl', amount: 11n, credit: 0n, account: WORKING, refund: null };
  books.orders.push({ ...order, id: 'journal vase', recipient: 'carl', state: 'queued', deliveries: 'queued' });
  const vase = { what: 'order', product: 1, recipient: 'carl', amount: 11n } as const;
  deal(world, 'vase', 'sale', vase, 'carl', [pay('carl', 'eve', 3n), pay('carl', 'dora', 8n)]);
  const refunded = { state: 'refunded', refund: 'journal back to carl', deliveries: 'failed' };
  books.orders.push({ ...order, ...refunded, id: 'journal gift', recipient: 'bob', credit: 4n });
  const onCredit = (to: string, amount: bigint) => ({ debit: credit, credit: working(to), amount });
  const gift = [onCredit('eve', 3n), onCredit('dora', 1n), pay('carl', 'dora', 7n)];
  deal(world, 'gift', 'sale', { ...vase, recipient: 'bob' }, 'carl', gift, 1);
  const back = [{ debit: working('dora'), credit, amount: 4n }, pay('dora', 'carl', 7n)];
  deal(world, 'back to carl', 'sale_refund', { what: 'refund', order: 'journal gift' }, 'dora', back, 1);
}

function rent(world: World, name: string, unit: string, lease: string, what: 'new' | 'extend', secs: number, amount: bigint): void {
  const { books } = world;
  const journal = `journal ${name}`;
  books.leaseLog.push(change(what, unit, lease, secs, amount, journal));
  books.purchases.push({ journal, lease, secs, amount, refundTo: 'carl' });
  if (what === 'new') books.notices.push(lease);
  const key = unitKey('dora', unit === 'stall' ? STALL : BOOTH);
  deal(world, name, 'rent', { what, unit: key, secs, amount }, 'carl', [pay('carl', 'dora', amount)]);
}

function end(world: World, name: string, lease: string, secs: number, amount: bigint, waived: boolean): void {
  const { books, history } = world;
  const journal = `journal ${name}`;
  books.leaseLog.push(change('terminated', 'booth', lease, secs, amount, journal));
  books.notices.push(lease);
  const what: Deal = { what: 'terminated', unit: unitKey('dora', BOOTH), waived };
  const asked = request(name, { kind: 'rent_refund', comment: '', notices: 1, deal: what }, [acknowledged('')]);
  if (amount > 0n) deal(world, name, 'rent_refund', what, 'carl', [pay('dora', 'carl', amount)], 1);
  else history.requests.push({ ...asked, principal: 'carl' });
}

function change(type: string, unit: string, lease: string, secs: number, amount: bigint, journal: string | null): LeaseLogRow {
  return { type, unit, lease, lessee: 'carl', actor: journal === null ? null : 'carl', amount, secs, journal };
}

/** The payment and the request for it. */
function deal(world: World, name: string, kind: string, what: Deal, principal: string, legs: readonly Leg[], notices = 0): void {
  const { books, history } = world;
  const id = `journal ${name}`;
  enter(books, { id, principal, kind, comment: 'about the deal' }, ...legs);
  for (let count = 0; count < notices; count++) books.notices.push(id);
  history.requests.push({ ...request(name, { kind, comment: '', notices, deal: what }, [acknowledged(id)]), principal });
}
