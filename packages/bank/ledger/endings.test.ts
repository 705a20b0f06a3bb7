import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import {
  type AccountState,
  available,
  type Books,
  type Decision,
  type GrantState,
  type HoldState,
  type Journal,
  legKey,
  type Settlement,
  type Spending,
} from './model.ts';

// What decide() makes of journals that end holds, pay back or spend a capability's total; decide.test.ts has the rest.

const NOW = 1_000_000;
const HOLD: HoldState = { journalId: 'h', leg: 0, amount: 10n, state: 'open', expiresAt: NOW + 1 };
const GRANT: GrantState = { jti: 'g', total: 100n, spent: 90n, revoked: false };

function account(id: string, balance: bigint, more: Partial<AccountState> = {}): AccountState {
  const totals = { postedDebits: 0n, postedCredits: balance, heldDebits: 0n, heldCredits: 0n, lastSeq: 0n, lastAt: 0 };
  return { id, currency: 'L$', floor: 0n, ceiling: null, state: 'open', ...totals, ...more };
}

function books(more: Partial<Books> = {}): Books {
  const accounts = [account('ann', 10n, { heldDebits: 10n }), account('bob', 50n, { heldCredits: 10n })];
  return {
    now: NOW,
    accounts: new Map(accounts.map((one) => [one.id, one])),
    known: new Map(),
    holds: new Map([[legKey('h', 0), HOLD]]),
    refunded: new Map(),
    grants: new Map([[GRANT.jti, GRANT]]),
    revokedLogins: new Set(),
    ...more,
  };
}

function journal(id: string, more: Partial<Journal>): Journal {
  return { id, principal: 'p', requestHash: 'hash', kind: 'test', comment: '', transfers: [], ...more };
}

function settling(how: Settlement['how'], amount = 0n, hold = 'h'): Partial<Journal> {
  return { settles: { hold: { journalId: hold, leg: 0 }, debit: 'ann', credit: 'bob', how, amount }, requestHash: `${how} ${amount}` };
}

function refunding(amount: bigint): Partial<Journal> {
  return { transfers: [{ debit: 'bob', credit: 'ann', amount }], refunds: [{ original: 'paid', leg: 3, paid: 20n, amount }] };
}

function refundingTwice(first: bigint, second: bigint, other = 'paid'): Partial<Journal> {
  const transfers = [first, second].map((amount) => ({ debit: 'bob', credit: 'ann', amount }));
  return {
    transfers,
    refunds: transfers.map(({ amount }, index) => ({ original: index === 0 ? 'paid' : other, leg: 3, paid: 20n, amount })),
  };
}

function spending(amount: bigint, chain: Spending['chain']): Partial<Journal> {
  return { transfers: [{ debit: 'bob', credit: 'ann', amount: 1n }], spends: { amount, chain } };
}

describe('one journal', () => {
  const frozen = new Map(books().accounts).set('ann', account('ann', 10n, { heldDebits: 10n, state: 'frozen' }));
  const holdIs = (more: Partial<HoldState>) => ({ holds: new Map([[legKey('h', 0), { ...HOLD, ...more }]]) });
  const g = { jti: 'g', counted: true };
  const rows: [name: string, journal: Partial<Journal>, books: Partial<Books>, why: string | undefined][] = [
    ['posts all of a hold', settling('post', 10n), {}, undefined],
    ['posts a part', settling('post', 1n), {}, undefined],
    ['posts more than is held', settling('post', 11n), {}, 'hold_exceeded'],
    ['posts nothing', settling('post', 0n), {}, 'invalid_amount'],
    ['posts less than nothing', settling('post', -1n), {}, 'invalid_amount'],
    ['voids', settling('void'), {}, undefined],
    ['posts what is not there', settling('post', 1n, 'nothing'), {}, 'unknown_hold'],
    ['expires in time', settling('expire'), {}, 'hold_not_expired'],
    ['expires at its time', settling('expire'), holdIs({ expiresAt: NOW }), undefined],
    ['expires what has no end', settling('expire'), holdIs({ expiresAt: null }), 'hold_not_expired'],
    ['posts at the end of its time', settling('post', 1n), holdIs({ expiresAt: NOW }), 'hold_expired'],
    ['voids at the end of its time', settling('void'), holdIs({ expiresAt: NOW }), 'hold_expired'],
    ['posts what has no end', settling('post', 1n), holdIs({ expiresAt: null }), undefined],
    ['voids what was posted', settling('void'), holdIs({ state: 'posted' }), 'hold_settled'],
    ['posts from a frozen account', settling('post', 1n), { accounts: frozen }, 'account_frozen'],
    ['voids on a frozen account', settling('void'), { accounts: frozen }, undefined],
    ['refunds all', refunding(20n), {}, undefined],
    ['refunds too much', refunding(21n), {}, 'refund_exceeded'],
    ['refunds what is left', refunding(5n), { refunded: new Map([[legKey('paid', 3), 15n]]) }, undefined],
    ['refunds a transfer by two of its own', refundingTwice(12n, 8n), {}, undefined],
    ['refunds too much by two of its own', refundingTwice(12n, 9n), {}, 'refund_exceeded'],
    ['refunds two journals', refundingTwice(20n, 20n, 'paid before'), {}, undefined],
    ['refunds too much of the second of two', refundingTwice(1n, 21n, 'paid before'), {}, 'refund_exceeded'],
    ['refunds more than is left', refunding(6n), { refunded: new Map([[legKey('paid', 3), 15n]]) }, 'refund_exceeded'],
    [
      'refunds what the payee does not have',
      refunding(20n),
      { accounts: new Map([...books().accounts, ['bob', account('bob', 19n)]]) },
      'insufficient_funds',
    ],
    ['spends what is left of a total', spending(10n, [g]), {}, undefined],
    ['spends more than is left', spending(11n, [g]), {}, 'grant_exhausted'],
    ['spends what was revoked', spending(1n, [g]), { grants: new Map([['g', { ...GRANT, revoked: true }]]) }, 'capability_revoked'],
    ['spends a counted total that is not there', spending(1n, [g]), { grants: new Map() }, 'capability_revoked'],
    ['spends where nothing is counted', spending(1_000n, [{ jti: 'x', counted: false }]), {}, undefined],
    [
      'spends more than is left of what it was derived from',
      spending(11n, [
        { jti: 'x', counted: false },
        { ...g, counted: false },
      ]),
      {},
      'grant_exhausted',
    ],
  ];
  it.each(rows)('%s', (_name, one, more, why) => {
    const decision = decide(books(more), [journal('j', one)]);
    const [outcome] = decision.outcomes;
    expect(outcome?.accepted === false ? outcome.refusal.why : undefined).toBe(why);
    if (why) expect(decision).toMatchObject({ journals: [], entries: [], settled: [], refunds: [], grants: [], accounts: [] });
  });

  it('counts what two transfers pay back of one as one refund', () => {
    const { refunds } = decide(books(), [journal('j', refundingTwice(12n, 8n))]);
    expect(refunds).toEqual([{ originalId: 'paid', leg: 3, journalId: 'j', amount: 20n }]);
  });

  it('counts nothing on a total where the money can not be moved', () => {
    const poor = journal('j', { ...spending(5n, [g]), transfers: [{ debit: 'ann', credit: 'bob', amount: 1n }] });
    const { outcomes, grants } = decide(books(), [poor, journal('k', spending(10n, [g]))]);
    expect(outcomes.map((outcome) => outcome.accepted)).toEqual([false, true]);
    expect(grants).toEqual([{ ...GRANT, spent: 100n }]);
  });

  it('keeps a hold for as long as was asked, by the clock of the books', () => {
    const held = (expiresIn_ms: number | null) =>
      journal(`j${expiresIn_ms}`, { transfers: [{ debit: 'bob', credit: 'ann', amount: 1n, hold: { expiresIn_ms } }] });
    expect(decide(books(), [held(5_000), held(null)]).holds).toMatchObject([{ expiresAt: NOW + 5_000 }, { expiresAt: null }]);
  });
});

type Name = 'ann' | 'bob' | 'cyd';
const NAMES: readonly Name[] = ['ann', 'bob', 'cyd'];
const START = 60n;
const CEILING = 100n;
const TOTAL = 50n;

/** `which` one of the promises or payments so far; `by` a capability whose total counts it. */
interface Step {
  do: 'pay' | 'hold' | 'post' | 'void' | 'expire' | 'refund';
  from: Name;
  to: Name;
  amount: bigint;
  ms: number;
  which: number;
  by: boolean;
}

/** The books as a child would keep them: what everybody has, and a list of what was promised to whom. */
class Naive {
  readonly have = new Map<string, bigint>(NAMES.map((name) => [name, START]));
  readonly promises: {
    id: string;
    from: string;
    to: string;
    amount: bigint;
    until: number;
    end?: string;
    posted: bigint;
    batch: number;
  }[] = [];
  readonly paid: { id: string; from: string; to: string; amount: bigint; back: bigint; batch: number }[] = [];
  spent = 0n;

  open(name: string, side: 'from' | 'to'): bigint {
    return this.promises.filter((one) => one[side] === name && one.end === undefined).reduce((sum, one) => sum + one.amount, 0n);
  }

  move(from: string, to: string, amount: bigint, alreadyPromised = false): boolean {
    if (from === to || amount <= 0n) return false;
    if (!alreadyPromised) {
      if ((this.have.get(from) ?? 0n) - this.open(from, 'from') < amount) return false;
      if (to === 'cyd' && (this.have.get(to) ?? 0n) + this.open(to, 'to') + amount > CEILING) return false;
    }
    this.have.set(from, (this.have.get(from) ?? 0n) - amount);
    this.have.set(to, (this.have.get(to) ?? 0n) + amount);
    return true;
  }

  allowed(by: boolean, amount: bigint): boolean {
    return !by || this.spent + amount <= TOTAL;
  }

  take(step: Step, id: string, now: number, batch: number): boolean {
    const done = this.#take(step, id, now, batch);
    if (done === 'again') return true;
    if (done && step.by) this.spent += step.do === 'void' || step.do === 'expire' ? 0n : step.amount;
    return done;
  }

  #take(step: Step, id: string, now: number, batch: number): boolean | 'again' {
    if (step.do === 'pay' || step.do === 'hold') {
      const { from, to, amount } = step;
      if (!this.allowed(step.by, amount)) return false;
      if (step.do === 'pay') {
        if (!this.move(from, to, amount)) return false;
        this.paid.push({ id, from, to, amount, back: 0n, batch });
        return true;
      }
      // A promise is possible exactly where the payment would be.
      if (!this.move(from, to, amount)) return false;
      this.move(to, from, amount, true);
      this.promises.push({ id, from, to, amount, until: now + step.ms, posted: 0n, batch });
      return true;
    }
    if (step.do === 'refund') {
      const payment = this.paid[step.which];
      if (!payment || !this.allowed(step.by, step.amount) || payment.back + step.amount > payment.amount) return false;
      if (!this.move(payment.to, payment.from, step.amount)) return false;
      payment.back += step.amount;
      return true;
    }
    const promise = this.promises[step.which];
    if (!promise || promise.batch === batch) return false;
    const amount = step.do === 'post' ? step.amount : 0n;
    const end = `${step.do} ${amount}`;
    if (promise.end !== undefined) return promise.end === end && 'again';
    const over = promise.until <= now;
    if (over !== (step.do === 'expire') || !this.allowed(step.by, amount)) return false;
    if (step.do === 'post') {
      if (amount <= 0n || amount > promise.amount) return false;
      this.move(promise.from, promise.to, amount, true);
      promise.posted = amount;
    }
    promise.end = end;
    return true;
  }
}

/** The books after a decision, as the store would write and read them. */
function after(before: Books, { accounts, holds, settled, refunds, grants, journals }: Decision, now: number): Books {
  const allHolds = new Map(before.holds);
  for (const hold of holds) allHolds.set(legKey(hold.journalId, hold.leg), { ...hold, state: 'open' });
  for (const { journalId, leg, state } of settled) {
    const key = legKey(journalId, leg);
    allHolds.set(key, { ...(allHolds.get(key) as HoldState), state });
  }
  const refunded = new Map(before.refunded);
  for (const { originalId, leg, amount } of refunds) {
    refunded.set(legKey(originalId, leg), (refunded.get(legKey(originalId, leg)) ?? 0n) + amount);
  }
  return {
    now,
    accounts: new Map([...before.accounts, ...accounts.map((one) => [one.id, one] as const)]),
    known: new Map([...before.known, ...journals.map((one) => [one.id, one.requestHash] as const)]),
    holds: allHolds,
    refunded,
    grants: new Map([...before.grants, ...grants.map((one) => [one.jti, one] as const)]),
    revokedLogins: before.revokedLogins,
  };
}

function journalOf(step: Step, id: string, model: Naive): Journal {
  const spends = (amount: bigint) => (step.by ? { spends: { amount, chain: [{ jti: 'grant', counted: true }] } } : {});
  if (step.do === 'pay' || step.do === 'hold') {
    const { from: debit, to: credit, amount } = step;
    const hold = step.do === 'hold' ? { hold: { expiresIn_ms: step.ms } } : {};
    return journal(id, { transfers: [{ debit, credit, amount, ...hold }], ...spends(amount) });
  }
  if (step.do === 'refund') {
    const { id: original, from, to, amount: paid } = model.paid[step.which] ?? { id: 'none', from: 'ann', to: 'bob', amount: 0n };
    const transfers = [{ debit: to, credit: from, amount: step.amount }];
    return journal(id, { transfers, refunds: [{ original, leg: 0, paid, amount: step.amount }], ...spends(step.amount) });
  }
  const { id: hold, from, to } = model.promises[step.which] ?? { id: 'none', from: 'ann', to: 'bob' };
  const amount = step.do === 'post' ? step.amount : 0n;
  const settles: Settlement = { hold: { journalId: hold, leg: 0 }, debit: from, credit: to, how: step.do, amount };
  return journal(`end of ${hold}`, { settles, requestHash: `${step.do} ${amount}`, ...spends(amount) });
}

describe('any history of payments, holds, ends and refunds', () => {
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('pay', 'hold', 'post', 'void', 'expire', 'refund'),
    from: fc.constantFrom(...NAMES),
    to: fc.constantFrom(...NAMES),
    amount: fc.bigInt(0n, 40n),
    ms: fc.integer({ min: 1, max: 30 }),
    which: fc.nat(8),
    by: fc.boolean(),
  });
  const history = fc.array(fc.record({ later: fc.nat(20), steps: fc.array(step, { maxLength: 8 }) }), { maxLength: 12 });

  it('is decided as the naive model decides it, and nothing is counted twice', () => {
    fc.assert(
      fc.property(history, (batches) => {
        const model = new Naive();
        let now = NOW;
        let state = books({
          accounts: new Map(NAMES.map((one) => [one, account(one, START, one === 'cyd' ? { ceiling: CEILING } : {})])),
          holds: new Map(),
          grants: new Map([['grant', { jti: 'grant', total: TOTAL, spent: 0n, revoked: false }]]),
        });
        for (const [batch, { later, steps }] of batches.entries()) {
          now += later;
          state = { ...state, now };
          const expected: boolean[] = [];
          const journals = steps.map((one, at) => {
            const id = `${batch}/${at}`;
            const made = journalOf(one, id, model);
            expected.push(model.take(one, id, now, batch));
            return made;
          });
          const decision = decide(state, journals);
          expect(decision.outcomes.map((outcome) => outcome.accepted)).toEqual(expected);
          state = after(state, decision, now);
        }
        for (const one of NAMES) {
          const found = state.accounts.get(one) as AccountState;
          expect(found.postedCredits - found.postedDebits).toBe(model.have.get(one));
          expect(found.heldDebits).toBe(model.open(one, 'from'));
          expect(found.heldCredits).toBe(model.open(one, 'to'));
          expect(available(found)).toBeGreaterThanOrEqual(0n);
        }
        for (const { id, end, posted } of model.promises) {
          const { state: ended = 'none' } = state.holds.get(legKey(id, 0)) ?? {};
          expect(ended).toBe(end === undefined ? 'open' : posted > 0n ? 'posted' : end.startsWith('void') ? 'voided' : 'expired');
        }
        for (const { id, back, amount: paid } of model.paid) {
          expect(state.refunded.get(legKey(id, 0)) ?? 0n).toBe(back);
          expect(back).toBeLessThanOrEqual(paid);
        }
        expect(state.grants.get('grant')?.spent).toBe(model.spent);
      }),
      { numRuns: 1_000 },
    );
  });
});
