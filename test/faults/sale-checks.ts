import { accountId } from '@scrip/bank';
import type { Uuid } from '@scrip/kernel';
import type { OrderRow, ProductRow } from './deal-books.ts';
import { checkMoved, type DealScene, netText, wasAsked } from './deal-scene.ts';
import { creditAccountId } from './deals.ts';
import { drawnParts } from './draws.ts';
import { groupBy } from './group.ts';
import { WORKING } from './orders.ts';

const ALL = 10_000;

/** What scripts would be given of an order in each state; none of them is alive in a run. */
const DELIVERIES: Readonly<Record<string, string>> = { queued: 'queued', refunded: 'failed' };

const working = (akey: Uuid) => accountId(akey, WORKING);

/** Every order was paid for once and paid back once at most, all as it says, and no piece was sold twice. */
export function checkSales(scene: DealScene): void {
  const { books, history, report } = scene;
  const products = new Map(books.products.map((product) => [product.id, product]));
  for (const order of books.orders) checkOrder(order, products.get(order.product), scene);
  const orders = groupBy(books.orders, (order) => order.product);
  const stocks = new Map(history.stocks.map(({ product, pieces }) => [product, pieces]));
  for (const { id, left, sales } of books.products) {
    const sold = orders.get(id)?.filter(({ state }) => state !== 'refunded').length ?? 0;
    if (sales !== sold) report('stock_changed', `product ${id}: ${sales} sales are counted, ${sold} orders are there`);
    const pieces = stocks.get(id) ?? null;
    if (pieces !== (left === null ? null : left + sold))
      report('stock_changed', `product ${id}: ${left} left and ${sold} sold of ${pieces}`);
  }
}

function checkOrder(order: OrderRow, product: ProductRow | undefined, scene: DealScene): void {
  const { id, recipient, affiliate, amount, state, refund, deliveries } = order;
  const name = `order ${id}`;
  if (!wasAsked(scene, id, { what: 'order', product: order.product, recipient, amount, affiliate }))
    scene.report('deal_unasked', `${name} by ${order.buyer}`);
  checkMoved(scene, `${name}, payment`, id, 'sale', saleOf(order, product));
  if (deliveries !== DELIVERIES[state]) scene.report('rider_mismatch', `${name}, ${state}: deliveries ${deliveries || 'none'}`);
  if ((state === 'refunded') !== (refund !== null)) scene.report('deal_unpaired', `${name} is ${state}, its refund is journal ${refund}`);
  if (refund === null) return;
  if (!wasAsked(scene, refund, { what: 'refund', order: id })) scene.report('deal_unasked', `${name}, refund ${refund}`);
  checkMoved(scene, `${name}, refund`, refund, 'sale_refund', netText(movesOf(backOf(order, product))));
  checkLinks(order, product, scene);
}

/** A part of what was paid: from one of the buyer's accounts, store credit first, to who got it. */
interface Leg {
  readonly from: Uuid;
  readonly isCredit: boolean;
  readonly to: Uuid;
  readonly amount: bigint;
}

function legsOf(order: OrderRow, product: ProductRow | undefined): Leg[] {
  const partners = product?.partners ?? [];
  const shared = partners.reduce((sum, { share }) => sum + share, 0);
  // What is no affiliate's is the merchant's.
  const commission = order.affiliate === null ? 0 : (product?.commission ?? 0);
  const keys = [order.affiliate ?? order.merchant, ...partners.map(({ key }) => key), order.merchant];
  const parts = drawnParts(order.id, order.amount, [commission, ...partners.map(({ share }) => share), ALL - shared - commission]);
  let { credit } = order;
  return keys.flatMap((to, index) => {
    const amount = parts[index] as bigint;
    const ofCredit = credit < amount ? credit : amount;
    credit -= ofCredit;
    return [
      { from: creditAccountId(order.merchant, order.buyer), isCredit: true, to, amount: ofCredit },
      { from: accountId(order.buyer, order.account), isCredit: false, to, amount: amount - ofCredit },
    ];
  });
}

function saleOf(order: OrderRow, product: ProductRow | undefined): string {
  return netText(movesOf(legsOf(order, product)).map(([account, amount]) => [account, -amount] as const));
}

/** Each gives back what they got; what the buyer paid to themselves stays where it is. */
function backOf(order: OrderRow, product: ProductRow | undefined): Leg[] {
  return legsOf(order, product).filter(({ isCredit, to, amount }) => amount > 0n && (isCredit || to !== order.buyer));
}

/** What moves where legs are turned round. */
const movesOf = (legs: readonly Leg[]) =>
  legs.flatMap(({ from, to, amount }) => [[from, amount] as const, [working(to), -amount] as const]);

/** The buyer is told, and whoever else gave something back but the merchant; and all of it is linked to what was paid. */
function checkLinks(order: OrderRow, product: ProductRow | undefined, { books, report }: DealScene): void {
  const back = backOf(order, product);
  const givers = new Set(back.map(({ to }) => to).filter((to) => to !== order.merchant && to !== order.buyer));
  const told = books.notices.filter((about) => about === order.refund).length;
  if (told !== 1 + givers.size)
    report('rider_mismatch', `order ${order.id}: ${told} were told of its refund instead of ${1 + givers.size}`);
  const links = books.refunds.filter(({ journal, original }) => journal === order.refund && original === order.id);
  const [linked, due] = [links, back].map((rows) => rows.reduce((sum, { amount }) => sum + amount, 0n));
  if (linked !== due) report('refund_unlinked', `order ${order.id}: ${due} went back, ${linked} of it by its sale`);
}
