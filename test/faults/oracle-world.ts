import type { AccountRow, Books, EntryRow, HoldRow, JournalRow } from './books.ts';
import type { Attempt, Effect, History, Leg, Outcome, Request } from './history.ts';

// What the small world of the oracle's own tests is made of and changed with.

export type Mutable<T> = T extends bigint ? bigint : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** What its people wrote down, and what is in its books. */
export interface World {
  history: Mutable<History>;
  books: Mutable<Books>;
}

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
