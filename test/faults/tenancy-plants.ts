import type { LeaseLogRow, PurchaseRow } from './deal-books.ts';
import { askedFor, book, changeOf, type Plant, unitOf } from './deal-plants.ts';
import type { Request } from './history.ts';
import { pay } from './lease-world.ts';
import { acknowledged, attempt, type Mutable, refused, unknown, type World } from './oracle-world.ts';

// Wrongs about who has a lease, who may pay for it, and who shares the rent, for the oracle's own test.

const GIVEN = 'lease given';

/** The first thing of a kind that happened to the lease that passed on. */
const rowOf = ({ books }: World, type: string, journal: string | null = null) =>
  books.leaseLog.find((row) => row.lease === GIVEN && row.type === type && row.journal === journal) as Mutable<LeaseLogRow>;
const purchaseOf = ({ books }: World, journal: string) => books.purchases.find((one) => one.journal === journal) as Mutable<PurchaseRow>;
const deedOf = ({ history }: World, what: string) => history.requests.find(({ effect }) => effect.deal?.what === what) as Mutable<Request>;

function strike(world: World, row: LeaseLogRow): void {
  world.books.leaseLog = world.books.leaseLog.filter((one) => one !== row);
}

function lose<T>(from: T[], one: T): void {
  from.splice(from.indexOf(one), 1);
}

export const PLANTED_TENANCIES: readonly Plant[] = [
  [
    'an acknowledged transfer after which the lessee is who it was',
    'ack_lost',
    (world) => {
      strike(world, rowOf(world, 'transfer'));
      unitOf(world, 'kiosk').lessee = 'carl';
    },
  ],
  [
    'a transfer in the log that changed no lessee',
    'lease_broken',
    (world) => {
      unitOf(world, 'kiosk').lessee = 'carl';
    },
  ],
  [
    'a lease that went to somebody else than was asked for',
    'ack_lost',
    (world) => {
      rowOf(world, 'transfer').akey = 'bob';
      unitOf(world, 'kiosk').lessee = 'bob';
    },
  ],
  [
    'a transfer that was done more often than it was tried',
    'deal_unasked',
    (world) => world.books.leaseLog.push({ ...rowOf(world, 'transfer') }),
  ],
  [
    'a transfer that nobody asked for',
    'deal_unasked',
    (world) => {
      world.history.requests = world.history.requests.filter((one) => one !== deedOf(world, 'transfer'));
    },
  ],
  [
    'a refused transfer in the log',
    'deal_unasked',
    (world) => {
      deedOf(world, 'transfer').attempts = [attempt(refused(1203))];
    },
  ],
  [
    'a transfer that was refused for nothing that was wrong with it',
    'refused_wrongly',
    (world) => {
      deedOf(world, 'transfer').attempts.push(attempt(refused(1421)));
    },
  ],
  [
    'a transfer that was never answered',
    'never_answered',
    (world) => {
      deedOf(world, 'transfer').attempts = [attempt(unknown)];
    },
  ],
  ['a transfer that one of two was not told of', 'rider_mismatch', (world) => lose(world.books.notices, GIVEN)],
  [
    'time that is still paid back to the former lessee',
    'lease_broken',
    (world) => {
      purchaseOf(world, 'journal kiosk').refundTo = 'carl';
    },
  ],
  [
    'time that a payer bought and the lessee would get back',
    'lease_broken',
    (world) => {
      purchaseOf(world, 'journal kiosk longest').refundTo = 'fay';
    },
  ],
  [
    'time that a payer bought and passed on with the lease',
    'lease_broken',
    (world) => {
      purchaseOf(world, 'journal kiosk longer').refundTo = 'fay';
    },
  ],
  [
    'a refund that the lessee got of what the payer had paid',
    'deal_amount',
    (world) => book(world, 'ended for both', 'carl', 'rent_refund', pay('dora', 'carl', 5n)),
  ],
  [
    'an owner who pays back for the group',
    'deal_amount',
    (world) => book(world, 'left early', 'carl', 'rent_refund', pay('dora', 'carl', 2n)),
  ],
  [
    'a refund of more than a member got',
    'deal_amount',
    (world) => book(world, 'left early', 'carl', 'rent_refund', pay('dora', 'carl', 1n), pay('eve', 'carl', 6n)),
  ],
  [
    'a refund to somebody who was not short of it',
    'deal_amount',
    (world) => book(world, 'left early', 'carl', 'rent_refund', pay('dora', 'carl', 1n), pay('eve', 'fay', 1n)),
  ],
  [
    'a refund that is linked to nothing',
    'refund_unlinked',
    (world) => {
      world.books.refunds = world.books.refunds.filter(({ journal }) => journal !== 'journal left early');
    },
  ],
  [
    'a refund that counts as one of something else',
    'refund_unlinked',
    (world) => {
      for (const refund of world.books.refunds) if (refund.journal === 'journal left early') refund.original = 'journal staff';
    },
  ],
  ['a refund that one of two was not told of', 'rider_mismatch', (world) => lose(world.books.notices, 'journal ended for both')],
  [
    'an acknowledgement that told of another lease',
    'ack_told_wrong',
    (world) => {
      askedFor(world, 'journal kiosk').attempts = [attempt(acknowledged('journal kiosk', 'lease kept'))];
    },
  ],
  [
    'an extension by somebody who was not named',
    'lease_broken',
    (world) => {
      world.books.leaseLog = world.books.leaseLog.filter(({ type }) => type !== 'payer');
    },
  ],
  ['an acknowledged payer who is not in the log', 'ack_lost', (world) => strike(world, rowOf(world, 'payer'))],
  [
    'an ending by somebody who had no right to it',
    'lease_broken',
    (world) => {
      changeOf(world, 'journal ended').actor = 'gil';
    },
  ],
  [
    'a payer whom nobody named',
    'lease_broken',
    (world) => {
      unitOf(world, 'kiosk').payer = 'eve';
    },
  ],
  [
    'a free extension that was given twice',
    'lease_free',
    (world) => {
      const row = rowOf(world, 'extend');
      const unit = unitOf(world, 'kiosk');
      unit.paidUntil_ms = (unit.paidUntil_ms ?? 0) + 600_000;
      world.books.leaseLog.push({ ...row, paidUntil_ms: unit.paidUntil_ms });
      world.books.purchases.push({ ...purchaseOf(world, 'no journal'), journal: 'no journal either', refundTo: 'carl' });
      deedOf(world, 'free').attempts.push(attempt(acknowledged('')));
    },
  ],
  [
    'a free extension that could be had again',
    'lease_free',
    (world) => {
      unitOf(world, 'kiosk').freeUsed = false;
    },
  ],
  ['an acknowledged free extension that was not given', 'ack_lost', (world) => strike(world, rowOf(world, 'extend'))],
  [
    'a free extension that was used up and not given',
    'lease_free',
    (world) => {
      unitOf(world, 'stall').freeUsed = true;
    },
  ],
  [
    'a free extension that costs its refund',
    'deal_unpaired',
    (world) => {
      purchaseOf(world, 'no journal').amount = 5n;
    },
  ],
  [
    'a rent of which one who shares it has one more and another one less',
    'deal_amount',
    (world) => book(world, 'kiosk longer', 'gil', 'rent', pay('gil', 'dora', 3n), pay('gil', 'eve', 1n), pay('gil', 'carl', 1n)),
  ],
  [
    'a rent that the owner has alone and others should share',
    'deal_amount',
    (world) => book(world, 'kiosk longer', 'gil', 'rent', pay('gil', 'dora', 5n)),
  ],
  [
    "a payer's own share that would be paid back too",
    'deal_amount',
    (world) => {
      purchaseOf(world, 'journal kiosk').amount = 10n;
    },
  ],
  [
    'time that begins before the time before it is over',
    'lease_time',
    (world) => {
      const row = changeOf(world, 'journal kiosk longest');
      row.paidUntil_ms = (row.paidUntil_ms ?? 0) - 1;
    },
  ],
  [
    'a lease that ended and was paid for longer',
    'lease_time',
    (world) => {
      const row = changeOf(world, 'journal ended');
      row.paidUntil_ms = (row.paidUntil_ms ?? 0) + 1;
    },
  ],
];
