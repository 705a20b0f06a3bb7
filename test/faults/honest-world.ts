import type { AccountRow, Books } from './books.ts';
import { addDeals } from './deal-world.ts';
import type { History, Outcome, Request } from './history.ts';
import { account, acknowledged, enter, type Mutable, refused, request, unknown, type World } from './oracle-world.ts';

const NIL = '00000000-0000-0000-0000-000000000000';

/** Both sides of the hold may ask for it, and get the same answer. */
function posting(principal: string, outcomes: readonly Outcome[]): Mutable<Request> {
  const transfers = [{ debit: 'a', credit: 'b', amount: 4n }];
  const one = request('', { kind: 'post', comment: '', transfers, settles: { hold: 'journal kept', posted: 4n } }, outcomes);
  return { ...one, principal, journal: 'end of kept' };
}

/**
 * A small world of which everything is known. Ann got 110; she paid Bob 10, of which he gave 2 back, then 5 after an answer was cut; holds 7 for in-world, posted 4 of
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
  book('journal mint', NIL, 'mint', 'start', 'mint', 'a', 110n);
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
    minted: 110n,
    mints: ['journal mint'],
    stocks: [],
    incidents: [],
    sightings: [{ tick: 1, sum: 0n, minted: 110n, overdrawn: 0, missing: [] }],
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
