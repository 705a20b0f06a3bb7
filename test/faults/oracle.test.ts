import { describe, expect, it } from 'vitest';
import type { AccountRow, Books, EntryRow, HoldRow } from './books.ts';
import type { Attempt, Effect, History, Outcome, Request } from './history.ts';
import { check } from './oracle.ts';
import { type Code, VIOLATIONS } from './violation.ts';

// The oracle is the only witness of a run under faults, so it is tested by itself: into a small, honest world each kind
// of wrong is planted, in what the clients wrote down or in what the books hold, and it has to be found by its name.

type Mutable<T> = T extends bigint ? bigint : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

interface World {
  history: Mutable<History>;
  books: Mutable<Books>;
}

const NIL = '00000000-0000-0000-0000-000000000000';

function account(id: string, more: Partial<AccountRow> = {}): Mutable<AccountRow> {
  const zero = { postedDebits: 0n, postedCredits: 0n, heldDebits: 0n, heldCredits: 0n, lastSeq: 0n };
  return { id, owner: `owner of ${id}`, name: 'working', currency: 'L$', floor: 0n, ...zero, ...more };
}

const acknowledged = (id: string): Outcome => ({ kind: 'acknowledged', id });
const refused = (fault: number): Outcome => ({ kind: 'refused', fault, text: 'no' });
const unknown: Outcome = { kind: 'unknown', why: 'the connection was cut' };

let tick = 0;
function attempt(outcome: Outcome, protocol: Attempt['protocol'] = 'json'): Mutable<Attempt> {
  tick += 2;
  return { protocol, server: 0, sent: tick, answered: tick + 1, outcome };
}

function request(name: string, effect: Partial<Effect>, outcomes: readonly Outcome[], requestId = name): Mutable<Request> {
  const full = { kind: 'pay', comment: `comment ${name}`, transfers: [], holds: [], notices: 0, payouts: 0, ...effect };
  const common = { client: 1, principal: 'ann', method: 'bank.pay', params: [], refusals: [1203] };
  const attempts = outcomes.map((outcome) => attempt(outcome));
  return { ...common, requestId, journal: `journal ${requestId}`, effect: full, attempts } as unknown as Mutable<Request>;
}

/** Both sides of the hold may ask for it, and get the same answer. */
function posting(principal: string, outcomes: readonly Outcome[]): Mutable<Request> {
  const transfers = [{ debit: 'a', credit: 'b', amount: 4n }];
  const one = request('', { kind: 'post', comment: '', transfers, settles: { hold: 'journal kept', posted: 4n } }, outcomes);
  return { ...one, principal, journal: 'end of kept' };
}

/**
 * Ann got 100; she paid Bob 10, of which he gave 2 back, then 5 after an answer was cut; holds 7 for in-world, posted 4 of
 * a hold of 9, let one of 3 expire, and was refused twice.
 */
function honestWorld(): World {
  const pay = (amount: bigint) => ({ transfers: [{ debit: 'a', credit: 'b', amount }] });
  const books: Mutable<Books> = {
    accounts: [
      account('mint', { owner: NIL, floor: null }),
      account('payout', { owner: NIL }),
      account('a', { owner: 'ann' }),
      account('b', { owner: 'bob' }),
    ],
    journals: [],
    entries: [],
    holds: [
      { journal: 'journal held', leg: 0, debit: 'a', credit: 'payout', amount: 7n, state: 'open', posted: 0n },
      { journal: 'journal kept', leg: 0, debit: 'a', credit: 'b', amount: 9n, state: 'posted', posted: 4n },
      { journal: 'journal brief', leg: 0, debit: 'a', credit: 'b', amount: 3n, state: 'expired', posted: 0n },
    ],
    refunds: [{ original: 'journal first', leg: 0, journal: 'journal back', amount: 2n }],
    notices: ['journal first'],
    payouts: ['journal held'],
  };
  const book = (journal: string, principal: string, kind: string, comment: string, debit?: string, credit?: string, amount = 0n) => {
    books.journals.push({ id: journal, principal, kind, comment, createdAt_ms: books.journals.length });
    for (const [id, counter, signed] of [
      [debit, credit, -amount],
      [credit, debit, amount],
    ] as const) {
      const to = books.accounts.find((one) => one.id === id);
      if (!to || counter === undefined) continue;
      to.lastSeq += 1n;
      if (signed < 0n) to.postedDebits -= signed;
      else to.postedCredits += signed;
      const balance = to.postedCredits - to.postedDebits;
      books.entries.push({ account: to.id, seq: to.lastSeq, journal, leg: 0, counter, amount: signed, balance });
    }
  };
  book('journal mint', NIL, 'mint', 'start', 'mint', 'a', 100n);
  book('journal first', 'ann', 'pay', 'comment first', 'a', 'b', 10n);
  book('journal cut', 'ann', 'pay', 'comment cut', 'a', 'b', 5n);
  book('journal held', 'ann', 'payout', 'comment held');
  book('journal kept', 'ann', 'hold', 'comment kept');
  book('end of kept', 'ann', 'post', 'comment kept', 'a', 'b', 4n);
  book('journal brief', 'ann', 'hold', 'comment brief');
  book('end of brief', NIL, 'expire', 'comment brief');
  book('journal back', 'bob', 'refund', 'comment back', 'b', 'a', 2n);
  const [, payout, ann] = books.accounts as [Mutable<AccountRow>, Mutable<AccountRow>, Mutable<AccountRow>];
  ann.heldDebits = 7n;
  payout.heldCredits = 7n;
  const history: Mutable<History> = {
    minted: 100n,
    mints: ['journal mint'],
    incidents: [],
    sightings: [{ tick: 1, sum: 0n, minted: 100n, overdrawn: 0, missing: [] }],
    requests: [
      request('first', { ...pay(10n), notices: 1 }, [acknowledged('journal first'), acknowledged('journal first')]),
      request('conflicting', pay(11n), [refused(1204)], 'first'),
      request('cut', pay(5n), [unknown, acknowledged('journal cut')]),
      request('held', { kind: 'payout', holds: [{ debit: 'a', credit: 'payout', amount: 7n }], payouts: 1 }, [
        acknowledged('journal held'),
      ]),
      request('kept', { kind: 'hold', holds: [{ debit: 'a', credit: 'b', amount: 9n }], expiry: 'end of kept' }, [
        acknowledged('journal kept'),
      ]),
      posting('ann', [acknowledged('end of kept'), acknowledged('end of kept')]),
      posting('bob', [unknown, acknowledged('end of kept')]),
      request('brief', { kind: 'hold', holds: [{ debit: 'a', credit: 'b', amount: 3n }], expiry: 'end of brief' }, [
        acknowledged('journal brief'),
      ]),
      { ...posting('bob', [refused(1203)]), journal: 'end of brief' },
      {
        ...request('back', { kind: 'refund', transfers: [{ debit: 'b', credit: 'a', amount: 2n }] }, [acknowledged('journal back')]),
        principal: 'bob',
      },
      request('too much', pay(1_000n), [refused(1203)]),
      request('never sent', pay(1n), []),
    ],
  };
  return { history, books };
}

const requestOf = ({ history }: World, name: string) =>
  history.requests.find((one) => one.effect.comment === `comment ${name}`) as Mutable<Request>;
const accountOf = ({ books }: World, id: string) => books.accounts.find((one) => one.id === id) as Mutable<AccountRow>;
const holdOf = ({ books }: World, journal: string) => books.holds.find((one) => one.journal === journal) as Mutable<HoldRow>;
const entriesOf = ({ books }: World, journal: string) => books.entries.filter((one) => one.journal === journal) as Mutable<EntryRow>[];

/** Takes a journal out of the books as if it had never been there: no sum tells. */
function forget({ books }: World, journal: string): void {
  books.journals = books.journals.filter((one) => one.id !== journal);
  const left = books.entries.filter((one) => one.journal !== journal);
  for (const of of books.accounts) {
    [of.lastSeq, of.postedDebits, of.postedCredits] = [0n, 0n, 0n];
    for (const entry of left.filter((one) => one.account === of.id)) {
      of.lastSeq += 1n;
      if (entry.amount < 0n) of.postedDebits -= entry.amount;
      else of.postedCredits += entry.amount;
      [entry.seq, entry.balance] = [of.lastSeq, of.postedCredits - of.postedDebits];
    }
  }
  books.entries = left;
}

/** Books the same once more under another id: no sum tells. */
function repeat(world: World, journal: string, as: string): void {
  const [original] = world.books.journals.filter((one) => one.id === journal);
  if (original) world.books.journals.push({ ...original, id: as });
  for (const entry of entriesOf(world, journal)) {
    const of = accountOf(world, entry.account);
    of.lastSeq += 1n;
    if (entry.amount < 0n) of.postedDebits -= entry.amount;
    else of.postedCredits += entry.amount;
    world.books.entries.push({ ...entry, journal: as, seq: of.lastSeq, balance: of.postedCredits - of.postedDebits });
  }
}

const PLANTED: readonly (readonly [what: string, code: Code, plant: (world: World) => void])[] = [
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
];

const SEEN = { tick: 2, sum: 0n, minted: 100n, overdrawn: 0, missing: [] };

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
