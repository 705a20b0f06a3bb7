import type { Fault } from '@scrip/rpc';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { later } from '../../../test/testkit/later.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

let world: World;
/** Another server process on the same books. */
let other: World;
let ann: Person;
let bob: Person;
let cyd: Person;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
  ann = await world.person('Ann Able', 1_000);
  bob = await world.person('Bob Best');
  cyd = await world.person('Cyd Cole');
});
afterEach(() => world.check());
afterAll(async () => {
  await other.close();
  await world.close();
});

const balance = (who: Person, account = 'working') => world.call('bank.accountBalance', [[who.login], who.akey, account]);
const hold = (amount: number, from = ann, to = bob, ...more: unknown[]) =>
  world.call('bank.hold', [[from.login], amount, from.akey, 'working', to.akey, 'working', 'for the chair', ...more]) as Promise<string>;
const post = (who: Person, id: string, ...amount: number[]) => world.call('bank.postHold', [[who.login], id, ...amount]);
const voided = (who: Person, id: string) => world.call('bank.voidHold', [[who.login], id]);
const holdsOf = (who: Person, ...more: unknown[]) =>
  world.call('bank.listHolds', [[who.login], who.akey, 'working', ...more]) as Promise<Record<string, unknown>[]>;
/** Somebody of the test's own, with so much money. */
const somebody = (money = 0) => world.person(`Somebody ${++people}`, money);
const endNow = (id: string) =>
  world.database.pool.query(`UPDATE hold SET expires_at = clock_timestamp() - interval '1 ms' WHERE journal_id = $1`, [id]);
const expire = (on = world) => on.bank.jobs.find((job) => job.name === 'expire holds')?.run();

describe('bank.hold', () => {
  it('sets money aside, which both sides see and nobody can spend', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const id = await hold(60, payer, payee, 3_600);
    expect([await balance(payer), await balance(payee)]).toEqual([40, 0]);
    const [seen] = (await holdsOf(payer)) as [{ time: Date; expires: Date }];
    expect(seen).toMatchObject({
      hold_id: id,
      state: 'open',
      amount: 60,
      posted: 0,
      from_akey: payer.akey,
      from_account_name: 'working',
      to_akey: payee.akey,
      to_account_name: 'working',
      comment: 'for the chair',
    });
    expect(seen.expires.getTime() - seen.time.getTime()).toBe(3_600_000);
    expect(await holdsOf(payee)).toEqual([seen]);
    expect(await faultOf(hold(41, payer, payee))).toBe('bank.insufficient_funds: working holds 40, 41 needed');
    expect(await faultOf(world.call('bank.pay', [[payer.login], 41, payer.akey, 'working', payee.akey, 'working', '', 0]))).toMatch(
      /^bank\.insufficient_funds: /,
    );
  });

  it('is booked once under a request id, whenever it is asked again', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const id = await hold(10, payer, payee, 60, 'once');
    expect(await hold(10, payer, payee, 60, 'once')).toBe(id);
    expect(await faultOf(hold(10, payer, payee, 61, 'once'))).toMatch(/^bank\.request_conflict: /);
    expect(await balance(payer)).toBe(90);
    await endNow(id);
    await expire();
    expect(await hold(10, payer, payee, 60, 'once')).toBe(id);
    expect(await balance(payer)).toBe(100);
  });

  it.each([0, -1, 2_592_001, 1.5])('refuses to hold for %d seconds', async (seconds) => {
    expect(await faultOf(hold(1, ann, bob, seconds))).toMatch(/^invalid_params: expires_in_secs/);
  });

  it('needs an account that the money is for', async () => {
    const group = (await world.call('general.createGroup', [[bob.login], 'Band'])) as string;
    const to = (akey: string, account = 'working') =>
      faultOf(world.call('bank.hold', [[ann.login], 1, ann.akey, 'working', akey, account, '']));
    expect(await to(group)).toMatch(/^bank\.unknown_account: .* is a group/);
    expect(await to(bob.akey, 'avatar')).toMatch(/^bank\.unknown_account: .*bank\.pay/);
    expect(await to('11111111-2222-4333-8444-555555555555')).toMatch(/^bank\.unknown_account: /);
    expect(await to(ann.akey)).toMatch(/^bank\.same_account: /);
  });

  it('can be for a named account of a group, whose officers end it', async () => {
    const group = (await world.call('general.createGroup', [[bob.login], 'Choir'])) as string;
    await world.call('bank.openAccount', [[bob.login], 'fund', '', group]);
    await world.call('bank.setDeposit', [[bob.login], group, 'fund', 1]);
    const id = (await world.call('bank.hold', [[ann.login], 5, ann.akey, 'working', group, 'fund', ''])) as string;
    expect(await faultOf(post(cyd, id))).toMatch(/^bank\.unknown_hold: /);
    await post(bob, id);
    expect(await world.call('bank.accountBalance', [[bob.login], group, 'fund'])).toBe(5);
  });
});

describe('the end of a hold', () => {
  it('is posted whole, once, with the same answer to both sides', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const id = await hold(60, payer, payee);
    const posted = await post(payee, id);
    expect(await post(payee, id, 60)).toBe(posted);
    expect(await post(payer, id)).toBe(posted);
    expect([await balance(payer), await balance(payee)]).toEqual([40, 60]);
    expect(await faultOf(post(payee, id, 59))).toBe('bank.hold_settled: 60 of 60 were posted before');
    expect(await faultOf(voided(payee, id))).toBe('bank.hold_settled: 60 of 60 were posted before');
    const [line] = (await world.call('bank.transactions', [[payee.login], payee.akey, 'working'])) as object[];
    expect(line).toMatchObject({ transaction_id: posted, type: 'post', amount: 60, balance: 60, comment: 'for the chair' });
    expect(await holdsOf(payee)).toEqual([]);
    expect(await holdsOf(payer, 'posted')).toMatchObject([{ hold_id: id, amount: 60, posted: 60 }]);
  });

  it('is posted in part, and the rest goes back', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const id = await hold(60, payer, payee);
    expect(await faultOf(post(payee, id, 61))).toBe('bank.hold_exceeded: 60 is held; no more than that can be posted');
    expect(await faultOf(post(payee, id, -1))).toMatch(/^invalid_params: /);
    await post(payee, id, 25);
    expect([await balance(payer), await balance(payee)]).toEqual([75, 25]);
    expect(await faultOf(post(payee, id))).toBe('bank.hold_settled: 25 of 60 were posted before');
  });

  it('is voided by the payee, not by the payer, who can only let go of it', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const [first, second] = [await hold(60, payer, payee), await hold(30, payer, payee)];
    expect(await faultOf(voided(payer, first))).toMatch(/^auth\.forbidden: only the payee may void the hold/);
    const id = await voided(payee, first);
    expect(await voided(payee, first)).toBe(id);
    expect([await balance(payer), await balance(payee)]).toEqual([70, 0]);
    expect(await faultOf(post(payee, first))).toMatch(/^bank\.hold_settled: the hold was voided before/);
    await post(payer, second, 10);
    expect([await balance(payer), await balance(payee)]).toEqual([90, 10]);
  });

  it('is nobody else’s business', async () => {
    const id = await hold(1);
    const [line] = (await world.call('bank.transactions', [[ann.login], ann.akey, 'working'])) as { transaction_id: string }[];
    const inWorld = await world.call('bank.pay', [[ann.login], 1, ann.akey, 'working', bob.akey, 'avatar', '', 0]);
    for (const unknown of [id, '11111111-2222-4333-8444-555555555555', 'x'.repeat(36)]) {
      for (const end of [post, voided]) expect(await faultOf(end(cyd, unknown))).toMatch(/^bank\.unknown_hold: /);
    }
    // Neither a payment nor a payout is a hold that a party could end.
    for (const unknown of [line?.transaction_id, inWorld]) {
      expect(await faultOf(post(ann, unknown as string))).toMatch(/^bank\.unknown_hold: /);
    }
    expect(await faultOf(world.call('bank.postHold', [[], id]))).toMatch(/^auth\.capability_required: /);
    expect(await faultOf(world.call('bank.listHolds', [[cyd.login], ann.akey, 'working']))).toMatch(/^auth\.forbidden: /);
    await voided(bob, id);
  });

  it('comes by itself when it expires, and is told so from then on', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const id = await hold(60, payer, payee);
    await endNow(id);
    const late = () => Promise.all([post(payee, id), post(payer, id), voided(payee, id), voided(payer, id)].map(faultOf));
    for (const fault of await late()) expect(fault).toMatch(/^bank\.hold_expired: /);
    expect(await balance(payer)).toBe(40);
    await Promise.all([expire(), expire(other)]);
    await expire();
    for (const fault of await late()) expect(fault).toMatch(/^bank\.hold_expired: /);
    expect([await balance(payer), await balance(payee)]).toEqual([100, 0]);
    expect(await holdsOf(payee, 'EXPIRED')).toMatchObject([{ hold_id: id, state: 'expired', posted: 0 }]);
  });

  it('that was posted in time is posted, however late that is repeated', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const id = await hold(60, payer, payee);
    const posted = await post(payee, id, 20);
    await endNow(id);
    await expire();
    expect(await post(payee, id, 20)).toBe(posted);
    expect([await balance(payer), await balance(payee)]).toEqual([80, 20]);
  });

  it('expires by the clock alone, not before', async () => {
    const [payer, payee] = [await somebody(10), await somebody()];
    const id = await hold(10, payer, payee, 1);
    await expire();
    expect(await balance(payer)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await faultOf(post(payee, id))).toMatch(/^bank\.hold_expired: /);
    await expire();
    expect(await balance(payer)).toBe(10);
  });

  it('waits while the payer’s account is frozen, and can be given up', async () => {
    const [payer, payee] = [await somebody(10), await somebody()];
    const id = await hold(10, payer, payee);
    await world.call('operator.freezeAccount', [[world.operator], payer.akey, 'working', 1]);
    expect(await faultOf(post(payee, id))).toMatch(/^bank\.account_frozen: /);
    await voided(payee, id);
    expect(await balance(payer)).toBe(10);
  });
});

describe('grants', () => {
  const grantOf = (from: Person, to = cyd) =>
    world.call('bank.grantAllAccountsFullCapability', [[from.login], to.akey, 60]) as Promise<string>;
  const narrow = async (token: string, limits: object) => (await world.capabilities.narrow(token, limits)).token;

  it('of the payer hold and let go within their limits', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const full = await grantOf(payer);
    const with_ = async (limits: object) => [cyd.login, await narrow(full, limits)];
    const held = (capabilities: string[], amount: number) =>
      world.call('bank.hold', [capabilities, amount, payer.akey, 'working', payee.akey, 'working', '']) as Promise<string>;
    expect(await faultOf(held(await with_({ accounts: ['savings'] }), 1))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(held(await with_({ payees: [bob.akey] }), 1))).toMatch(/^auth\.forbidden: /);
    const small = await with_({ maxEach: 5, payees: [payee.akey] });
    expect(await faultOf(held(small, 6))).toMatch(/^auth\.forbidden: .*5 at a time/);
    const id = await held(small, 5);
    const big = await hold(20, payer, payee);
    expect(await faultOf(world.call('bank.postHold', [small, big]))).toMatch(/^auth\.forbidden: .*5 at a time/);
    expect(await faultOf(world.call('bank.postHold', [await with_({ accounts: ['savings'] }), big]))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(world.call('bank.voidHold', [[cyd.login, full], big]))).toMatch(/^auth\.forbidden: only the payee/);
    await world.call('bank.postHold', [small, id]);
    await world.call('bank.postHold', [small, big, 5]);
    expect(await balance(payee)).toBe(10);
  });

  it('of the payer count what they set aside, and let go of nothing where they count', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const counted = [cyd.login, await narrow(await grantOf(payer), { total: 50 })];
    const held = (amount: number) =>
      world.call('bank.hold', [counted, amount, payer.akey, 'working', payee.akey, 'working', '']) as Promise<string>;
    const mine = await held(20);
    // Letting go is for those whose capability need not count it: it was counted when it was set aside, perhaps on another one.
    const first = await hold(20, payer, payee);
    for (const id of [mine, first]) {
      expect(await faultOf(world.call('bank.postHold', [counted, id]))).toMatch(/^auth\.forbidden: .* spending total/);
    }
    expect(await faultOf(held(31))).toMatch(/^bank\.grant_exhausted: 30 is left/);
    // What the payee gives up is not given back to the total.
    await voided(payee, mine);
    expect(await faultOf(held(31))).toMatch(/^bank\.grant_exhausted: 30 is left/);
  });

  it('of the payee take what is for the accounts that they reach, and count nothing', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const full = await grantOf(payee);
    const id = await hold(30, payer, payee);
    const other = [cyd.login, await narrow(full, { accounts: ['shop'] })];
    for (const end of ['bank.postHold', 'bank.voidHold']) expect(await faultOf(world.call(end, [other, id]))).toMatch(/^auth\.forbidden: /);
    await world.call('bank.postHold', [[cyd.login, await narrow(full, { total: 1 })], id]);
    expect(await balance(payee)).toBe(30);
    const read = await world.call('bank.grantAllAccountsReadCapability', [[payee.login], cyd.akey, 60]);
    const second = await hold(30, payer, payee);
    expect(await world.call('bank.listHolds', [[cyd.login, read], payee.akey, 'working'])).toHaveLength(1);
    expect(await faultOf(world.call('bank.postHold', [[cyd.login, read], second]))).toMatch(/^bank\.unknown_hold: /);
  });
});

describe('bank.listHolds', () => {
  it('lists both directions page by page, newest first, in-world payments too', async () => {
    const [one, two] = [await somebody(100), await somebody(100)];
    const ids: string[] = [];
    for (let at = 0; at < 12; at++) {
      ids.unshift(await (at % 2 ? hold(1, one, two) : hold(1, two, one)));
      await later();
    }
    const paid = (await world.call('bank.pay', [[one.login], 7, one.akey, 'working', two.akey, 'avatar', 'cash', 0])) as string;
    const all = await holdsOf(one);
    expect(all.map((line) => line.hold_id)).toEqual([paid, ...ids]);
    expect(all[0]).toMatchObject({ amount: 7, to_akey: two.akey, to_account_name: 'avatar', comment: 'cash' });
    expect(all[0]).not.toHaveProperty('expires');
    const pages = [await holdsOf(one, 'open', 0, 5), await holdsOf(one, 'open', 5, 5), await holdsOf(one, 'open', 10, -1)];
    expect(pages.flat()).toEqual(all);
    expect(await holdsOf(two)).toEqual(all.slice(1));
    expect(await holdsOf(one, 'voided')).toEqual([]);
    expect(await faultOf(holdsOf(one, 'any'))).toMatch(/^invalid_params: state is "any"; one of open, posted, voided, expired/);
  });
});

describe('a long history', () => {
  interface Plan {
    'Node Type': string;
    'Relation Name'?: string;
    'Actual Rows': number;
    'Actual Loops': number;
    'Rows Removed by Filter'?: number;
    Plans?: Plan[];
  }
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

  /** How many holds the statement reads that `work` sends. */
  async function holdsRead(work: () => Promise<unknown>): Promise<number> {
    const { pool } = world.database;
    const spy = vi.spyOn(pool, 'query');
    await work();
    const [[{ text, values }]] = spy.mock.calls as unknown as [[{ text: string; values: unknown[] }]];
    spy.mockRestore();
    const { rows } = await pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    const [{ 'QUERY PLAN': plans }] = rows as [{ 'QUERY PLAN': [{ Plan: Plan }] }];
    const scans = nodes(plans[0].Plan).filter((node) => node['Relation Name'] === 'hold');
    expect(scans.length).toBeGreaterThan(0);
    return scans.reduce((sum, scan) => sum + (scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)) * scan['Actual Loops'], 0);
  }

  const [mine, theirs] = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'];
  const ADD = `INSERT INTO hold (journal_id, leg, debit_id, credit_id, amount, created_at, expires_at)
    SELECT gen_random_uuid(), 0, CASE n % 2 WHEN 0 THEN $1::uuid ELSE $2 END, CASE n % 2 WHEN 0 THEN $2 ELSE $1::uuid END, 1,
      now() - make_interval(secs => n), CASE n % 3 WHEN 0 THEN NULL ELSE now() + make_interval(secs => n) END
    FROM generate_series(1, 20000) n`;

  beforeAll(async () => {
    await world.database.pool.query(ADD, [mine, theirs]);
    await world.database.pool.query('ANALYZE hold');
  });
  afterEach(() => world.database.pool.query('DELETE FROM hold WHERE debit_id IN ($1, $2)', [mine, theirs]));

  it('is not read to list a page of it, nor to find what has expired', async () => {
    const account = { id: mine as string, owner: ann.akey, name: 'working', currency: { code: 'L$', scale: 0 } };
    const page = await holdsRead(() => world.bank.holds.store.list(account, 'open', { offset: 100, limit: 50 }));
    expect(page).toBeGreaterThanOrEqual(150);
    expect(page).toBeLessThan(400);
    expect(await holdsRead(async () => expire())).toBeLessThan(50);
  });
});

describe('many at once', () => {
  it('post and void one hold, through two servers, and only one of them has an effect', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    for (let round = 0; round < 4; round++) {
      const id = await hold(20, payer, payee);
      const before = [await balance(payer), await balance(payee)] as [number, number];
      const ends = Array.from({ length: 50 }, (_, at) => {
        const on = at % 2 ? world : other;
        const [method, ...more] = [['bank.postHold'], ['bank.voidHold'], ['bank.postHold', 7], ['bank.postHold', 20]][at % 4] as [string];
        return on.call(method, [[payee.login], id, ...more]).then(String, (error: Fault) => error.spec.code);
      });
      const answers = await Promise.all(ends);
      const done = new Set(answers.filter((answer) => answer !== 'bank.hold_settled'));
      expect(done.size, [...done].join()).toBe(1);
      const { state, posted } = await world.database.prisma.hold.findFirstOrThrow({ where: { journalId: id } });
      expect(state === 'posted' ? [7n, 20n] : [0n]).toContain(posted);
      expect([await balance(payer), await balance(payee)]).toEqual([before[0] + 20 - Number(posted), before[1] + Number(posted)]);
      expect(await world.database.prisma.journal.count({ where: { id: [...done][0] as string } })).toBe(1);
    }
  });

  it('post while it expires: what was posted stays posted, and the rest is told that it is over', async () => {
    const [payer, payee] = [await somebody(1_000), await somebody()];
    const ids = await Promise.all(Array.from({ length: 40 }, () => hold(10, payer, payee)));
    await world.database.pool.query(
      `UPDATE hold SET expires_at = clock_timestamp() + random() * interval '250 ms' WHERE journal_id = ANY($1::uuid[])`,
      [ids],
    );
    const jobs = Array.from({ length: 30 }, async (_, at) => {
      await new Promise((resolve) => setTimeout(resolve, at * 10));
      await expire(at % 2 ? world : other);
    });
    const answers = await Promise.all(
      ids.map(async (id, at) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
        return (at % 2 ? world : other).call('bank.postHold', [[payee.login], id]).then(String, (error: Fault) => error.spec.code);
      }),
    );
    await Promise.all(jobs);
    await expire();
    const posted = answers.filter((answer) => answer !== 'bank.hold_expired');
    for (const answer of posted) expect(answer).toMatch(/^[0-9a-f-]{36}$/);
    expect([await balance(payer), await balance(payee)]).toEqual([1_000 - 10 * posted.length, 10 * posted.length]);
    expect(await world.database.prisma.hold.count({ where: { journalId: { in: ids }, state: 'open' } })).toBe(0);
  });

  it('hold and pay, and never more than there is', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const calls = Array.from({ length: 60 }, (_, at) => {
      const on = at % 2 ? world : other;
      const to = [payee.akey, 'working', ''];
      return at % 3 === 0
        ? on.call('bank.hold', [[payer.login], 5, payer.akey, 'working', ...to])
        : on.call('bank.pay', [[payer.login], 3, payer.akey, 'working', ...to, 0]);
    });
    const outcomes = await Promise.allSettled(calls);
    const booked = (kind: number) => outcomes.filter(({ status }, at) => status === 'fulfilled' && (at % 3 === 0) === (kind === 5)).length;
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect((outcome.reason as Fault).spec.code).toBe('bank.insufficient_funds');
    }
    expect(await balance(payer)).toBe(100 - 5 * booked(5) - 3 * booked(3));
    expect(await balance(payer)).toBeLessThan(5);
    expect(await balance(payee)).toBe(3 * booked(3));
  });

  it('that expired while no server ran are all given back, by whichever is there', { timeout: 60_000 }, async () => {
    const [payer, payee] = [await somebody(1_100), await somebody()];
    const ids = [await hold(1, payer, payee)];
    while (ids.length < 1_100) ids.push(...(await Promise.all(Array.from({ length: 157 }, () => hold(1, payer, payee)))));
    expect(await balance(payer)).toBe(0);
    await world.database.pool.query(`UPDATE hold SET expires_at = now() - interval '1 day' WHERE journal_id = ANY($1::uuid[])`, [ids]);
    await Promise.all([expire(), expire(other)]);
    expect(await balance(payer)).toBe(1_100);
    expect(await world.database.prisma.journal.count({ where: { kind: 'expire', id: { notIn: ids } } })).toBeGreaterThanOrEqual(1_100);
  });
});

describe('the audit', () => {
  it.each([
    [
      'posted more than it says',
      `UPDATE hold SET posted = posted + 1 WHERE journal_id = $1`,
      `UPDATE hold SET posted = posted - 1 WHERE journal_id = $1`,
    ],
    [
      'was voided, it says',
      `UPDATE hold SET state = 'voided', posted = 0 WHERE journal_id = $1`,
      `UPDATE hold SET state = 'posted', posted = 5 WHERE journal_id = $1`,
    ],
    ['is not where its end looks for it', `UPDATE hold SET leg = 1 WHERE journal_id = $1`, `UPDATE hold SET leg = 0 WHERE journal_id = $1`],
  ])('sees a hold that %s', async (_name, harm, heal) => {
    const id = await hold(9);
    await post(bob, id, 5);
    await world.database.pool.query(harm, [id]);
    expect(await world.bank.audit()).toMatchObject({ ok: false });
    await world.database.pool.query(heal, [id]);
  });
});
