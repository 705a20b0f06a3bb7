import type { Books } from './books.ts';
import { checkCards } from './card-checks.ts';
import { type DealScene, netText } from './deal-scene.ts';
import { type Deal, dealOf, isDeed, nothingPaid, redemptionId } from './deals.ts';
import { checkDeeds } from './deed-checks.ts';
import { groupBy } from './group.ts';
import type { History } from './history.ts';
import { checkLeases } from './lease-checks.ts';
import { checkSales } from './sale-checks.ts';
import type { Violation } from './violation.ts';

/** The kinds of journals that are nothing without a deal. */
const KINDS: Readonly<Record<string, Deal['what'][]>> = {
  rent: ['new', 'extend'],
  rent_refund: ['terminated'],
  sale: ['order'],
  sale_refund: ['refund'],
  gift_card: ['card', 'redeemed'],
};

/** What payments bought, held against what was paid: pure, over one snapshot. */
export function checkDeals(books: Books, history: History, asked: DealScene['asked']): Violation[] {
  const found: Violation[] = [];
  const entries = groupBy(books.entries, (entry) => entry.journal);
  const kinds = new Map(books.journals.map(({ id, kind }) => [id, kind]));
  const scene: DealScene = {
    books,
    history,
    asked,
    report: (code, detail) => found.push({ code, detail }),
    moved: (journal) => netText((entries.get(journal) ?? []).map(({ account, amount }) => [account, amount] as const)),
    kindOf: (journal) => kinds.get(journal),
  };
  const deals = dealsIn(books);
  for (const { id, kind } of books.journals) {
    const wanted = KINDS[kind];
    const what = deals.get(id)?.what;
    if (wanted && !(what && wanted.includes(what)))
      scene.report('deal_unpaired', `journal ${id}, a ${kind}, paid for ${what ?? 'nothing'}`);
  }
  checkLeases(scene);
  checkDeeds(scene);
  checkSales(scene);
  checkCards(scene);
  return found;
}

/** Every deal that the slices have rows of, by its payment; those without one by `nothingPaid`. */
export function dealsIn({ units, leaseLog, orders, cards }: Books): Map<string, Deal> {
  const rented = new Map(units.map((unit) => [unit.id, unit]));
  const deals = new Map<string, Deal>();
  for (const row of leaseLog) {
    const unit = rented.get(row.unit);
    const deal = unit && dealOf(row, unit);
    if (deal && !isDeed(deal) && row.journal !== null) deals.set(row.amount > 0n ? row.journal : nothingPaid(row.journal), deal);
  }
  for (const { id, product, recipient, affiliate, amount, refund } of orders) {
    deals.set(id, { what: 'order', product, recipient, amount, affiliate });
    if (refund !== null) deals.set(refund, { what: 'refund', order: id });
  }
  for (const { id, merchant, amount, redeemedBy } of cards) {
    deals.set(id, { what: 'card', merchant, amount });
    if (redeemedBy !== null) deals.set(redemptionId(id), { what: 'redeemed', card: id, by: redeemedBy });
  }
  return deals;
}
