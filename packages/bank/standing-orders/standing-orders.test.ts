import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { createBank } from '../bank.ts';

type Listed = Record<string, unknown> & { id: string; due: Date; next_attempt: Date };

const DAY_ms = 86_400_000;

let world: World;
let ann: Person;
let bob: Person;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  people += 1;
  ann = await world.person(`Ann ${people}`, 100);
  bob = await world.person(`Bob ${people}`);
});
afterEach(async () => {
  await world.check();
  await world.database.pool.query(`UPDATE standing_order SET state = 'cancelled' WHERE state = 'active'`);
});
afterAll(() => world.close());

const run = () => world.bank.standingOrders.due.pay();
const balance = (who: Person, account = 'working') => world.call('bank.accountBalance', [[who.login], who.akey, account]);
const create = (more: Record<string, unknown> = {}) =>
  world.call('bank.createStandingOrder', {
    capabilities: [ann.login],
    amount: 10,
    from_account_name: 'working',
    to_akey: bob.akey,
    to_account_name: '',
    every_days: 7,
    ...more,
  }) as Promise<string>;
const list = async (who = ann) => (await world.call('bank.listStandingOrders', [[who.login]])) as Listed[];
const one = async () => (await list())[0] as Listed;
const cancel = (id: string, who = ann) => world.call('bank.cancelStandingOrder', [[who.login], id]);
const notices = async (who = ann) =>
  ((await world.call('general.notifications', [[who.login]])) as { kind: string; text: string; reference: string }[]).filter(
    ({ kind }) => kind === 'standing_order',
  );

/** Time passes for an order: its dates move back, since the database's clock can't be moved. */
async function pass(id: string, hours: number): Promise<void> {
  await world.database.pool.query(
    `UPDATE standing_order SET due_at = due_at - make_interval(hours => $2), try_at = try_at - make_interval(hours => $2) WHERE id = $1`,
    [id, hours],
  );
}

describe('an order', () => {
  it('is paid at its dates, which do not drift, and ends', async () => {
    const id = await create({ times: 3, comment: 'rent' });
    const first = (await one()).due.getTime();
    expect(await one()).toMatchObject({
      id,
      state: 'active',
      amount: 10,
      currency: 'L$',
      from_account_name: 'working',
      to_akey: bob.akey,
      to_name: `Bob ${people}`,
      comment: 'rent',
      every_days: 7,
      times: 3,
      paid: 0,
      missed: 0,
      last_fault: '',
    });
    await run();
    expect(await balance(bob)).toBe(10);
    expect((await one()).due.getTime()).toBe(first + 7 * DAY_ms);
    await run();
    expect(await balance(bob)).toBe(10);
    // Two days late.
    await pass(id, 9 * 24);
    await run();
    expect(await one()).toMatchObject({ paid: 2, state: 'active', due: new Date(first + 5 * DAY_ms) });
    await pass(id, 7 * 24);
    await run();
    expect(await one()).toMatchObject({ paid: 3, state: 'ended' });
    await pass(id, 30 * 24);
    await run();
    expect(await balance(bob)).toBe(30);
    expect(await notices()).toEqual([]);
    const [line] = (await world.call('bank.transactions', [[bob.login], bob.akey, 'working'])) as object[];
    expect(line).toMatchObject({ amount: 10, comment: 'rent', other_akey: ann.akey });
  });

  it('begins later where that was ordered', async () => {
    const id = await create({ first_in_days: 2 });
    await run();
    expect(await balance(bob)).toBe(0);
    await pass(id, 48);
    await run();
    expect(await balance(bob)).toBe(10);
  });

  it('is created once for a request id', async () => {
    const id = await create({ request_id: 'rent' });
    expect(await create({ request_id: 'rent', every_days: '7' })).toBe(id);
    await run();
    expect(await create({ request_id: 'rent' })).toBe(id);
    expect(await list()).toHaveLength(1);
    expect(await faultOf(create({ request_id: 'rent', amount: 11 }))).toMatch(/^bank\.request_conflict: /);
    expect(await create({ capabilities: [bob.login], to_akey: ann.akey, request_id: 'rent' })).not.toBe(id);
    expect(await balance(bob)).toBe(10);
    await world.database.pool.query('DELETE FROM standing_order WHERE owner = $1', [bob.akey]);
  });

  it.each([
    ['an account that is not there', { from_account_name: 'nowhere' }, 'bank.unknown_account'],
    ['an amount of zero', { amount: 0 }, 'bank.invalid_amount'],
    ['a payee that nobody has the key of', { to_akey: '11111111-2222-4333-8444-555555555555' }, 'general.unknown_avatar'],
    ['a payee that nobody is called', { to_akey: 'No Body' }, 'general.unknown_avatar'],
    ['no days between', { every_days: 0 }, 'invalid_params'],
    ['a beginning in the past', { first_in_days: -1 }, 'invalid_params'],
    ['no login', { capabilities: [] }, 'auth.capability_required'],
  ])('is refused for %s', async (_name, params, code) => {
    expect(await faultOf(create(params))).toMatch(new RegExp(`^${code.replace('.', '\\.')}: `));
    expect(await list()).toEqual([]);
  });

  it('keeps its answer for a retry when it would be refused by then', async () => {
    const { gkey } = await world.groups.create(bob.akey, 'Band');
    const order = { to_akey: gkey, request_id: 'band' };
    const id = await create(order);
    await world.groups.dissolve(gkey);
    expect(await create(order)).toBe(id);
    expect(await faultOf(create({ ...order, amount: 11 }))).toMatch(/^bank\.request_conflict: /);
    expect(await faultOf(create({ to_akey: gkey }))).toMatch(/^general\.unknown_avatar: /);
  });

  it('is refused where an account would pay itself, and may pay another of the owner', async () => {
    expect(await faultOf(create({ to_akey: ann.akey }))).toMatch(/^bank\.same_account: /);
    expect(await faultOf(create({ to_akey: ann.akey, to_account_name: 'savings' }))).toMatch(/^bank\.unknown_account: /);
    await world.call('bank.openAccount', [[ann.login], 'savings']);
    await create({ to_akey: ann.akey, to_account_name: 'Savings' });
    await create({ to_akey: ann.akey, to_account_name: 'avatar' });
    await run();
    expect([await balance(ann), await balance(ann, 'savings')]).toEqual([80, 10]);
  });

  it('is not given by a login that was narrowed, which it would outlive', async () => {
    const { token } = await world.capabilities.narrow(ann.login, { validForSecs: 10 });
    expect(await faultOf(create({ capabilities: [token] }))).toMatch(/^auth\.forbidden: /);
  });

  it('pays a group by its percentages', async () => {
    const { gkey } = await world.groups.create(ann.akey, 'Band');
    await world.groups.addAll(gkey, new Map(Object.entries({ [ann.akey]: 70, [bob.akey]: 30 })));
    await create({ to_akey: gkey });
    await run();
    expect([await balance(ann), await balance(bob)]).toEqual([97, 3]);
    expect(await one()).toMatchObject({ to_name: 'Band', paid: 1 });
  });

  it('is limited in number, however many are created at once', async () => {
    // Few are left to create: a crowd that waits for as many connections is told `busy` where the machine is slow.
    for (let at = 0; at < 90; at++) await create({ first_in_days: 100 });
    const created = await Promise.all(Array.from({ length: 30 }, () => faultOf(create({ first_in_days: 100 }))));
    expect(created.filter((fault) => fault === 'no fault')).toHaveLength(10);
    expect(created.filter((fault) => fault.startsWith('bank.too_many_standing_orders: '))).toHaveLength(20);
    await cancel((await one()).id);
    expect(await faultOf(create({ first_in_days: 100 }))).toBe('no fault');
    const page = (await world.call('bank.listStandingOrders', [[ann.login], 95, 10])) as Listed[];
    expect(page).toHaveLength(6);
  });
});

describe('cancelling', () => {
  it('stops an order, for its owner only', async () => {
    const id = await create();
    expect(await faultOf(cancel(id, bob))).toMatch(/^bank\.unknown_standing_order: /);
    expect(await faultOf(cancel('rent'))).toMatch(/^bank\.unknown_standing_order: /);
    expect(await cancel(id.toUpperCase())).toBe(1);
    expect(await cancel(id)).toBe(1);
    await run();
    expect(await balance(bob)).toBe(0);
    expect(await one()).toMatchObject({ state: 'cancelled', paid: 0 });
  });

  it('is final, however it meets a run', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await create({ amount: 1 });
      await Promise.all([run(), cancel(id), run()]);
      const settled = await one();
      expect(settled).toMatchObject({ id, state: 'cancelled' });
      await pass(id, 7 * 24);
      await run();
      expect((await one())['paid']).toBe(settled['paid']);
    }
    const paid = (await list()).reduce((sum, order) => sum + (order['paid'] as number), 0);
    expect(await balance(bob)).toBe(paid);
  });
});

describe('a payment that is refused', () => {
  it('is tried again after 1 h, 6 h and then daily, and paid when there is money', async () => {
    const id = await create({ amount: 150, every_days: 30 });
    const first = (await one()).due.getTime();
    for (const [failed, hours] of [
      [1, 1],
      [2, 6],
      [3, 24],
      [4, 24],
    ] as const) {
      await run();
      await run();
      expect(await one()).toMatchObject({ failed_attempts: failed, state: 'active', last_fault: expect.stringMatching(/^bank\.insuff/) });
      await pass(id, hours);
    }
    await world.call('operator.mint', [[world.operator], ann.akey, 'working', 50, '']);
    await run();
    expect(await one()).toMatchObject({ paid: 1, missed: 0, failed_attempts: 0, last_fault: '' });
    expect((await one()).due.getTime()).toBe(first + 30 * DAY_ms - 55 * 3_600_000);
    expect(await notices()).toMatchObject([
      {
        reference: id,
        text: expect.stringMatching(/^Your standing order of 150 L\$ to Bob \d+, due .*tried again at .*: working holds 100/),
      },
    ]);
  });

  it('is missed after five attempts; the next one is due at its own date', async () => {
    const id = await create({ amount: 150, every_days: 30, times: 2 });
    for (const hours of [1, 6, 24, 24, 0]) {
      await run();
      await pass(id, hours);
    }
    expect(await one()).toMatchObject({ missed: 1, paid: 0, failed_attempts: 0, state: 'active' });
    expect((await one()).next_attempt).toEqual((await one()).due);
    expect((await notices()).map(({ text }) => text)).toEqual([
      expect.stringMatching(/was missed; the next one is due \d{4}-/),
      expect.stringContaining('tried again at'),
    ]);
    await pass(id, 30 * 24);
    await run();
    for (const hours of [1, 6, 24, 24]) {
      await pass(id, hours);
      await run();
    }
    expect(await one()).toMatchObject({ missed: 2, state: 'ended' });
    expect((await notices())[0]?.text).toContain('was missed, and was the last one');
    expect(await balance(ann)).toBe(100);
  });

  it('waits while its account is frozen', async () => {
    const id = await create();
    await world.call('operator.freezeAccount', [[world.operator], ann.akey, 'working', 1]);
    await run();
    expect(await one()).toMatchObject({ state: 'active', last_fault: expect.stringMatching(/^bank\.account_frozen/) });
    await world.call('operator.freezeAccount', [[world.operator], ann.akey, 'working', 0]);
    await pass(id, 1);
    await run();
    expect(await balance(bob)).toBe(10);
  });

  it('ends the order where its account is closed', async () => {
    await world.call('bank.openAccount', [[ann.login], 'rent']);
    const id = await create({ from_account_name: 'rent' });
    await world.call('bank.closeAccount', [[ann.login], ann.akey, 'rent']);
    await run();
    expect(await one()).toMatchObject({ id, state: 'ended', paid: 0, missed: 0, last_fault: 'bank.account_closed: rent is closed' });
    expect((await notices()).map(({ text }) => text)).toEqual([expect.stringMatching(/, and the order has ended: rent is closed$/)]);
    await world.call('bank.openAccount', [[ann.login], 'rent']);
    await run();
    expect(await one()).toMatchObject({ state: 'ended' });
  });

  it('ends the order where the group that was paid is gone', async () => {
    const { gkey } = await world.groups.create(bob.akey, 'Brief Band');
    await create({ to_akey: gkey });
    await world.groups.dissolve(gkey);
    await run();
    expect(await one()).toMatchObject({ state: 'ended', to_name: '', last_fault: expect.stringMatching(/^general\.unknown_avatar: /) });
    expect(await world.database.prisma.payout.count({ where: { akey: gkey } })).toBe(0);
  });
});

describe('after a time without a server', () => {
  it('what was missed is paid one after the other, the oldest first', async () => {
    const id = await create({ every_days: 1 });
    const first = (await one()).due.getTime();
    await pass(id, 3 * 24 + 1);
    for (let paid = 1; paid <= 4; paid++) {
      await run();
      expect(await one()).toMatchObject({ paid, due: new Date(first - (3 * 24 + 1) * 3_600_000 + paid * DAY_ms) });
    }
    await run();
    expect(await balance(bob)).toBe(40);
  });

  it('what can not be paid is missed at once where its time is over', async () => {
    const id = await create({ every_days: 1, amount: 60 });
    await pass(id, 3 * 24 + 1);
    for (let at = 0; at < 4; at++) await run();
    expect(await one()).toMatchObject({ paid: 1, missed: 2, failed_attempts: 1, state: 'active' });
    expect(await balance(bob)).toBe(60);
  });
});

describe('several server processes', () => {
  it('pay each occurrence once, however many run at once', async () => {
    const { database, avatars, capabilities, groups, objects, masterKey } = world;
    const log = { info() {}, warn() {}, error() {} };
    const other = await createBank({
      database,
      avatars,
      capabilities,
      groups,
      objects,
      masterKey,
      currency: { code: 'L$', scale: 0 },
      log,
    });
    const ids = await Promise.all(Array.from({ length: 12 }, () => create({ amount: 1, every_days: 1 })));
    await Promise.all(ids.map((id) => pass(id, 2 * 24 + 1)));
    const banks = [world.bank, other, world.bank, other];
    for (let round = 0; round < 4; round++) await Promise.all(banks.map((bank) => bank.standingOrders.due.pay()));
    expect((await list()).map(({ paid }) => paid)).toEqual(ids.map(() => 3));
    expect([await balance(ann), await balance(bob)]).toEqual([64, 36]);
    const { rows } = await database.pool.query('SELECT count(*)::int AS n FROM journal WHERE principal = $1', [ann.akey]);
    expect(rows[0].n).toBe(36);
    await other.close();
  });

  it('do not pay again what is in the books, even where the order had been put back', async () => {
    const id = await create();
    await run();
    await world.database.pool.query(
      `UPDATE standing_order SET occurrence = 1, paid = 0, due_at = now() - interval '1 minute', try_at = now() - interval '1 minute'
       WHERE id = $1`,
      [id],
    );
    await run();
    expect(await one()).toMatchObject({ paid: 1 });
    expect(await balance(bob)).toBe(10);
  });

  it('take an order and its payment back together', async () => {
    const { pool } = world.database;
    const stuck = await create();
    // The order can not move on: its payment must not stay either.
    await pool.query(`ALTER TABLE standing_order ADD CONSTRAINT no_progress CHECK (owner <> '${ann.akey}' OR paid = 0)`);
    const cyd = await world.person(`Cyd ${people}`, 10);
    await create({ capabilities: [cyd.login] });
    await expect(run()).rejects.toThrow(/no_progress/);
    expect(await balance(ann)).toBe(100);
    // Others are paid all the same, and it waits a minute rather than failing in every run.
    expect([await balance(cyd), await balance(bob)]).toEqual([0, 10]);
    await run();
    await pool.query('ALTER TABLE standing_order DROP CONSTRAINT no_progress');
    expect(await one()).toMatchObject({ id: stuck, paid: 0, failed_attempts: 0, state: 'active' });
    await pass(stuck, 1);
    await run();
    expect([await balance(ann), await balance(bob)]).toEqual([90, 20]);
  });

  it('run it as a job', async () => {
    await create();
    const job = world.bank.jobs.find(({ name }) => name === 'pay standing orders');
    await job?.run();
    expect(await balance(bob)).toBe(10);
  });
});
