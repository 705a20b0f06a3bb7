import type { AccountRow, Books, EntryRow, HoldRow, JournalRow } from './books.ts';
import { addDeals } from './deal-world.ts';
import type { Attempt, Effect, History, Leg, Outcome, Request } from './history.ts';

// A small world for the oracle's own tests, of which everything is known: what its people wrote down and what is in its books.

export type Mutable<T> = T extends bigint ? bigint : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

export interface World {
  history: Mutable<History>;
  books: Mutable<Books>;
}

const NIL = '00000000-0000-0000-0000-000000000000';

export function account(id: string, more: Partial<AccountRow> = {}): Mutable<AccountRow> {
  const zero = { postedDebits: 0n, postedCredits: 0n, heldDebits: 0n, heldCredits: 0n, lastSeq: 0n };
  return { id, owner: `owner of ${id}`, name: 'working', currency: 'L$', floor: 0n, ...zero, ...more };
}

export const acknowledged = (id: string, told = ''): Outcome => ({ kind: 'acknowledged', id, told });
export const refused = (fault: number): Outcome => ({ kind: 'refused', fault, text: 'no' });
export const unknown: Outcome = { kind: 'unknown', why: 'the connection was cut' };

let tick = 0;
export function attempt(outcome: Outcome, protocol: Attempt['protocol'] = 'json'): Mutable<Attempt> {
  tick += 2;
  return { protocol, server: 0, sent: tick, answered: tick + 1, outcome };
}

export function request(name: string, effect: Partial<Effect>, outcomes: readonly Outcome[], requestId = name): Mutable<Request> {
  const full = { kind: 'pay', comment: `comment ${name}`, transfers: [], holds: [], notices: 0, payouts: 0, ...effect };
  const common = { client: 1, operation: 'pay', principal: 'ann', method: 'bank.pay', params: [], refusals: [1203] };
  const attempts = outcomes.map((outcome) => attempt(outcome));
  return { ...common, requestId, journal: `journal ${requestId}`, effect: full, attempts } as unknown as Mutable<Request>;
}

/** Both sides of the hold may ask for it, and get the same answer. */
function posting(principal: string, outcomes: readonly Outcome[]): Mutable<Request> {
  const transfers = [{ debit: 'a', credit: 'b', amount: 4n }];
  const one = request('', { kind: 'post', comment: '', transfers, settles: { hold: 'journal kept', posted: 4n } }, outcomes);
  return { ...one, principal, journal: 'end of kept' };
}

/** Books a journal, at the time that is its number. */
export function enter(books: Mutable<Books>, journal: Omit<JournalRow, 'createdAt_ms'>, ...legs: readonly Leg[]): void {
  books.journals.push({ ...journal, createdAt_ms: books.journals.length });
  for (const [leg, { debit, credit, amount: paid }] of legs.entries()) {
    for (const [id, counter, amount] of [
      [debit, credit, -paid],
      [credit, debit, paid],
    ] as const) {
      const to = books.accounts.find((one) => one.id === id);
      if (!to) throw new Error(`there is no account ${id}`);
      to.lastSeq += 1n;
      if (amount < 0n) to.postedDebits -= amount;
      else to.postedCredits += amount;
      books.entries.push({
        ...{ account: id, seq: to.lastSeq, journal: journal.id, leg, counter, amount },
        balance: to.postedCredits - to.postedDebits,
      });
    }
  }
}

/**
 * Ann got 100; she paid Bob 10, of which he gave 2 back, then 5 after an answer was cut; holds 7 for in-world, posted 4 of
 * a hold of 9, let one of 3 expire, and was refused twice. What she gave Carl he spent: `addDeals`.
 */
export function honestWorld(): World {
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
    units: [],
    leaseLog: [],
    purchases: [],
    products: [],
    orders: [],
    cards: [],
  };
  const book = (id: string, principal: string, kind: string, comment: string, debit = '', credit = '', amount = 0n) =>
    enter(books, { id, principal, kind, comment }, ...(amount > 0n ? [{ debit, credit, amount }] : []));
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
    stocks: [],
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
  addDeals({ history, books });
  return { history, books };
}

export const requestOf = ({ history }: World, name: string) =>
  history.requests.find((one) => one.effect.comment === `comment ${name}`) as Mutable<Request>;
export const accountOf = ({ books }: World, id: string) => books.accounts.find((one) => one.id === id) as Mutable<AccountRow>;
export const holdOf = ({ books }: World, journal: string) => books.holds.find((one) => one.journal === journal) as Mutable<HoldRow>;
export const entriesOf = ({ books }: World, journal: string) =>
  books.entries.filter((one) => one.journal === journal) as Mutable<EntryRow>[];

/** Takes a journal out of the books as if it had never been there: no sum tells. */
export function forget({ books }: World, journal: string): void {
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
export function repeat(world: World, journal: string, as: string): void {
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
