import type { LeaseLogRow, OrderRow, ProductRow, PurchaseRow, UnitRow } from './deal-books.ts';
import { creditAccountId } from './deals.ts';
import type { Leg, Request } from './history.ts';
import { pay } from './lease-world.ts';
import { acknowledged, attempt, enter, forget, type Mutable, refused, type World } from './oracle-world.ts';
import type { Code } from './violation.ts';

// Wrongs about leases and orders, for the oracle's own test.

/** One wrong: what it is, the code by which it has to be found, and what is done to an honest world. */
export type Plant = readonly [what: string, code: Code, plant: (world: World) => void];

export const changeOf = ({ books }: World, journal: string) =>
  books.leaseLog.find((one) => one.journal === journal) as Mutable<LeaseLogRow>;
export const unitOf = ({ books }: World, id: string) => books.units.find((one) => one.id === id) as Mutable<UnitRow>;
const orderOf = ({ books }: World, id: string) => books.orders.find((one) => one.id === id) as Mutable<OrderRow>;
const productOf = ({ books }: World) => books.products[0] as Mutable<ProductRow>;
export const askedFor = ({ history }: World, journal: string) =>
  history.requests.find((one) => one.journal === journal) as Mutable<Request>;

export function unask({ history }: World, journal: string): void {
  history.requests = history.requests.filter((one) => one.journal !== journal);
}

/** The same journal with other transfers: no sum tells. */
export function book(world: World, name: string, principal: string, kind: string, ...legs: readonly Leg[]): void {
  forget(world, `journal ${name}`);
  enter(world.books, { id: `journal ${name}`, principal, kind, comment: 'about the deal' }, ...legs);
}

function unlog({ books }: World, journal: string): void {
  books.leaseLog = books.leaseLog.filter((one) => one.journal !== journal);
}

export const PLANTED_DEALS: readonly Plant[] = [
  ['an acknowledged ending without a payment that is not in the log', 'ack_lost', (world) => unlog(world, 'journal walked out')],
  ['an acknowledged rent that the books do not have', 'ack_lost', (world) => forget(world, 'journal rented')],
  ['an acknowledged extension that is not in the log', 'ack_altered', (world) => unlog(world, 'journal longer')],
  [
    'an acknowledged rent of another unit',
    'ack_altered',
    (world) => {
      changeOf(world, 'journal short').unit = 'stall';
    },
  ],
  [
    'an acknowledged rent for other seconds',
    'ack_altered',
    (world) => {
      changeOf(world, 'journal rented').secs = 3_599;
    },
  ],
  ['an acknowledged purchase without an order', 'ack_altered', (world) => world.books.orders.shift()],
  [
    'an acknowledged gift for somebody else',
    'ack_altered',
    (world) => {
      orderOf(world, 'journal gift').recipient = 'eve';
    },
  ],
  [
    'an acknowledged refund of another order',
    'ack_altered',
    (world) => {
      orderOf(world, 'journal vase').refund = 'journal back to carl';
      orderOf(world, 'journal gift').refund = null;
    },
  ],
  [
    'a payment that was said to be none',
    'ack_id_wrong',
    (world) => {
      askedFor(world, 'journal vase').attempts = [attempt(acknowledged(''))];
    },
  ],
  [
    'a refused ending in the log',
    'refused_present',
    (world) => {
      askedFor(world, 'journal walked out').attempts = [attempt(refused(1203))];
    },
  ],
  ['a rent without a lease', 'deal_unpaired', (world) => unlog(world, 'journal rented')],
  ['a lease without its rent', 'deal_unpaired', (world) => forget(world, 'journal longer')],
  ['time that was paid and not bought', 'deal_unpaired', (world) => world.books.purchases.splice(1, 1)],
  [
    'time that was bought twice',
    'deal_unpaired',
    (world) => world.books.purchases.push({ ...(world.books.purchases[0] as PurchaseRow), journal: 'another' }),
  ],
  ['time that was bought for no lease', 'deal_unpaired', (world) => world.books.purchases.push({ ...BOUGHT, lease: 'lease of nobody' })],
  ['a refund for a lease that did not end', 'deal_unpaired', (world) => unlog(world, 'journal ended')],
  ['a lease that ended without its refund', 'deal_unpaired', (world) => forget(world, 'journal ended')],
  ['a sale without an order', 'deal_unpaired', (world) => world.books.orders.shift()],
  ['an order without its payment', 'deal_unpaired', (world) => forget(world, 'journal vase')],
  ['a refunded order without its journal', 'deal_unpaired', (world) => forget(world, 'journal back to carl')],
  [
    'a refunded order that says of no refund',
    'deal_unpaired',
    (world) => {
      orderOf(world, 'journal gift').refund = null;
    },
  ],
  [
    'a paid refund of an order that stands',
    'deal_unpaired',
    (world) => {
      orderOf(world, 'journal gift').state = 'queued';
    },
  ],
  [
    'a refund of a sale that the merchant pays for who shared in it',
    'deal_amount',
    (world) => {
      const credit = creditAccountId('dora', 'carl');
      book(world, 'back to carl', 'dora', 'sale_refund', { ...pay('dora', 'carl', 4n), credit }, pay('dora', 'carl', 7n));
    },
  ],
  [
    'a refund of a sale that is linked to nothing',
    'refund_unlinked',
    (world) => {
      world.books.refunds = world.books.refunds.filter(({ original }) => original !== 'journal gift');
    },
  ],
  [
    'a refund of a sale that who shared in it was not told of',
    'rider_mismatch',
    ({ books }) => books.notices.splice(books.notices.indexOf('journal back to carl'), 1),
  ],
  ['a rent that nobody asked for', 'deal_unasked', (world) => unask(world, 'journal longer')],
  ['an ending that nobody asked for', 'deal_unasked', (world) => unask(world, 'journal walked out')],
  ['an order that nobody asked for', 'deal_unasked', (world) => unask(world, 'journal vase')],
  ['a refund that nobody asked for', 'deal_unasked', (world) => unask(world, 'journal back to carl')],
  [
    'a refund of more than was unused',
    'deal_amount',
    (world) => {
      changeOf(world, 'journal ended').secs = 1_700;
    },
  ],
  [
    'an ending without the refund that was due',
    'deal_amount',
    (world) => {
      Object.assign(askedFor(world, 'journal walked out').effect.deal ?? {}, { waived: false });
    },
  ],
  [
    'a rent that is another one in the log',
    'deal_amount',
    (world) => {
      changeOf(world, 'journal rented').amount = 6n;
    },
  ],
  [
    'credit that an order says was not used',
    'deal_amount',
    (world) => {
      orderOf(world, 'journal gift').credit = 0n;
    },
  ],
  [
    'an order that another account paid',
    'deal_amount',
    (world) => {
      orderOf(world, 'journal vase').account = 'savings';
    },
  ],
  [
    'a partner who was not paid',
    'deal_amount',
    (world) => {
      productOf(world).partners = [];
    },
  ],
  [
    'an affiliate who was not paid',
    'deal_amount',
    (world) => book(world, 'vase', 'carl', 'sale', pay('carl', 'eve', 3n), pay('carl', 'dora', 8n)),
  ],
  [
    'a commission where nobody sold it',
    'deal_amount',
    (world) => book(world, 'gift', 'carl', 'sale', pay('carl', 'fay', 3n), pay('carl', 'eve', 3n), pay('carl', 'dora', 5n)),
  ],
  [
    'an acknowledged sale by somebody else',
    'ack_altered',
    (world) => {
      orderOf(world, 'journal vase').affiliate = 'eve';
    },
  ],
  ['a lease that began twice', 'lease_broken', (world) => world.books.leaseLog.push({ ...changeOf(world, 'journal rented') })],
  ['a lease that ended twice', 'lease_broken', (world) => world.books.leaseLog.push({ ...changeOf(world, 'journal ended') })],
  [
    'a lease that ended and runs',
    'lease_broken',
    (world) => {
      unitOf(world, 'booth').lease = 'lease ended';
    },
  ],
  [
    'a lease that did not end and does not run',
    'lease_broken',
    (world) => {
      unitOf(world, 'stall').lease = null;
    },
  ],
  [
    'a lease out of nowhere',
    'lease_broken',
    (world) => {
      unitOf(world, 'booth').lease = 'lease of nobody';
    },
  ],
  [
    'a lease of somebody who did not rent it',
    'lease_broken',
    (world) => {
      unitOf(world, 'stall').lessee = 'eve';
    },
  ],
  [
    'a lease that is paid for longer',
    'lease_time',
    (world) => {
      unitOf(world, 'stall').paidUntil_ms = 1_000 + 7_200_001;
    },
  ],
  [
    'a piece that came back',
    'stock_changed',
    (world) => {
      productOf(world).left = 5;
    },
  ],
  [
    'a sale that was counted twice',
    'stock_changed',
    (world) => {
      productOf(world).sales = 2;
    },
  ],
  ['a lease whose owner was told twice', 'rider_mismatch', (world) => world.books.notices.push('lease kept')],
  [
    'a refunded order that is still handed over',
    'rider_mismatch',
    (world) => {
      orderOf(world, 'journal gift').deliveries = 'queued';
    },
  ],
  [
    'an order with two deliveries',
    'rider_mismatch',
    (world) => {
      orderOf(world, 'journal vase').deliveries = 'queued,queued';
    },
  ],
];

const BOUGHT: PurchaseRow = { journal: 'journal of nobody', lease: '', secs: 1, amount: 1n, refundTo: 'carl' };
