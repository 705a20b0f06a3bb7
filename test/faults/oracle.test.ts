import { describe, expect, it } from 'vitest';
import type { Books, EntryRow } from './books.ts';
import { PLANTED_CARDS } from './card-plants.ts';
import { PLANTED_DEALS, type Plant } from './deal-plants.ts';
import type { History } from './history.ts';
import { honestWorld } from './honest-world.ts';
import { check } from './oracle.ts';
import {
  accountOf,
  acknowledged,
  attempt,
  entriesOf,
  forget,
  holdOf,
  type Mutable,
  refused,
  repeat,
  request,
  requestOf,
  unknown,
} from './oracle-world.ts';
import { PLANTED_TENANCIES } from './tenancy-plants.ts';
import { VIOLATIONS } from './violation.ts';

// The oracle is the only witness of a run under faults, so it is tested by itself: into a small, honest world each kind
// of wrong is planted, in what the clients wrote down or in what the books hold, and it has to be found by its name.

const PLANTED: readonly Plant[] = [
  ['an acknowledged payment that the books do not have', 'ack_lost', (world) => forget(world, 'journal cut')],
  ['an acknowledged hold that the books do not have', 'ack_altered', (world) => world.books.holds.splice(0)],
  [
    'an acknowledged payment with another amount',
    'ack_altered',
    (world) => {
      (requestOf(world, 'first').effect.transfers[0] as { amount: bigint }).amount = 9n;
    },
  ],
  [
    'an acknowledged payment to somebody else',
    'ack_altered',
    (world) => {
      (requestOf(world, 'first').effect.transfers[0] as { credit: string }).credit = 'payout';
    },
  ],
  [
    'an acknowledged payment to a group with a share that is off by one',
    'ack_altered',
    (world) => {
      (requestOf(world, 'staff').effect.transfers[0] as { amount: bigint }).amount = 2n;
    },
  ],
  [
    'an acknowledged payment in the name of somebody else',
    'ack_altered',
    (world) => {
      requestOf(world, 'first').principal = 'bob';
    },
  ],
  [
    'an acknowledged payment whose comment was cut',
    'ack_altered',
    (world) => {
      for (const journal of world.books.journals) if (journal.id === 'journal first') journal.comment = 'comment f';
    },
  ],
  ['an id that was told before it was there', 'ack_early', (world) => world.history.sightings.push({ ...SEEN, missing: ['journal cut'] })],
  [
    'an acknowledgement with a random id',
    'ack_id_wrong',
    (world) => {
      requestOf(world, 'first').attempts[0] = attempt(acknowledged('journal cut'));
    },
  ],
  [
    'a retry that was given another id',
    'ack_ids_differ',
    (world) => {
      requestOf(world, 'first').attempts.push(attempt(acknowledged('journal cut'), 'xml'));
    },
  ],
  [
    'two different requests under one id, both taken',
    'conflict_acked',
    (world) => {
      requestOf(world, 'conflicting').attempts.push(attempt(acknowledged('journal first')));
    },
  ],
  [
    'a refused payment in the books',
    'refused_present',
    (world) => {
      requestOf(world, 'first').attempts = [attempt(refused(1203))];
      requestOf(world, 'conflicting').attempts = [];
    },
  ],
  [
    'a payment refused for nothing that was wrong with it',
    'refused_wrongly',
    (world) => {
      requestOf(world, 'too much').attempts = [attempt(refused(1200))];
    },
  ],
  [
    'a retry that was refused after the first one was taken',
    'replay_refused',
    (world) => {
      requestOf(world, 'first').attempts.push(attempt(refused(1203), 'xml'));
    },
  ],
  [
    'a conflict with a request that was itself refused',
    'id_used_up',
    (world) => {
      world.history.requests.push(request('smaller', { transfers: [] }, [refused(1204)], 'too much'));
    },
  ],
  [
    'a payment of unknown outcome with another amount',
    'unknown_altered',
    (world) => {
      requestOf(world, 'cut').attempts = [attempt(unknown), attempt(refused(1203))];
      (requestOf(world, 'cut').effect.transfers[0] as { amount: bigint }).amount = 6n;
    },
  ],
  [
    'a payment that was never answered',
    'never_answered',
    (world) => {
      requestOf(world, 'cut').attempts = [attempt(unknown)];
    },
  ],
  ['a retry that was booked again', 'booked_twice', (world) => repeat(world, 'journal first', 'another')],
  [
    'a journal out of nowhere',
    'journal_unasked',
    (world) => {
      world.books.journals.push({ id: 'whose', principal: 'ann', kind: 'pay', comment: 'whose', createdAt_ms: 0 });
    },
  ],
  ['a payment without its notice', 'rider_mismatch', (world) => world.books.notices.splice(0)],
  ['a payment with its notice twice', 'rider_mismatch', (world) => world.books.notices.push('journal first')],
  ['a notice of a payment that was refused', 'rider_mismatch', (world) => world.books.notices.push('journal too much')],
  [
    'money out of nothing on one account',
    'sum_changed',
    (world) => {
      accountOf(world, 'b').postedCredits += 1n;
    },
  ],
  ['money out of nothing for a moment', 'sum_changed', (world) => world.history.sightings.push({ ...SEEN, sum: 1n })],
  [
    'money held for nobody',
    'sum_changed',
    (world) => {
      accountOf(world, 'payout').heldCredits = 0n;
    },
  ],
  ['a mint that gave out twice', 'minted_changed', (world) => repeat(world, 'journal mint', 'journal mint again')],
  ['a mint that gave out more for a moment', 'minted_changed', (world) => world.history.sightings.push({ ...SEEN, minted: 101n })],
  [
    'totals past the entries that change no sum',
    'balance_not_sum',
    (world) => {
      accountOf(world, 'a').postedCredits += 1n;
      accountOf(world, 'b').postedDebits += 1n;
    },
  ],
  [
    'a balance that was carried on from another entry',
    'chain_broken',
    (world) => {
      (entriesOf(world, 'journal cut')[0] as Mutable<EntryRow>).balance += 1n;
    },
  ],
  [
    'a number that was left out',
    'sequence_gap',
    (world) => {
      (entriesOf(world, 'journal cut')[1] as Mutable<EntryRow>).seq += 1n;
      accountOf(world, 'b').lastSeq += 1n;
    },
  ],
  [
    'a number that was given twice',
    'sequence_gap',
    (world) => {
      (entriesOf(world, 'journal cut')[1] as Mutable<EntryRow>).seq -= 1n;
    },
  ],
  [
    'an account that does not know its newest entry',
    'sequence_gap',
    (world) => {
      accountOf(world, 'a').lastSeq -= 1n;
    },
  ],
  [
    'a transfer whose sides name different accounts',
    'transfer_one_sided',
    (world) => {
      (entriesOf(world, 'journal cut')[0] as Mutable<EntryRow>).counter = 'payout';
    },
  ],
  [
    'a transfer with one side',
    'transfer_one_sided',
    (world) => {
      world.books.entries.pop();
    },
  ],
  [
    'entries without their journal',
    'row_orphaned',
    (world) => {
      world.books.journals = world.books.journals.filter((one) => one.id !== 'journal first');
    },
  ],
  [
    'a hold for an account that is not there',
    'row_orphaned',
    (world) => {
      world.books.accounts = world.books.accounts.filter((one) => one.id !== 'payout');
    },
  ],
  [
    'an account that paid out what it holds',
    'overdraft',
    (world) => {
      accountOf(world, 'a').heldDebits = 90n;
    },
  ],
  ['an account that was overdrawn for a moment', 'overdraft', (world) => world.history.sightings.push({ ...SEEN, overdrawn: 1 })],
  [
    'a hold that was counted twice',
    'held_mismatch',
    (world) => {
      accountOf(world, 'a').heldDebits += 7n;
      accountOf(world, 'payout').heldCredits += 7n;
    },
  ],
  [
    'a hold that was voided and is still counted',
    'held_mismatch',
    (world) => {
      for (const hold of world.books.holds) hold.state = 'voided';
    },
  ],
  [
    'a hold that was posted and still counts as open',
    'ack_altered',
    (world) => {
      holdOf(world, 'journal kept').state = 'open';
    },
  ],
  [
    'a hold that was posted to another amount',
    'ack_altered',
    (world) => {
      holdOf(world, 'journal kept').posted = 5n;
    },
  ],
  [
    'a hold that was posted and voided',
    'conflict_acked',
    (world) => {
      const one = request('', { kind: 'void', comment: '', settles: { hold: 'journal kept', posted: 0n } }, [acknowledged('end of kept')]);
      world.history.requests.push({ ...one, journal: 'end of kept' });
    },
  ],
  [
    'a hold that expired and has no end',
    'journal_unasked',
    (world) => {
      delete (requestOf(world, 'brief').effect as { expiry?: string }).expiry;
      world.history.requests = world.history.requests.filter((one) => one.journal !== 'end of brief');
    },
  ],
  [
    'a refund of more than was paid',
    'refund_exceeded',
    (world) => {
      world.books.refunds.push({ original: 'journal first', leg: 0, journal: 'journal back', amount: 9n });
    },
  ],
  [
    'a refund without its journal',
    'row_orphaned',
    (world) => {
      world.books.refunds.push({ original: 'journal first', leg: 0, journal: 'gone', amount: 1n });
    },
  ],
  [
    'an entry from before the one before it',
    'time_went_back',
    (world) => {
      for (const journal of world.books.journals) if (journal.id === 'journal cut') journal.createdAt_ms = -1;
    },
  ],
  ['a server that ended by itself', 'incident', (world) => world.history.incidents.push('server 0 ended with 1')],
  ...PLANTED_DEALS,
  ...PLANTED_TENANCIES,
  ...PLANTED_CARDS,
];

const SEEN = { tick: 2, sum: 0n, minted: 110n, overdrawn: 0, missing: [] };

describe('the oracle', () => {
  it('finds nothing wrong with honest books', () => {
    const { history, books } = honestWorld();
    expect(check(history as History, books as Books)).toEqual([]);
  });

  it.each(PLANTED)('finds %s: %s', (_what, code, plant) => {
    const world = honestWorld();
    plant(world);
    const found = check(world.history as History, world.books as Books);
    expect(found.map((violation) => violation.code)).toContain(code);
  });

  it('has met every kind of violation that it knows', () => {
    expect(new Set(PLANTED.map(([, code]) => code))).toEqual(new Set(Object.keys(VIOLATIONS)));
  });

  it.each([
    ['booked', true],
    ['not booked', false],
  ])('lets a request of unknown outcome that was then refused be %s', (_what, booked) => {
    const world = honestWorld();
    requestOf(world, 'cut').attempts = [attempt(unknown), attempt(refused(1203))];
    if (!booked) forget(world, 'journal cut');
    expect(check(world.history as History, world.books as Books)).toEqual([]);
  });

  it('lets a refused request be taken later, and its id be used for another one', () => {
    const world = honestWorld();
    requestOf(world, 'first').attempts = [attempt(refused(1203)), attempt(acknowledged('journal first'))];
    world.history.requests.push(request('instead', requestOf(world, 'cut').effect, [acknowledged('journal cut')], 'cut'));
    requestOf(world, 'cut').attempts = [attempt(refused(1203))];
    expect(check(world.history as History, world.books as Books)).toEqual([]);
  });
});
