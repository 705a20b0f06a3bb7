import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { DAY, HOUR, Shop, secsNear, WEEK } from '../leasing/testkit.ts';

let world: World;
let [ann, bob] = [] as unknown as [Person, Person];
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  people += 1;
  [ann, bob] = [await world.person(`Ann ${people}`, 1_000), await world.person(`Bob ${people}`, 1_000)];
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const TERMS = { minSecs: DAY, maxSecs: 30 * DAY, overdueSecs: 3 * DAY, graceSecs: 2 * DAY, reminders: [DAY] };

describe('a quote', () => {
  it('tells the price of so much time, and the time for so much money', async () => {
    const shop = await Shop.open(world, { ...TERMS, discounts: [{ secs: 2 * WEEK, percent: 10 }] });
    expect(await shop.call('quote', ann, { secs: 10 * DAY })).toMatchObject({
      secs: 10 * DAY,
      amount: 100,
      discount_percent: 0,
      currency: 'L$',
      min_secs: DAY,
      max_secs: 30 * DAY,
      revision: 0,
    });
    expect(await shop.call('quote', ann, { secs: 2 * WEEK })).toMatchObject({ amount: 126, discount_percent: 10 });
    expect(await shop.call('quote', ann, { secs: DAY + 1 })).toMatchObject({ amount: 11 });
    expect(await shop.call('quote', ann, { amount: 105 })).toMatchObject({ secs: 10.5 * DAY, amount: 105 });
    expect(await shop.call('quote', ann, { amount: 130 })).toMatchObject({ secs: Math.floor((130 * WEEK) / 63), amount: 130 });
    expect(await shop.call('quote', ann, { amount: 5_000 })).toMatchObject({ secs: 30 * DAY, amount: 270 });
    expect(await shop.rent(ann, 2 * WEEK)).toMatchObject({ amount: 126 });
  });

  it('is for one or the other, and refused as renting would be', async () => {
    const shop = await Shop.open(world, TERMS);
    for (const params of [{}, { secs: DAY, amount: 10 }]) expect(await codeOf(shop.call('quote', ann, params))).toBe('invalid_params');
    expect(await codeOf(shop.call('quote', ann, { amount: 9 }))).toBe('lease.term_too_short');
    expect(await codeOf(shop.call('quote', ann, { secs: 31 * DAY }))).toBe('lease.term_too_long');
    await shop.rent(ann, 20 * DAY);
    expect(await codeOf(shop.call('quote', bob, { secs: DAY }))).toBe('lease.not_vacant');
    expect(await shop.call('quote', ann, { amount: 10_000 })).toMatchObject({ secs: secsNear(10 * DAY + 200) });
    await world.lease.access.set(shop.location, shop.owner.akey, ann.akey, 'ban');
    expect(await codeOf(shop.call('quote', ann, { secs: DAY }))).toBe('lease.access_denied');
  });
});

describe('renting', () => {
  it('gives the unit for the money, and tells the owner', async () => {
    const shop = await Shop.open(world, TERMS);
    const before = Date.now();
    const lease = await shop.rent(ann, WEEK);
    expect(lease).toMatchObject({ amount: 70, secs: WEEK });
    const rentedAt = lease.paid_until.getTime() - WEEK * 1_000;
    expect([rentedAt >= before, rentedAt <= Date.now()]).toEqual([true, true]);
    expect([await shop.balance(ann), await shop.balance(shop.owner)]).toEqual([930, 70]);
    expect(await shop.mine(ann)).toEqual([
      expect.objectContaining({
        lease_id: lease.lease_id,
        owner_akey: shop.owner.akey,
        location_name: 'Shops',
        unit_name: 'Shop #1',
        lessee_akey: ann.akey,
        payer_akey: '',
        paid_until: lease.paid_until,
        expires: new Date(lease.paid_until.getTime() + 3 * DAY * 1_000),
        free_extension_secs: 2 * DAY,
      }),
    ]);
    expect((await shop.mine(ann))[0]).toMatchObject({ secs_remaining: secsNear(WEEK) });
    expect(await shop.notices(shop.owner)).toEqual([
      expect.stringMatching(/^Ann \d+ rents Shop #1 at Shops until \d{4}-.* UTC for 70 L\$$/),
    ]);
    expect(await shop.logs()).toEqual([{ type: 'new', akey: ann.akey, actor: ann.akey, amount: 70n, secs: WEEK }]);
    const [line] = (await world.call('bank.transactions', [[ann.login], ann.akey, 'working'])) as Record<string, unknown>[];
    expect(line).toMatchObject({ type: 'rent', comment: 'Shop #1 at Shops', transaction_id: lease.transaction_id });
  });

  it.each([
    ['a unit that is not there', { unit_name: 'Shop #9' }, 'lease.unknown_unit'],
    ['a location that is not there', { location_name: 'Nowhere' }, 'lease.unknown_location'],
    ['too short a time', { secs: DAY - 1 }, 'lease.term_too_short'],
    ['too long a time', { secs: 30 * DAY + 1 }, 'lease.term_too_long'],
    ['no time', { secs: 0 }, 'invalid_params'],
    ['an account that is not there', { account_name: 'purse' }, 'bank.unknown_account'],
    ['more than is to be paid', { max_amount: 69.5 }, 'lease.price_changed'],
    ['no login', { capabilities: [] }, 'auth.capability_required'],
  ])('is refused for %s', async (_name, params, code) => {
    const shop = await Shop.open(world, TERMS);
    expect(await codeOf(shop.rent(ann, WEEK, params))).toBe(code);
    expect([await shop.mine(ann), await shop.logs(), await shop.balance(ann)]).toEqual([[], [], 1_000]);
  });

  it('is refused to the owner, to who has no money, for what is leased, and to a login with limits', async () => {
    const shop = await Shop.open(world, TERMS, 100);
    const poor = await world.person(`Poor ${people}`, 69);
    expect(await codeOf(shop.rent(shop.owner))).toBe('bank.same_account');
    expect(await codeOf(shop.rent(poor))).toBe('bank.insufficient_funds');
    const { token } = await world.capabilities.narrow(ann.login, { total: 500 });
    expect(await codeOf(shop.rent({ ...ann, login: token }))).toBe('auth.forbidden');
    await shop.rent(ann, WEEK, { max_amount: 70 });
    expect(await codeOf(shop.rent(bob))).toBe('lease.not_vacant');
    expect(await codeOf(shop.rent(ann))).toBe('lease.not_vacant');
  });

  it('is for those only who may rent there', async () => {
    const shop = await Shop.open(world, TERMS);
    const { access, locations } = world.lease;
    await access.set(shop.location, shop.owner.akey, ann.akey, 'ban');
    expect(await codeOf(shop.rent(ann))).toBe('lease.access_denied');
    await access.set(shop.location, shop.owner.akey, ann.akey, 'none');
    await access.set(shop.location, shop.owner.akey, shop.owner.akey, 'allow');
    expect(await codeOf(shop.rent(ann))).toBe('lease.access_denied');
    await access.set(shop.location, shop.owner.akey, shop.owner.akey, 'none');
    const own = await world.groups.create(shop.owner.akey, 'Tenants');
    await locations.update(shop.location, shop.owner.akey, { tenantGroup: own.gkey }, '');
    expect(await codeOf(shop.rent(ann))).toBe('lease.access_denied');
    await world.groups.add(own.gkey, ann.akey, { percent: -1, officer: undefined });
    expect(await codeOf(shop.rent(ann))).toBe('no fault');
  });

  it('pays from the account that was named, to the income group by its percentages', async () => {
    const shop = await Shop.open(world, TERMS);
    const till = await world.groups.create(shop.owner.akey, 'Till');
    await world.groups.add(till.gkey, bob.akey, { percent: -1, officer: false });
    await world.lease.locations.update(shop.location, shop.owner.akey, { incomeGroup: till.gkey, refundPercent: 100 }, '');
    await world.call('bank.openAccount', [[ann.login], 'purse']);
    await world.call('bank.transfer', [[ann.login], ann.akey, 100, 'working', 'purse', '']);
    await shop.rent(ann, WEEK, { account_name: 'Purse' });
    const balances = [await shop.balance(ann, 'purse'), await shop.balance(shop.owner), await shop.balance(bob)];
    expect(balances).toEqual([30, 35, 1_035]);
  });

  it('takes the place of a lease that is over, before the job comes to it', async () => {
    const shop = await Shop.open(world, { ...TERMS, overdueSecs: 0 });
    await shop.rent(ann, DAY);
    await shop.pass(DAY);
    expect(await codeOf(shop.extend(ann, DAY))).toBe('lease.not_leased');
    expect(await shop.mine(ann)).toEqual([]);
    await shop.rent(bob, DAY);
    expect((await shop.logs()).map(({ type, akey }) => [type, akey])).toEqual([
      ['new', bob.akey],
      ['expire', ann.akey],
      ['new', ann.akey],
    ]);
    expect(await shop.notices(ann)).toEqual(['Your lease of Shop #1 at Shops has expired']);
  });
});

describe('extending', () => {
  it('adds to what is paid, for the lessee and the alternate payer, each on their own account', async () => {
    const shop = await Shop.open(world, TERMS);
    const { paid_until: first, lease_id } = await shop.rent(ann, WEEK);
    expect(await codeOf(shop.extend(bob, DAY))).toBe('auth.forbidden');
    await shop.call('setPayer', ann, { payer_akey: bob.akey });
    const second = await shop.extend(bob, DAY);
    expect(second).toMatchObject({ lease_id, amount: 10, paid_until: new Date(first.getTime() + DAY * 1_000) });
    await shop.extend(ann, DAY);
    expect([await shop.balance(ann), await shop.balance(bob), await shop.balance(shop.owner)]).toEqual([920, 990, 90]);
    expect((await shop.logs()).map(({ type, akey, actor }) => [type, akey === ann.akey, actor === bob.akey])).toEqual([
      ['extend', true, false],
      ['extend', true, true],
      ['payer', false, false],
      ['new', true, false],
    ]);
    expect(await codeOf(shop.extend(ann, DAY - 1))).toBe('lease.term_too_short');
    expect(await codeOf(shop.extend(ann, 22 * DAY))).toBe('lease.term_too_long');
    expect(await codeOf(shop.extend(ann, DAY, { max_amount: 9 }))).toBe('lease.price_changed');
    expect(await codeOf(shop.extend(shop.owner, DAY))).toBe('auth.forbidden');
  });

  it('goes on from where it was paid until, also when it is overdue', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    await shop.pass(WEEK + 2 * DAY);
    const [overdue] = await shop.mine(ann);
    expect(overdue?.['secs_remaining']).toBeLessThanOrEqual(-2 * DAY);
    const { paid_until } = await shop.extend(ann, 3 * DAY);
    expect(paid_until.getTime() - (overdue?.paid_until.getTime() ?? 0)).toBe(3 * DAY * 1_000);
  });

  it('is refused where the lessee, or who pays, is banned', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    await shop.call('setPayer', ann, { payer_akey: bob.akey });
    for (const banned of [ann, bob]) {
      await world.lease.access.set(shop.location, shop.owner.akey, banned.akey, 'ban');
      for (const method of ['extend', 'extendFree']) {
        const params = method === 'extend' ? { secs: DAY } : {};
        expect(await codeOf(shop.call(method, bob, params))).toBe('lease.access_denied');
      }
      await world.lease.access.set(shop.location, shop.owner.akey, banned.akey, 'none');
    }
    expect(await codeOf(shop.extend(bob, DAY))).toBe('no fault');
  });

  it('is free once for each lease', async () => {
    const shop = await Shop.open(world, TERMS);
    const { paid_until, lease_id } = await shop.rent(ann, WEEK);
    expect(await shop.call('extendFree', ann)).toEqual({
      lease_id,
      secs: 2 * DAY,
      paid_until: new Date(paid_until.getTime() + 2 * DAY * 1_000),
    });
    expect((await shop.mine(ann))[0]?.['free_extension_secs']).toBe(0);
    expect(await codeOf(shop.call('extendFree', ann))).toBe('lease.no_free_extension');
    expect(await shop.balance(ann)).toBe(930);
    const none = await Shop.open(world, { ...TERMS, graceSecs: 0 });
    await none.rent(ann, WEEK);
    expect(await codeOf(none.call('extendFree', ann))).toBe('lease.no_free_extension');
    const full = await Shop.open(world, TERMS);
    await full.rent(ann, 29 * DAY);
    expect(await codeOf(full.call('extendFree', ann))).toBe('lease.term_too_long');
    expect(await codeOf(full.call('extendFree', bob))).toBe('auth.forbidden');
    await full.pass(2 * DAY + HOUR);
    expect(await codeOf(full.call('extendFree', ann))).toBe('no fault');
  });
});
