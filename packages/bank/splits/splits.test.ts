import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

interface Split {
  transaction_id: string;
  fee: number;
  amounts: number[];
}

let world: World;
let [ann, bob, cyd] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  world = await testWorld();
  [ann, bob, cyd] = [await world.person('Ann', 100_000), await world.person('Bob'), await world.person('Cyd')];
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const to = (share: number, akey = bob.akey, account_name = '') => ({ akey, account_name, share });

interface Extra {
  fee_akey?: string;
  fee_percent?: number;
  preview?: number;
  request_id?: string;
  notify?: number;
}

function paySplit(amount: number, payees: unknown[], more: Extra = {}): Promise<Split> {
  const params = { capabilities: [ann.login], amount, from_akey: ann.akey, from_account_name: 'working', payees, comment: 'split' };
  return world.call('bank.paySplit', { ...params, ...more }) as Promise<Split>;
}

const balance = (who: Person) => world.call('bank.accountBalance', [[who.login], who.akey, 'working']) as Promise<number>;

describe('bank.paySplit', () => {
  it.each([
    ['three equal shares', 10, [1, 1, 1], 0, [0, 4, 3, 3]],
    ['unequal shares', 100, [50, 30, 20], 0, [0, 50, 30, 20]],
    ['the largest remainder first', 10, [1, 2, 4], 0, [0, 1, 3, 6]],
    ['decimal places', 1_000, [33.333333, 66.666667], 0, [0, 333, 667]],
    ['a fee first', 99, [1, 1], 10, [10, 45, 44]],
    ['a share of nothing', 5, [0, 1], 0, [0, 0, 5]],
    ['less than there are payees', 2, [1, 1, 1], 0, [0, 1, 1, 0]],
  ])('accounts for every unit: %s', async (_name, amount, shares, fee_percent, [fee, ...amounts]) => {
    const payees = shares.map((share, index) => to(share, index % 2 === 0 ? bob.akey : cyd.akey));
    const fees = fee_percent > 0 ? { fee_akey: cyd.akey, fee_percent } : {};
    const before = [await balance(ann), (await balance(bob)) + (await balance(cyd))] as const;
    expect(await paySplit(amount, payees, { ...fees, preview: 1 })).toEqual({ transaction_id: '', fee, amounts });
    expect([await balance(ann), (await balance(bob)) + (await balance(cyd))]).toEqual(before);
    // What is booked is drawn: off by less than one unit from the exact part, and so by at most one from what was shown.
    const booked = await paySplit(amount, payees, fees);
    expect(booked.transaction_id).toMatch(/^[0-9a-f-]{36}$/);
    const parts = [booked.fee, ...booked.amounts];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
    for (const [index, shown] of [fee, ...amounts].entries()) expect(Math.abs((parts[index] ?? 0) - (shown ?? 0))).toBeLessThanOrEqual(1);
    expect(await balance(ann)).toBe(before[0] - amount);
    expect((await balance(bob)) + (await balance(cyd))).toBe(before[1] + amount);
  });

  it('pays a hundred at once, in one transaction', async () => {
    const before = await balance(bob);
    const { transaction_id, amounts } = await paySplit(
      12_345,
      Array.from({ length: 100 }, (_, at) => to(at + 1)),
    );
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(12_345);
    expect(await balance(bob)).toBe(before + 12_345);
    expect(await world.database.prisma.entry.count({ where: { journalId: transaction_id } })).toBe(200);
  });

  it('books a request once, answers it alike, and calls another one a conflict', async () => {
    const before = await balance(bob);
    const first = await paySplit(7, [to(1), to(2)], { request_id: 'once' });
    expect(await paySplit(7, [to(1), to(2)], { request_id: 'once' })).toEqual(first);
    expect(await faultOf(paySplit(7, [to(2), to(1)], { request_id: 'once' }))).toMatch(/^bank\.request_conflict: /);
    expect(await faultOf(paySplit(7, [to(1), to(2)], { request_id: 'once', notify: 1 }))).toMatch(/^bank\.request_conflict: /);
    expect(await balance(bob)).toBe(before + 7);
  });

  it.each([
    ['nobody', () => [], {}, 'bank.invalid_split'],
    ['shares of nothing', () => [to(0), to(0)], {}, 'bank.invalid_split'],
    ['a negative share', () => [to(1), to(-1)], {}, 'bank.invalid_split'],
    ['a share without end', () => [to(1e300)], {}, 'bank.invalid_split'],
    ['more than a hundred', () => Array.from({ length: 101 }, () => to(1)), {}, 'invalid_params'],
    ['a fee of everything', () => [to(1)], { fee_akey: 'Cyd', fee_percent: 100 }, 'bank.invalid_split'],
    ['a negative fee', () => [to(1)], { fee_akey: 'Cyd', fee_percent: -1 }, 'bank.invalid_split'],
    ['the payer', () => [to(1), to(1, ann.akey)], {}, 'bank.same_account'],
    ['somebody unknown by name', () => [to(1, 'Nobody Here')], {}, 'general.unknown_avatar'],
  ])('refuses %s, whole', async (_name, payees, more, code) => {
    const before = await balance(ann);
    expect(await faultOf(paySplit(10, payees(), more as Extra))).toMatch(new RegExp(`^${code.replace('.', '\\.')}: `));
    expect(await faultOf(paySplit(10, payees(), { ...(more as Extra), preview: 1 }))).not.toMatch(/^internal/);
    expect(await balance(ann)).toBe(before);
  });

  it('is refused whole where the money is not enough', async () => {
    const [poor, before] = [await world.person('Poor', 9), await balance(bob)];
    const params = [[poor.login], 10, poor.akey, 'working', [to(1), to(1, cyd.akey)], ''];
    expect(await faultOf(world.call('bank.paySplit', params))).toMatch(/^bank\.insufficient_funds: working holds 9, 10 needed/);
    expect([await balance(poor), await balance(bob)]).toEqual([9, before]);
  });
});

describe('a payment to a group', () => {
  const pay = (amount: number, group: string, from = ann, account = '', request_id = '') =>
    world.call('bank.pay', [[from.login], amount, from.akey, 'working', group, account, 'to all', 1, request_id]) as Promise<string>;

  const newGroup = async (creator: { akey: string }, name: string, percents: Record<string, number>) => {
    const { gkey } = await world.groups.create(creator.akey, name);
    await world.groups.addAll(gkey, new Map(Object.entries(percents)));
    return gkey;
  };

  it('is shared by its percentages, and each member is told', async () => {
    const dee = await world.person('Dee');
    const gkey = await newGroup(bob, 'Sellers', { [bob.akey]: 60, [dee.akey]: 40 });
    const before = [await balance(bob), await balance(dee)] as [number, number];
    const id = await pay(10, gkey, ann, '', 'group');
    expect([await balance(bob), await balance(dee)]).toEqual([before[0] + 6, before[1] + 4]);
    const told = await world.database.prisma.notification.findMany({ where: { reference: id }, orderBy: { text: 'asc' } });
    expect(told.map((one) => one.text)).toEqual(['Ann paid you 4 L$: to all', 'Ann paid you 6 L$: to all']);
    // A retry is the same payment, whatever became of the percentages.
    await world.groups.add(gkey, dee.akey, { percent: 10, officer: undefined });
    expect(await pay(10, gkey, ann, '', 'group')).toBe(id);
    expect([await balance(bob), await balance(dee)]).toEqual([before[0] + 6, before[1] + 4]);
  });

  it('leaves the share of a member who pays where it is', async () => {
    const eve = await world.person('Eve', 100);
    const gkey = await newGroup(eve, 'Two', { [eve.akey]: 50, [bob.akey]: 50 });
    const before = await balance(bob);
    const id = await pay(10, gkey, eve, '', 'for both');
    expect([await balance(eve), await balance(bob)]).toEqual([95, before + 5]);
    expect(await world.call('general.notifications', [[eve.login]])).toEqual([]);
    await world.groups.remove(gkey, bob.akey);
    expect(await pay(10, gkey, eve, '', 'for both')).toBe(id);
    expect(await balance(eve)).toBe(95);
    const { gkey: alone } = await world.groups.create(eve.akey, 'Alone');
    expect(await faultOf(pay(10, alone, eve))).toMatch(/^bank\.same_account: /);
  });

  it('holds the share of a member without a login for in-world', async () => {
    const robot = (await world.call('operator.addAvatar', [[world.operator], 'Robot', ''])) as string;
    const gkey = await newGroup(bob, 'With robot', { [bob.akey]: 70, [robot]: 30 });
    const before = [await balance(ann), await balance(bob)] as [number, number];
    const id = await pay(10, gkey);
    expect([await balance(ann), await balance(bob)]).toEqual([before[0] - 10, before[1] + 7]);
    expect(await world.database.prisma.payout.findMany({ where: { journalId: id } })).toMatchObject([{ akey: robot, state: 'queued' }]);
    const [payout] = await world.database.prisma.payout.findMany({ where: { journalId: id } });
    await world.call('operator.failPayout', [[world.operator], id, payout?.leg]);
    expect(await balance(ann)).toBe(before[0] - 7);
  });

  it('is refused once it is dissolved, whoever is named to hand it over, and a retry gets its answer', async () => {
    const gkey = await newGroup(bob, 'Dissolved', { [bob.akey]: 60, [cyd.akey]: 40 });
    const id = await pay(10, gkey, ann, '', 'before the end');
    await world.groups.dissolve(gkey);
    const before = [await balance(ann), await balance(bob)];
    for (const account of ['', 'working', 'savings', 'avatar']) {
      expect(await faultOf(pay(10, gkey, ann, account))).toMatch(/^bank\.unknown_account: working of the dissolved group \S+ is not there/);
    }
    expect(await faultOf(paySplit(9, [to(2, gkey), to(1, cyd.akey)]))).toMatch(/^bank\.unknown_account: working of the dissolved group /);
    expect(await pay(10, gkey, ann, '', 'before the end')).toBe(id);
    expect([await balance(ann), await balance(bob)]).toEqual(before);
    expect(await world.database.prisma.payout.count({ where: { akey: gkey } })).toBe(0);
  });

  it('inside of a split is shared again', async () => {
    const gkey = await newGroup(bob, 'Halves', { [bob.akey]: 50, [cyd.akey]: 50 });
    const before = [await balance(bob), await balance(cyd)] as [number, number];
    expect(await paySplit(9, [to(2, gkey), to(1, cyd.akey)])).toMatchObject({ amounts: [6, 3] });
    expect([await balance(bob), await balance(cyd)]).toEqual([before[0] + 3, before[1] + 6]);
  });
});
