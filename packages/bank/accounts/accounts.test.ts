import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { createBank } from '../bank.ts';

let world: World;
let ann: { akey: string; login: string };
let bob: { akey: string; login: string };
let cyd: { akey: string; login: string };
let staff: string;

beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann Able', 1_000);
  bob = await world.person('Bob Best', 1_000);
  cyd = await world.person('Cyd Cole', 1_000);
  // Ann and Bob are officers, Cyd is a member.
  staff = (await world.groups.create(ann.akey, 'Staff')).gkey;
  await world.groups.add(staff, bob.akey, { percent: 40, officer: true });
  await world.groups.add(staff, cyd.akey, { percent: 20, officer: false });
});
afterEach(() => world.check());
afterAll(() => world.close());

const balance = (who: Person, account: string, owner = who.akey) => world.call('bank.accountBalance', [[who.login], owner, account]);
const details = (capability: string, owner: string, account: string) =>
  world.call('bank.accountDetails', [[capability], owner, account]) as Promise<Record<string, unknown>>;
const open = (who: Person, account: string, currency = '', owner = '') =>
  world.call('bank.openAccount', [[who.login], account, currency, owner]);
const close = (who: Person, account: string, owner = who.akey) => world.call('bank.closeAccount', [[who.login], owner, account]);
const pay = (who: Person, amount: number, from: string, payee: string, account: string, payer = who.akey) =>
  world.call('bank.pay', [[who.login], amount, payer, from, payee, account, '', 0]);
const transfer = (who: Person, amount: number, from: string, to: string, owner = who.akey) =>
  world.call('bank.transfer', [[who.login], owner, amount, from, to, '']);
const deposit = (who: Person, account: string, open: number, group = '', owner = who.akey) =>
  world.call('bank.setDeposit', [[who.login], owner, account, open, group]);
const freeze = (owner: string, account: string, frozen: number) =>
  world.call('operator.freezeAccount', [[world.operator], owner, account, frozen]);
const limit = (owner: string, account: string, overdraft: number, maximum: number) =>
  world.call('operator.setAccountLimits', [[world.operator], owner, account, overdraft, maximum]);

describe('accounts of groups', () => {
  beforeAll(async () => {
    await open(ann, 'till', '', staff);
  });

  it('are opened, paid from and read by officers, and by nobody else', async () => {
    await pay(bob, 30, 'working', staff, 'till');
    expect(await balance(ann, 'till', staff)).toBe(30);
    await pay(ann, 10, 'till', cyd.akey, '', staff);
    expect(await open(bob, 'Savings', '', staff)).toBe('Savings');
    await transfer(bob, 5, 'till', 'savings', staff);
    expect(await balance(bob, 'savings', staff)).toBe(5);
    expect(await world.call('bank.accountList', [[ann.login], staff])).toEqual(['Savings', 'till']);
    expect(await world.call('bank.transactions', [[ann.login], staff, 'till'])).toHaveLength(3);
    for (const call of [
      () => open(cyd, 'mine', '', staff),
      () => balance(cyd, 'till', staff),
      () => pay(cyd, 1, 'till', cyd.akey, '', staff),
      () => transfer(cyd, 1, 'till', 'savings', staff),
      () => world.call('bank.accountList', [[cyd.login], staff]),
      () => close(cyd, 'savings', staff),
      () => deposit(cyd, 'till', 1, '', staff),
    ]) {
      expect(await faultOf(call())).toMatch(/^auth\.forbidden: /);
    }
  });

  it('are never called working: what is paid there is shared', async () => {
    for (const name of ['working', 'Working']) {
      expect(await faultOf(open(ann, name, '', staff))).toMatch(/^bank\.invalid_account_name: .*percentages/);
    }
    const before = await balance(cyd, 'working');
    await pay(bob, 12, 'working', staff, 'working');
    expect(await balance(cyd, 'working')).toBe((before as number) + 2);
  });

  it('get what strangers pay to them only where they take deposits', async () => {
    const dee = await world.person('Dee Dunn', 100);
    const before = (await balance(ann, 'till', staff)) as number;
    await pay(dee, 10, 'working', staff, 'till');
    expect(await balance(ann, 'till', staff)).toBe(before);
    await deposit(ann, 'till', 1, '', staff);
    await pay(dee, 10, 'working', staff, 'till');
    expect(await balance(ann, 'till', staff)).toBe(before + 10);
  });

  it('are limited in number however many officers open them at once', async () => {
    const { gkey } = await world.groups.create(ann.akey, 'Many');
    // Few are left to open: a crowd that waits for as many connections is told `busy` where the machine is slow.
    await world.database.pool.query(
      `INSERT INTO account (id, owner, name, currency, floor)
       SELECT gen_random_uuid(), $1, 'there ' || n, 'L$', 0 FROM generate_series(1, 90) n`,
      [gkey],
    );
    const opened = await Promise.all(Array.from({ length: 25 }, (_, at) => faultOf(open(ann, `n ${at}`, '', gkey))));
    expect(opened.filter((fault) => fault === 'no fault')).toHaveLength(10);
    expect(await world.call('bank.accountList', [[ann.login], gkey])).toHaveLength(100);
  });

  it('keep a group from being dissolved while they are not empty, and are closed with it', async () => {
    const { gkey } = await world.groups.create(ann.akey, 'Brief');
    await open(ann, 'empty', '', gkey);
    await open(ann, 'till', '', gkey);
    await pay(ann, 5, 'working', gkey, 'till');
    const dissolve = () => world.call('general.dissolveGroup', [[ann.login], ann.akey, '', gkey]);
    expect(await faultOf(dissolve())).toBe('general.group_in_use: the group can not be dissolved: its account "till" is not empty');
    expect(await world.call('bank.accountList', [[ann.login], gkey])).toEqual(['empty', 'till']);
    await pay(ann, 5, 'till', ann.akey, '', gkey);
    await freeze(gkey, 'till', 1);
    expect(await faultOf(dissolve())).toMatch(/its account "till" is frozen$/);
    await freeze(gkey, 'till', 0);
    expect(await dissolve()).toBe(1);
    expect(await details(world.operator, gkey, 'till')).toMatchObject({ state: 'closed', balance: 0, entries: 2 });
    expect(await faultOf(open(ann, 'till', '', gkey))).toMatch(/^auth\.forbidden: /);
  });

  it('are never left open by a dissolution that races openings and payments', async () => {
    for (let round = 0; round < 8; round++) {
      const { gkey } = await world.groups.create(ann.akey, `Race ${round}`);
      await open(ann, 'till', '', gkey);
      const results = await Promise.all([
        faultOf(world.call('general.dissolveGroup', [[ann.login], ann.akey, '', gkey])),
        ...Array.from({ length: 4 }, (_, at) => faultOf(open(ann, `new ${at}`, '', gkey))),
        faultOf(open(ann, 'till', '', gkey)),
        faultOf(pay(ann, 1, 'working', gkey, 'till')),
      ]);
      const rows = await world.database.prisma.account.findMany({ where: { owner: gkey } });
      const dissolved = results[0] === 'no fault';
      expect(rows.every(({ state }) => state === 'closed')).toBe(dissolved);
      expect(results.every((fault) => /^(no fault|general\.|auth\.forbidden|bank\.(account_closed|unknown_account))/.test(fault))).toBe(
        true,
      );
    }
  });
});

describe('currencies', () => {
  it('are added once, with a scale that never changes', async () => {
    const add = (code: string, scale: unknown) => world.call('operator.addCurrency', [[world.operator], code, scale]);
    expect(await add('EUR', 2)).toBe(1);
    expect(await add('EUR', 2)).toBe(1);
    expect(await faultOf(add('EUR', 3))).toBe('bank.currency_exists: EUR has the scale 2, which can not change; 3 was asked for');
    expect(await faultOf(add('eur', 2))).toMatch(/^bank\.currency_exists: there is EUR, /);
    for (const code of ['', 'a b', 'a,b', 'a#b', 'a:b', 'a\u200bb', 'x'.repeat(17)]) {
      expect(await faultOf(add(code, 2)), code).toMatch(/^invalid_params: /);
    }
    for (const scale of [-1, 7, 1.5]) expect(await faultOf(add('USD', scale))).toMatch(/^invalid_params: /);
    expect(await faultOf(world.call('operator.addCurrency', [[ann.login], 'USD', 2]))).toMatch(/^auth\.forbidden: /);
    expect(await world.call('bank.currencies', [])).toEqual([
      { code: 'L$', scale: 0, default: true },
      { code: 'EUR', scale: 2, default: false },
    ]);
  });

  it('of the same code in other letters, added at once, are one', async () => {
    const codes = ['abc', 'ABC', 'Abc', 'aBC', 'abC'];
    const added = await Promise.all(codes.map((code) => faultOf(world.call('operator.addCurrency', [[world.operator], code, 1]))));
    expect(added.filter((fault) => fault === 'no fault')).toHaveLength(1);
    const codesNow = (await world.bank.currencies.list()).map(({ code }) => code);
    expect(codesNow.filter((code) => code.toLowerCase() === 'abc')).toHaveLength(1);
  });

  it('go out in major units, share by their smallest ones, and are not exchanged', async () => {
    expect(await open(ann, 'euros', 'eur')).toBe('euros');
    await open(bob, 'euros', 'EUR');
    await deposit(bob, 'euros', 1);
    await world.call('operator.mint', [[world.operator], ann.akey, 'euros', 10, '']);
    const split = [[ann.login], 10, ann.akey, 'euros', [{ akey: bob.akey, account_name: 'euros', share: 1 }], '', ann.akey, 33.333];
    expect(await faultOf(world.call('bank.paySplit', split))).toMatch(/^bank\.currency_mismatch: /);
    await pay(ann, 7, 'euros', bob.akey, 'euros');
    expect([await balance(ann, 'euros'), await balance(bob, 'euros')]).toEqual([3, 7]);
    const three = [1, 1, 1].map((share) => ({ akey: bob.akey, account_name: 'euros', share }));
    const { amounts } = (await world.call('bank.paySplit', [[ann.login], 2, ann.akey, 'euros', three, ''])) as { amounts: number[] };
    expect(amounts.toSorted()).toEqual([0.66, 0.67, 0.67]);
    expect(await faultOf(pay(ann, 1, 'euros', bob.akey, 'working'))).toMatch(/^bank\.currency_mismatch: .*EUR.*L\$/);
    expect(await faultOf(transfer(ann, 1, 'working', 'euros'))).toMatch(/^bank\.currency_mismatch: /);
    expect(await faultOf(open(ann, 'euros'))).toBe('bank.account_exists: euros is in EUR, not in L$');
    expect(await details(ann.login, ann.akey, 'euros')).toMatchObject({ balance: 1, available: 1, currency: 'EUR', entries: 5 });
  });

  it('that another server process adds are found when they are met', async () => {
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
    await other.currencies.add('NEW', 3);
    await other.accounts.open(ann.akey, 'fresh', 'NEW');
    expect(await world.call('bank.accountList', [[ann.login], ann.akey])).toContain('fresh');
    await world.call('operator.mint', [[world.operator], ann.akey, 'fresh', 2, '']);
    expect(await balance(ann, 'fresh')).toBe(2);
    expect(await open(bob, 'fresh', 'new')).toBe('fresh');
    await other.close();
  });
});

/** A group of somebody's with a member; its key. */
async function groupOf(creator: Person, name: string, member: Person): Promise<string> {
  const { gkey } = await world.groups.create(creator.akey, name);
  await world.groups.add(gkey, member.akey, { percent: -1, officer: false });
  return gkey;
}

describe('bank.setDeposit', () => {
  beforeAll(async () => {
    await open(bob, 'shop');
  });

  it.each([
    ['nobody, where nothing was set', 0, () => '', 'working'],
    ['everybody, where it is public', 1, () => '', 'shop'],
    ['members of its group', 0, async () => groupOf(bob, 'Regulars', cyd), 'shop'],
    ['nobody who is not in its group', 0, async () => (await world.groups.create(bob.akey, 'Only Bob')).gkey, 'working'],
  ])('lets in %s', async (_name, open, group, ends) => {
    await deposit(bob, 'shop', open, await group());
    const before = { working: await balance(bob, 'working'), shop: await balance(bob, 'shop') } as Record<string, number>;
    await pay(cyd, 3, 'working', bob.akey, 'Shop');
    expect(await balance(bob, ends)).toBe((before[ends] ?? 0) + 3);
  });

  it('counts members as they are when they pay', async () => {
    const { gkey } = await world.groups.create(bob.akey, 'Customers');
    await deposit(bob, 'shop', 0, 'customers');
    expect(await details(bob.login, bob.akey, 'shop')).toMatchObject({ public_deposit: false, deposit_group: gkey });
    const shop = async () => (await balance(bob, 'shop')) as number;
    const before = await shop();
    await pay(cyd, 1, 'working', bob.akey, 'shop');
    await world.groups.add(gkey, cyd.akey, { percent: -1, officer: false });
    await pay(cyd, 2, 'working', bob.akey, 'shop');
    await world.groups.dissolve(gkey);
    await pay(cyd, 4, 'working', bob.akey, 'shop');
    expect(await shop()).toBe(before + 2);
  });

  it("takes no group of somebody else's: who paid would tell who is in it", async () => {
    const theirs = await groupOf(ann, 'The secret ones', cyd);
    const missing = '11111111-2222-4333-8444-555555555555';
    const refused = await faultOf(deposit(bob, 'shop', 0, theirs));
    expect(refused).toMatch(/^general\.unknown_group: /);
    expect(refused).toBe((await faultOf(deposit(bob, 'shop', 0, missing)))?.replace(missing, theirs));
    expect(await faultOf(deposit(bob, 'shop', 0, 'The secret ones'))).toMatch(/^general\.unknown_group: /);
    expect(await details(bob.login, bob.akey, 'shop')).not.toMatchObject({ deposit_group: theirs });
  });

  it('of a group that owns the account takes that group, and those of the officer who asks', async () => {
    const { gkey } = await world.groups.create(ann.akey, 'Club');
    await world.groups.add(gkey, bob.akey, { percent: -1, officer: true });
    await open(bob, 'fees', '', gkey);
    expect(await deposit(bob, 'fees', 0, gkey.toUpperCase(), gkey)).toBe(1);
    expect(await deposit(bob, 'fees', 0, await groupOf(bob, 'Guests', cyd), gkey)).toBe(1);
    expect(await faultOf(deposit(bob, 'fees', 0, await groupOf(ann, 'Council', cyd), gkey))).toMatch(/^general\.unknown_group: /);
  });

  it('is for the owner, without limits', async () => {
    const full = await world.call('bank.grantAllAccountsFullCapability', [[bob.login], ann.akey, 60]);
    expect(await faultOf(world.call('bank.setDeposit', [[ann.login, full], bob.akey, 'shop', 1]))).toMatch(/^auth\.forbidden: /);
    const { token } = await world.capabilities.narrow(bob.login, { maxEach: 1, validForSecs: 10 });
    expect(await faultOf(world.call('bank.setDeposit', [[token], bob.akey, 'shop', 1]))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(deposit(bob, 'nowhere', 1))).toMatch(/^bank\.unknown_account: /);
    expect(await faultOf(deposit(bob, 'shop', 1, '11111111-2222-4333-8444-555555555555'))).toMatch(/^general\.unknown_group: /);
    expect(await faultOf(deposit(bob, 'shop', 1, 'No Such Group'))).toMatch(/^general\.unknown_group: /);
  });
});

describe('bank.accountDetails', () => {
  it('tells what is there, what is held, and who may read it', async () => {
    const eve = await world.person('Eve Eden', 50);
    await pay(eve, 20, 'working', eve.akey, 'avatar');
    const expected = {
      balance: 50,
      available: 30,
      held_out: 20,
      held_in: 0,
      overdraft: 0,
      maximum: -1,
      state: 'open',
      public_deposit: false,
      deposit_group: '',
      currency: 'L$',
      entries: 1,
    };
    expect(await details(eve.login, eve.akey, 'working')).toEqual(expected);
    expect(await details(world.operator, 'eve eden', 'Working')).toEqual(expected);
    const read = await world.call('bank.grantAllAccountsReadCapability', [[eve.login], ann.akey, 60]);
    expect(await world.call('bank.accountDetails', [[ann.login, read], eve.akey, 'working'])).toEqual(expected);
    expect(await faultOf(details(ann.login, eve.akey, 'working'))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(world.call('bank.accountDetails', [[], eve.akey, 'working']))).toMatch(/^auth\.capability_required: /);
    expect(await details(world.operator, '00000000-0000-0000-0000-000000000000', 'mint L$')).toMatchObject({ overdraft: -1 });
  });
});

describe('operator.setAccountLimits', () => {
  it('lets an account go below zero so far, and no further', async () => {
    const eve = await world.person('Limited Eve', 10);
    await limit(eve.akey, 'working', 5, -1);
    expect(await faultOf(pay(eve, 16, 'working', bob.akey, ''))).toMatch(/^bank\.insufficient_funds: /);
    await pay(eve, 15, 'working', bob.akey, '');
    expect(await details(world.operator, eve.akey, 'working')).toMatchObject({ balance: -5, available: -5, overdraft: 5 });
    expect(await faultOf(limit(eve.akey, 'working', 4, 100))).toBe(
      'bank.account_overdrawn: working has -5 available, which is below the overdraft of 4',
    );
    expect(await details(world.operator, eve.akey, 'working')).toMatchObject({ overdraft: 5, maximum: -1 });
    await pay(bob, 5, 'working', eve.akey, '');
    expect(await limit(eve.akey, 'working', 0, -1)).toBe(1);
  });

  it('keeps more from coming in than the maximum, and leaves what is there', async () => {
    const eve = await world.person('Full Eve', 10);
    await limit(eve.akey, 'working', 0, 12);
    expect(await faultOf(pay(bob, 3, 'working', eve.akey, ''))).toMatch(/^bank\.over_maximum: .*room for 2, 3 /);
    await pay(bob, 2, 'working', eve.akey, '');
    await limit(eve.akey, 'working', 0, 5);
    expect(await details(world.operator, eve.akey, 'working')).toMatchObject({ balance: 12, maximum: 5 });
    await pay(eve, 8, 'working', bob.akey, '');
    await pay(bob, 1, 'working', eve.akey, '');
    expect(await faultOf(pay(bob, 1, 'working', eve.akey, ''))).toMatch(/^bank\.over_maximum: /);
  });

  it('refuses what can not be', async () => {
    expect(await faultOf(limit(ann.akey, 'working', -1, -1))).toMatch(/^invalid_params: /);
    expect(await faultOf(limit(ann.akey, 'working', 0, -2))).toMatch(/^invalid_params: /);
    expect(await faultOf(limit(ann.akey, 'euros', Number.MAX_SAFE_INTEGER, -1))).toMatch(/^bank\.invalid_amount: /);
    expect(await faultOf(limit(ann.akey, 'nowhere', 0, -1))).toMatch(/^bank\.unknown_account: /);
    expect(await faultOf(limit('00000000-0000-0000-0000-000000000000', 'mint L$', 0, -1))).toMatch(/^bank\.unknown_account: /);
    expect(await faultOf(freeze('00000000-0000-0000-0000-000000000000', 'mint L$', 1))).toMatch(/^bank\.unknown_account: /);
    for (const method of ['operator.setAccountLimits', 'operator.freezeAccount']) {
      const params = [[ann.login], ann.akey, 'working', ...(method.endsWith('Limits') ? [5, -1] : [1])];
      expect(await faultOf(world.call(method, params))).toMatch(/^auth\.forbidden: /);
    }
  });

  it('holds against payments that are made meanwhile', async () => {
    const eve = await world.person('Hurried Eve', 0);
    for (let round = 0; round < 10; round++) {
      await limit(eve.akey, 'working', 100, -1);
      const results = await Promise.all([
        ...Array.from({ length: 6 }, () => faultOf(pay(eve, 10, 'working', bob.akey, ''))),
        faultOf(limit(eve.akey, 'working', 20, -1)),
        ...Array.from({ length: 6 }, () => faultOf(pay(eve, 10, 'working', bob.akey, ''))),
      ]);
      const { available, overdraft } = await details(world.operator, eve.akey, 'working');
      expect(available as number).toBeGreaterThanOrEqual(-(overdraft as number));
      expect(results.every((fault) => /^(no fault|bank\.(insufficient_funds|account_overdrawn))/.test(fault))).toBe(true);
      await world.call('operator.mint', [[world.operator], eve.akey, 'working', -(available as number), '']);
    }
  });
});

describe('operator.freezeAccount', () => {
  it('lets nothing out, and money in', async () => {
    const eve = await world.person('Frozen Eve', 10);
    expect(await freeze(eve.akey, 'working', 1)).toBe(1);
    expect(await faultOf(pay(eve, 1, 'working', bob.akey, ''))).toMatch(/^bank\.account_frozen: /);
    await pay(bob, 5, 'working', eve.akey, '');
    expect(await details(eve.login, eve.akey, 'working')).toMatchObject({ state: 'frozen', balance: 15 });
    expect(await world.call('bank.accountList', [[eve.login], eve.akey])).toEqual(['working']);
    await freeze(eve.akey, 'working', 0);
    await pay(eve, 15, 'working', bob.akey, '');
  });

  it('can not be got round by closing and opening', async () => {
    const eve = await world.person('Sly Eve');
    await open(eve, 'purse');
    await freeze(eve.akey, 'purse', 1);
    expect(await faultOf(close(eve, 'purse'))).toMatch(/^bank\.account_frozen: /);
    expect(await open(eve, 'purse')).toBe('purse');
    expect(await details(eve.login, eve.akey, 'purse')).toMatchObject({ state: 'frozen' });
    await freeze(eve.akey, 'purse', 0);
    await close(eve, 'purse');
    expect(await faultOf(freeze(eve.akey, 'purse', 1))).toMatch(/^bank\.account_closed: /);
  });

  it('lets nothing out once it is answered, however many payments are on their way', async () => {
    const eve = await world.person('Late Eve', 1_000);
    for (let round = 0; round < 5; round++) {
      const paying = Array.from({ length: 20 }, () => faultOf(pay(eve, 1, 'working', bob.akey, '')));
      await freeze(eve.akey, 'working', 1);
      const before = await balance(eve, 'working');
      const results = await Promise.all(paying);
      expect(await balance(eve, 'working')).toBe(before);
      expect(results.every((fault) => /^(no fault|bank\.account_frozen)/.test(fault))).toBe(true);
      await freeze(eve.akey, 'working', 0);
    }
  });
});

describe('bank.closeAccount', () => {
  it('closes what is empty, keeps the history, and opens it again', async () => {
    const eve = await world.person('Tidy Eve', 10);
    await open(eve, 'Purse');
    await deposit(eve, 'purse', 1);
    await transfer(eve, 4, 'working', 'purse');
    expect(await faultOf(close(eve, 'purse'))).toBe(
      'bank.account_not_empty: Purse has 4 in it, 0 held on it, and 0 held for it; all three must be 0',
    );
    await transfer(eve, 4, 'purse', 'working');
    expect(await close(eve, 'PURSE')).toBe(1);
    expect(await close(eve, 'purse')).toBe(1);
    expect(await world.call('bank.accountList', [[eve.login], eve.akey])).toEqual(['working']);
    expect(await world.call('bank.transactions', [[eve.login], eve.akey, 'purse'])).toHaveLength(2);
    expect(await balance(eve, 'purse')).toBe(0);
    expect(await faultOf(transfer(eve, 1, 'working', 'purse'))).toMatch(/^bank\.account_closed: Purse is closed/);
    expect(await faultOf(deposit(eve, 'purse', 1))).toMatch(/^bank\.account_closed: /);
    // Others' payments to the name go where they go without it.
    await pay(bob, 3, 'working', eve.akey, 'purse');
    expect(await balance(eve, 'working')).toBe(13);
    expect(await faultOf(open(eve, 'purse', 'EUR'))).toMatch(/^bank\.account_exists: /);
    expect(await open(eve, 'purse')).toBe('Purse');
    expect(await details(eve.login, eve.akey, 'purse')).toMatchObject({ state: 'open', public_deposit: false, entries: 2 });
    await pay(bob, 3, 'working', eve.akey, 'purse');
    expect(await balance(eve, 'purse')).toBe(0);
    await transfer(eve, 1, 'working', 'purse');
  });

  it('refuses working, what is held, and what is not there', async () => {
    const eve = await world.person('Keen Eve', 10);
    expect(await faultOf(close(eve, 'Working'))).toMatch(/^bank\.account_not_empty: .*stays open/);
    expect(await faultOf(close(eve, 'nowhere'))).toMatch(/^bank\.unknown_account: /);
    await open(eve, 'purse');
    await limit(eve.akey, 'purse', 7, -1);
    await pay(eve, 7, 'purse', bob.akey, 'avatar');
    await transfer(eve, 7, 'working', 'purse');
    expect(await faultOf(close(eve, 'purse'))).toMatch(/^bank\.account_not_empty: purse has 7 in it, 7 held on it/);
  });

  it('never leaves money in a closed account, whatever is paid meanwhile', async () => {
    const eve = await world.person('Racing Eve', 100);
    await open(eve, 'purse');
    for (let round = 0; round < 15; round++) {
      const results = await Promise.all([
        faultOf(transfer(eve, 1, 'working', 'purse')),
        faultOf(close(eve, 'purse')),
        faultOf(transfer(eve, 1, 'working', 'purse')),
      ]);
      expect(results.every((fault) => /^(no fault|bank\.account_(closed|not_empty))/.test(fault))).toBe(true);
      const { state, balance: left } = await details(eve.login, eve.akey, 'purse');
      expect(state === 'closed' ? left : 0).toBe(0);
      await world.check();
      if (left !== 0) await transfer(eve, left as number, 'purse', 'working');
      await open(eve, 'purse');
    }
  });

  it('makes room for others, but not without end', async () => {
    const eve = await world.person('Restless Eve');
    for (let at = 1; at < 100; at++) await open(eve, `n ${at}`);
    expect(await faultOf(open(eve, 'more'))).toMatch(/^bank\.too_many_accounts: /);
    await close(eve, 'n 1');
    await open(eve, 'more');
    expect(await faultOf(open(eve, 'n 1'))).toMatch(/^bank\.too_many_accounts: /);
    await world.database.pool.query(
      `INSERT INTO account (id, owner, name, currency, floor, state)
       SELECT gen_random_uuid(), $1, 'old ' || n, 'L$', 0, 'closed' FROM generate_series(1, 900) n`,
      [eve.akey],
    );
    await close(eve, 'more');
    expect(await faultOf(open(eve, 'brand new'))).toMatch(/^bank\.too_many_accounts: /);
    expect(await open(eve, 'n 1')).toBe('n 1');
  });
});

it('operator.audit sees money in a closed account', async () => {
  const { pool } = world.database;
  const { id } = await world.bank.accounts.get(ann.akey, 'working');
  const { rows } = await pool.query(`SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'account_closed'`);
  await pool.query('ALTER TABLE account DROP CONSTRAINT account_closed');
  await pool.query(`UPDATE account SET state = 'closed' WHERE id = $1`, [id]);
  const audit = await world.bank.audit();
  await pool.query(`UPDATE account SET state = 'open' WHERE id = $1`, [id]);
  await pool.query(`ALTER TABLE account ADD CONSTRAINT account_closed ${rows[0].definition}`);
  expect(audit.problems).toEqual([expect.stringContaining('is closed and holds')]);
});
