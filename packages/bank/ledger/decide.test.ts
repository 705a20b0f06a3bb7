import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { type AccountState, available, type Books, type Journal, type Transfer } from './model.ts';

const NAMES = ['ann', 'bob', 'cyd', 'mint', 'euro'] as const;
type Name = (typeof NAMES)[number];

function account(id: string, balance: bigint, more: Partial<AccountState> = {}): AccountState {
  return {
    id,
    currency: 'L$',
    floor: 0n,
    postedDebits: 0n,
    postedCredits: balance,
    heldDebits: 0n,
    heldCredits: 0n,
    lastSeq: 0n,
    ceiling: null,
    state: 'open',
    lastAt: 0,
    ...more,
  };
}

function journal(id: string, transfers: readonly Transfer[], requestHash = 'hash'): Journal {
  return { id, principal: 'p', requestHash, kind: 'pay', comment: '', transfers };
}

function accounts(...list: AccountState[]): Map<string, AccountState> {
  return new Map(list.map((one) => [one.id, one]));
}

const NOW = 1_000_000;
const HELD = { expiresIn_ms: null };

const NOTHING = { known: new Map(), holds: new Map(), refunded: new Map(), grants: new Map(), revokedLogins: new Set<string>() };

function books(over: ReadonlyMap<string, AccountState>, more: Partial<Books> = {}): Books {
  return { now: NOW, accounts: over, ...NOTHING, ...more };
}

describe('one journal', () => {
  const start = accounts(
    account('ann', 10n),
    account('bob', 0n),
    account('euro', 5n, { currency: 'EUR' }),
    account('mint', 0n, { floor: null }),
    account('full', 9_007_199_254_740_991n),
    account('worn', 0n, { postedCredits: 1n << 62n, postedDebits: (1n << 62n) - 5n }),
  );
  const rows: [name: string, transfers: Transfer[], why: string | undefined][] = [
    ['a payment within the balance', [{ debit: 'ann', credit: 'bob', amount: 10n }], undefined],
    ['one unit too much', [{ debit: 'ann', credit: 'bob', amount: 11n }], 'insufficient_funds'],
    ['zero', [{ debit: 'ann', credit: 'bob', amount: 0n }], 'invalid_amount'],
    ['a negative amount', [{ debit: 'ann', credit: 'bob', amount: -1n }], 'invalid_amount'],
    ['more than a double can hold', [{ debit: 'mint', credit: 'bob', amount: 9_007_199_254_740_992n }], 'invalid_amount'],
    ['the same account on both sides', [{ debit: 'ann', credit: 'ann', amount: 1n }], 'same_account'],
    ['no such payer', [{ debit: 'nobody', credit: 'bob', amount: 1n }], 'unknown_account'],
    ['no such payee', [{ debit: 'ann', credit: 'nobody', amount: 1n }], 'unknown_account'],
    ['two currencies', [{ debit: 'ann', credit: 'euro', amount: 1n }], 'currency_mismatch'],
    ['the mint, which has no floor', [{ debit: 'mint', credit: 'bob', amount: 1_000_000n }], undefined],
    ['a payee who would hold too much', [{ debit: 'ann', credit: 'full', amount: 1n }], 'limit_exceeded'],
    ['a payer whose totals are worn out', [{ debit: 'worn', credit: 'bob', amount: 5n }], undefined],
    ['a payee whose totals are worn out', [{ debit: 'ann', credit: 'worn', amount: 1n }], 'limit_exceeded'],
    ['a hold within the balance', [{ debit: 'ann', credit: 'bob', amount: 10n, hold: HELD }], undefined],
    ['a hold one unit too large', [{ debit: 'ann', credit: 'bob', amount: 11n, hold: HELD }], 'insufficient_funds'],
    [
      'spending what the same journal holds',
      [
        { debit: 'ann', credit: 'bob', amount: 6n, hold: HELD },
        { debit: 'ann', credit: 'bob', amount: 5n },
      ],
      'insufficient_funds',
    ],
    [
      'spending what the same journal brought in',
      [
        { debit: 'ann', credit: 'bob', amount: 10n },
        { debit: 'bob', credit: 'ann', amount: 10n },
      ],
      undefined,
    ],
    [
      'a second transfer that fails takes the first with it',
      [
        { debit: 'ann', credit: 'bob', amount: 4n },
        { debit: 'bob', credit: 'euro', amount: 1n },
      ],
      'currency_mismatch',
    ],
  ];
  it.each(rows)('%s', (_name, transfers, why) => {
    const decision = decide(books(start), [journal('j', transfers)]);
    const [outcome] = decision.outcomes;
    expect(outcome?.accepted === false ? outcome.refusal.why : undefined).toBe(why);
    if (why) {
      expect(decision).toMatchObject({ journals: [], entries: [], holds: [], accounts: [] });
    } else {
      expect(decision.journals).toHaveLength(1);
      expect(decision.entries.length / 2 + decision.holds.length).toBe(transfers.length);
    }
  });

  it('tells what is available above the floor and what was needed', () => {
    const overdrawn = accounts(account('ann', 10n, { floor: -5n, heldDebits: 3n }), account('bob', 0n));
    const { outcomes } = decide(books(overdrawn), [journal('j', [{ debit: 'ann', credit: 'bob', amount: 13n }])]);
    expect(outcomes[0]).toEqual({
      accepted: false,
      refusal: { why: 'insufficient_funds', account: 'ann', available: 12n, needed: 13n },
    });
  });
});

describe('replays', () => {
  const start = accounts(account('ann', 10n), account('bob', 0n));
  const pay = [{ debit: 'ann', credit: 'bob', amount: 10n }];

  it('answers a request that is in the books with success, and moves nothing', () => {
    const decision = decide(books(start, { known: new Map([['j', 'hash']]) }), [journal('j', pay)]);
    expect(decision.outcomes).toEqual([{ accepted: true, replay: true }]);
    expect(decision.entries).toEqual([]);
  });

  it('sees a retry that comes in the same batch', () => {
    const decision = decide(books(start), [journal('j', pay), journal('j', pay)]);
    expect(decision.outcomes).toEqual([
      { accepted: true, replay: false },
      { accepted: true, replay: true },
    ]);
    expect(decision.entries).toHaveLength(2);
  });

  it.each([
    ['in the books', new Map([['j', 'other hash']]), [journal('j', pay)]],
    ['in the same batch', new Map(), [journal('j', [{ debit: 'ann', credit: 'bob', amount: 1n }], 'other hash'), journal('j', pay)]],
  ])('refuses another request under an id that is %s', (_name, known, journals) => {
    expect(decide(books(start, { known }), journals).outcomes.at(-1)).toEqual({ accepted: false, refusal: { why: 'request_conflict' } });
  });

  it('does not use the id up where the first attempt was refused', () => {
    const rich = journal('rich', [{ debit: 'bob', credit: 'ann', amount: 5n }]);
    const { outcomes } = decide(books(accounts(account('ann', 10n), account('bob', 5n))), [
      journal('j', [{ debit: 'ann', credit: 'bob', amount: 12n }]),
      rich,
      journal('j', [{ debit: 'ann', credit: 'bob', amount: 12n }]),
    ]);
    expect(outcomes.map((outcome) => outcome.accepted)).toEqual([false, true, true]);
  });
});

/** The books as a child would keep them: one number an account for what is there and one for what is set aside. */
function naive(start: ReadonlyMap<Name, AccountState>, journals: readonly Journal[]) {
  const have = new Map([...start].map(([name, state]) => [name as string, available(state)]));
  const held = new Map<string, bigint>();
  const done = new Map<string, string>();
  const accepted = journals.map((one) => {
    const earlier = done.get(one.id);
    if (earlier !== undefined) return earlier === one.requestHash;
    const [haveBefore, heldBefore] = [new Map(have), new Map(held)];
    for (const { debit, credit, amount, hold } of one.transfers) {
      const ok =
        amount > 0n &&
        debit !== credit &&
        have.has(debit) &&
        have.has(credit) &&
        (debit === 'euro') === (credit === 'euro') &&
        (debit === 'mint' || (have.get(debit) ?? 0n) >= amount);
      if (!ok) {
        for (const [name, value] of haveBefore) have.set(name, value);
        held.clear();
        for (const [name, value] of heldBefore) held.set(name, value);
        return false;
      }
      have.set(debit, (have.get(debit) ?? 0n) - amount);
      if (hold) held.set(debit, (held.get(debit) ?? 0n) + amount);
      else have.set(credit, (have.get(credit) ?? 0n) + amount);
    }
    done.set(one.id, one.requestHash);
    return true;
  });
  return { accepted, have, held };
}

describe('any list of journals', () => {
  const transfer = fc.record(
    {
      debit: fc.constantFrom(...NAMES, 'nobody'),
      credit: fc.constantFrom(...NAMES),
      amount: fc.bigInt(-1n, 40n),
      hold: fc.constant(HELD),
    },
    { requiredKeys: ['debit', 'credit', 'amount'] },
  );
  const journals = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      requestHash: fc.constantFrom('hash', 'hash', 'hash', 'other'),
      transfers: fc.array(transfer, { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 30 },
  );
  const start = new Map<Name, AccountState>([
    ['ann', account('ann', 50n)],
    ['bob', account('bob', 20n)],
    ['cyd', account('cyd', 0n)],
    ['mint', account('mint', 0n, { floor: null })],
    ['euro', account('euro', 30n, { currency: 'EUR' })],
  ]);

  it('is decided as the naive model decides it, and the books stay sound', () => {
    fc.assert(
      fc.property(journals, (drafts) => {
        const list = drafts.map(({ id, requestHash, transfers }) => journal(id, transfers, requestHash));
        const decision = decide(books(start), list);
        const model = naive(start, list);
        expect(decision.outcomes.map((outcome) => outcome.accepted)).toEqual(model.accepted);

        const after = new Map<string, AccountState>([...start, ...decision.accounts.map((one): [string, AccountState] => [one.id, one])]);
        for (const [name, state] of after) {
          expect(available(state)).toBe(model.have.get(name));
          expect(state.heldDebits).toBe(model.held.get(name) ?? 0n);
          expect(state.floor === null || available(state) >= state.floor).toBe(true);
          const before = start.get(name as Name) as AccountState;
          let balance = before.postedCredits - before.postedDebits;
          const chain = decision.entries.filter((entry) => entry.accountId === name);
          for (const [index, entry] of chain.entries()) {
            balance += entry.amount;
            expect(entry).toMatchObject({ seq: before.lastSeq + BigInt(index) + 1n, balance });
          }
          expect(state.lastSeq).toBe(before.lastSeq + BigInt(chain.length));
          expect(state.postedCredits - state.postedDebits).toBe(balance);
        }
        expect(decision.entries.reduce((sum, entry) => sum + entry.amount, 0n)).toBe(0n);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the same whether it is decided at once or in pieces', () => {
    fc.assert(
      fc.property(journals, fc.nat(30), (drafts, at) => {
        const list = drafts.map(({ id, requestHash, transfers }) => journal(id, transfers, requestHash));
        const whole = decide(books(start), list);
        const first = decide(books(start), list.slice(0, at));
        const between = new Map<string, AccountState>([...start, ...first.accounts.map((one): [string, AccountState] => [one.id, one])]);
        const known = new Map(first.journals.map((one) => [one.id, one.requestHash]));
        const second = decide(books(between, { known }), list.slice(at));
        const accepted = [...first.outcomes, ...second.outcomes].map((outcome) => outcome.accepted);
        expect(accepted).toEqual(whole.outcomes.map((outcome) => outcome.accepted));
        expect([...first.entries, ...second.entries]).toEqual(whole.entries);
      }),
    );
  });
});
