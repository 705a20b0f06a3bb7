import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { DAY, HOUR, Shop, secsNear, WEEK } from '../leasing/testkit.ts';

type Ended = { lease_id: string; amount: number; secs: number; transaction_id: string };

let world: World;
let [ann, bob, cyd] = [] as unknown as [Person, Person, Person];
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  people += 1;
  ann = await world.person(`Ann ${people}`, 1_000);
  bob = await world.person(`Bob ${people}`, 1_000);
  cyd = await world.person(`Cyd ${people}`, 1_000);
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const TERMS = { refundPercent: 50, overdueSecs: 3 * DAY, graceSecs: 2 * DAY };

const terminate = (shop: Shop, who: Person, params: Record<string, unknown> = {}) => shop.call('terminate', who, params) as Promise<Ended>;
const manager = (shop: Shop, { akey }: Person) => world.lease.managers.set(shop.location, shop.owner.akey, akey, ['leases']);

describe('ending a lease', () => {
  it('pays the lessee back as much as the location says, to the second', async () => {
    const shop = await Shop.open(world, TERMS);
    const { lease_id, transaction_id } = await shop.rent(ann, WEEK);
    await shop.pass(2 * DAY + 1);
    expect(await shop.call('refundPreview', ann)).toEqual({
      amount: 24,
      currency: 'L$',
      secs: secsNear(5 * DAY - 1),
      refund_percent: 50,
      payees: [{ akey: ann.akey, name: `Ann ${people}`, amount: 24 }],
      sides: [{ akey: shop.owner.akey, name: expect.any(String), amount: 24, missing: 0, on_its_way: false }],
      missing: 0,
    });
    const ended = await terminate(shop, ann);
    const { secs } = ended;
    expect(ended).toEqual({
      lease_id,
      amount: 24,
      secs: secsNear(5 * DAY - 1),
      transaction_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(ended.transaction_id).not.toBe(transaction_id);
    expect([await shop.balance(ann), await shop.balance(shop.owner), await shop.mine(ann)]).toEqual([954, 46, []]);
    expect((await shop.logs())[0]).toEqual({ type: 'terminated', akey: ann.akey, actor: ann.akey, amount: 24n, secs });
    expect((await shop.notices(shop.owner))[0]).toMatch(/^Ann \d+ ended the lease of Shop #1 at Shops; 24 L\$ went back$/);
    expect(await shop.notices(ann)).toEqual([]);
    const [line] = (await world.call('bank.transactions', [[ann.login], ann.akey, 'working'])) as object[];
    expect(line).toMatchObject({ type: 'rent_refund', amount: 24, other_akey: shop.owner.akey });
    expect(await codeOf(shop.rent(bob))).toBe('no fault');
  });

  it('pays all of it back where the owner or a manager ends it, and tells the lessee', async () => {
    for (const who of ['owner', 'manager'] as const) {
      const shop = await Shop.open(world, TERMS);
      await manager(shop, cyd);
      await shop.rent(ann, WEEK);
      await shop.pass(2 * DAY + 1);
      const by = who === 'owner' ? shop.owner : cyd;
      expect(await shop.call('refundPreview', by)).toMatchObject({ amount: 49, refund_percent: 100 });
      expect(await terminate(shop, by)).toMatchObject({ amount: 49 });
      expect((await shop.notices(ann))[0]).toMatch(/ ended your lease of Shop #1 at Shops; 49 L\$ went back$/);
      expect((await shop.notices(shop.owner)).length).toBe(who === 'owner' ? 1 : 2);
      expect((await shop.logs())[0]).toMatchObject({ type: 'terminated', akey: ann.akey, actor: by.akey });
    }
  });

  it('holds a lessee who manages the location to the terms of lessees', async () => {
    const shop = await Shop.open(world, TERMS);
    await manager(shop, ann);
    await shop.rent(ann, WEEK);
    await shop.pass(1);
    expect(await terminate(shop, ann)).toMatchObject({ amount: 34 });
  });

  it('keeps to what the location refunded when the time was bought', async () => {
    const shop = await Shop.open(world, { ...TERMS, refundPercent: 100 });
    const refunds = (refundPercent: number) => world.lease.locations.update(shop.location, shop.owner.akey, { refundPercent }, '');
    await shop.rent(ann, WEEK);
    await refunds(0);
    await shop.extend(ann, DAY);
    await refunds(50);
    await shop.extend(ann, 2 * DAY);
    await shop.call('extendFree', ann);
    await refunds(0);
    await shop.pass(1);
    expect(await shop.call('refundPreview', ann)).toMatchObject({ amount: 10 + 0 + 69, refund_percent: 50 });
    expect(await terminate(shop, ann)).toMatchObject({ amount: 10 + 0 + 69 });
  });

  it.each(['manager', 'holder of a grant'])("pays what a %s paid on the lease that they end back as a lessee's", async (who) => {
    const shop = await Shop.open(world, TERMS);
    await manager(shop, bob);
    const grant = await world.call('lease.grantManageCapability', [[shop.owner.login], cyd.akey, 60]);
    const [ending, capabilities] = who === 'manager' ? [bob, [bob.login]] : [cyd, [cyd.login, grant]];
    await shop.rent(ann, WEEK);
    await shop.call('setPayer', ann, { payer_akey: ending.akey });
    await shop.extend(ending, WEEK);
    await shop.pass(1);
    // No way around it: they need not be the payer any more.
    await shop.call('setPayer', ann, { payer_akey: '' });
    const payees = [
      { akey: ending.akey, name: expect.any(String), amount: 35 },
      { akey: ann.akey, name: expect.any(String), amount: 69 },
    ];
    expect(await shop.call('refundPreview', ending, { capabilities })).toMatchObject({ amount: 104, payees });
    expect(await terminate(shop, ending, { capabilities })).toMatchObject({ amount: 104 });
    expect([await shop.balance(ann), await shop.balance(ending)]).toEqual([999, 965]);
  });

  it('pays everybody back what they bought, the newest first; the free extension is worth nothing', async () => {
    const shop = await Shop.open(world, { ...TERMS, refundPercent: 100 });
    await shop.rent(ann, WEEK);
    await shop.call('setPayer', ann, { payer_akey: bob.akey });
    await shop.extend(bob, WEEK);
    await shop.call('extendFree', ann);
    await shop.extend(ann, DAY);
    // 16 days are left: a day of Ann's, two that were free, a week of Bob's, and 6 days of Ann's.
    await shop.pass(DAY + 1);
    expect(await terminate(shop, ann)).toMatchObject({ amount: 10 + 70 + 59 });
    expect([await shop.balance(ann), await shop.balance(bob), await shop.balance(shop.owner)]).toEqual([1_000 - 11, 1_000, 11]);
  });

  it('pays nothing back where the lessee does without, nothing is unused, or the location refunds nothing', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    expect(await codeOf(terminate(shop, shop.owner, { refund: 0 }))).toBe('lease.refund_due');
    const given = await terminate(shop, ann, { refund: 0 });
    expect(given).toMatchObject({ amount: 0, transaction_id: '' });
    expect((await shop.notices(shop.owner))[0]).toMatch(/^Ann \d+ ended the lease of Shop #1 at Shops$/);
    await shop.rent(ann, WEEK);
    await shop.pass(WEEK + DAY);
    expect(await terminate(shop, shop.owner)).toMatchObject({ amount: 0, secs: 0, transaction_id: '' });
    await world.lease.locations.update(shop.location, shop.owner.akey, { refundPercent: 0 }, '');
    await shop.rent(ann, WEEK);
    expect(await terminate(shop, ann)).toMatchObject({ amount: 0, transaction_id: '' });
    expect(await shop.balance(shop.owner)).toBe(210);
  });

  it('pays a member of the income group back what the others got, from whichever account it came', async () => {
    const shop = await Shop.open(world, { refundPercent: 100 });
    const till = await world.groups.create(shop.owner.akey, 'Till');
    await world.groups.addAll(
      till.gkey,
      new Map([
        [shop.owner.akey, 40],
        [ann.akey, 60],
      ]),
    );
    await world.lease.locations.update(shop.location, shop.owner.akey, { incomeGroup: till.gkey, refundPercent: 100 }, '');
    await world.call('bank.openAccount', [[ann.login], 'purse']);
    await world.call('bank.transfer', [[ann.login], ann.akey, 100, 'working', 'purse', '']);
    for (const account_name of ['working', 'purse']) {
      expect(await shop.rent(ann, WEEK, { account_name })).toMatchObject({ amount: 70 });
      expect(await shop.balance(shop.owner)).toBe(28);
      await shop.pass(1);
      expect(await terminate(shop, shop.owner)).toMatchObject({ amount: 27 });
      expect((await shop.balance(ann)) + (await shop.balance(ann, 'purse')) + (await shop.balance(shop.owner))).toBe(1_000);
      await world.call('bank.pay', [[shop.owner.login], 1, shop.owner.akey, 'working', ann.akey, '', '']);
    }
  });

  it('does nothing where the owner can not pay, and says what is missing', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    await world.call('bank.pay', [[shop.owner.login], 69, shop.owner.akey, 'working', bob.akey, '', '']);
    const before = [await shop.mine(ann), await shop.logs(), await shop.notices(shop.owner)];
    for (const who of [ann, shop.owner]) {
      const failed = terminate(shop, who, { request_id: 'end' });
      expect(await codeOf(failed)).toBe('lease.refund_not_funded');
      await expect(failed).rejects.toThrow(/^Owner \d+ is short of \d\d L\$$/);
    }
    expect([await shop.mine(ann), await shop.logs(), await shop.notices(shop.owner)]).toMatchObject(
      before.map((rows, index) => (index === 0 ? [{ paid_until: (rows as { paid_until: Date }[])[0]?.paid_until }] : rows)),
    );
    expect(await shop.balance(ann)).toBe(930);
    expect(await codeOf(terminate(shop, ann, { refund: 0 }))).toBe('no fault');
  });

  it('is for the lessee and those who manage leases, of what is leased', async () => {
    const shop = await Shop.open(world, TERMS);
    expect(await codeOf(terminate(shop, ann))).toBe('auth.forbidden');
    await expect(terminate(shop, ann)).rejects.toThrow(/ of the owner is needed, and none came; nobody leases the unit$/);
    expect(await codeOf(terminate(shop, shop.owner))).toBe('lease.not_leased');
    expect(await codeOf(shop.call('refundPreview', shop.owner))).toBe('lease.not_leased');
    await shop.rent(ann, WEEK);
    await shop.call('setPayer', ann, { payer_akey: bob.akey });
    for (const who of [bob, cyd]) await expect(terminate(shop, who)).rejects.toThrow(/ of the owner is needed, and none came$/);
    await shop.pass(WEEK + 3 * DAY);
    for (const who of [ann, shop.owner]) expect(await codeOf(terminate(shop, who))).toBe('lease.not_leased');
  });
});

describe('a retry', () => {
  it('gets the first answer of a rent, an extension and an ending, whatever has become of the lease', async () => {
    const shop = await Shop.open(world, TERMS);
    const rented = await shop.rent(ann, WEEK, { request_id: 'in' });
    const owner = (await world.avatars.get(shop.owner.akey)).name.toUpperCase();
    const spelled = { request_id: 'in', owner_akey: owner, location_name: ' shops', unit_name: 'shop #1' };
    expect(await shop.rent(ann, WEEK, spelled)).toEqual(rented);
    const extended = await shop.extend(ann, DAY, { request_id: 'on' });
    expect(await shop.extend(ann, DAY, { request_id: 'on', account_name: 'Working' })).toEqual(extended);
    await shop.pass(1);
    const ended = await terminate(shop, ann, { request_id: 'out' });
    expect(await terminate(shop, ann, { request_id: 'out' })).toEqual(ended);
    await shop.rent(bob, WEEK);
    const again = async () => [
      await shop.rent(ann, WEEK, { request_id: 'in' }),
      await shop.extend(ann, DAY, { request_id: 'on' }),
      await terminate(shop, ann, { request_id: 'out' }),
    ];
    expect(await again()).toEqual([rented, extended, ended]);
    await terminate(shop, shop.owner);
    await world.lease.units.remove(shop.location, await shop.unit(), shop.owner.akey);
    expect(await again()).toEqual([rented, extended, ended]);
    expect(await codeOf(shop.rent(bob, WEEK, { request_id: 'in' }))).toBe('lease.unknown_unit');
    expect(await shop.balance(ann)).toBe(1_000 - 80 + 39);
  });

  it('is one also where nothing was paid', async () => {
    const shop = await Shop.open(world, TERMS);
    const first = await shop.rent(ann, WEEK, { request_id: 'in' });
    const ended = await terminate(shop, ann, { refund: 0, request_id: 'out' });
    expect(await terminate(shop, ann, { refund: 0, request_id: 'out' })).toEqual(ended);
    expect(await shop.rent(ann, WEEK, { request_id: 'in' })).toEqual(first);
    await shop.rent(ann, WEEK);
    expect(await codeOf(terminate(shop, ann, { refund: 1, request_id: 'out' }))).toBe('bank.request_conflict');
  });

  it('must ask for the same', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK, { request_id: 'in' });
    await shop.add('Shop #2');
    for (const params of [{ unit_name: 'Shop #2' }, { secs: WEEK + 1 }, { max_amount: 70 }]) {
      expect(await codeOf(shop.rent(ann, WEEK, { request_id: 'in', ...params }))).toBe('bank.request_conflict');
    }
    expect(await codeOf(shop.extend(ann, WEEK, { request_id: 'in' }))).toBe('bank.request_conflict');
    expect(await codeOf(shop.rent(bob, WEEK, { request_id: 'in', unit_name: 'Shop #2' }))).toBe('no fault');
    await world.call('bank.pay', [[cyd.login], 5, cyd.akey, 'working', bob.akey, '', '', 0, 'in']);
    await shop.add('Shop #3');
    expect(await codeOf(shop.rent(cyd, WEEK, { request_id: 'in', unit_name: 'Shop #3' }))).toBe('bank.request_conflict');
    expect(await shop.balance(cyd)).toBe(995);
  });
});

describe('passing a lease on', () => {
  it('gives it to another avatar, with what is refunded to who had it', async () => {
    const shop = await Shop.open(world, { ...TERMS, refundPercent: 100 });
    const { lease_id } = await shop.rent(ann, WEEK);
    await shop.call('setPayer', ann, { payer_akey: cyd.akey });
    await shop.extend(cyd, WEEK);
    expect(await codeOf(shop.call('transfer', cyd, { to_akey: bob.akey }))).toBe('auth.forbidden');
    expect(await shop.call('transfer', ann, { to_akey: `bob ${people}` })).toBe(1);
    expect(await shop.mine(bob)).toMatchObject([{ lease_id, lessee_akey: bob.akey, payer_akey: '' }]);
    expect([await shop.mine(ann), await shop.mine(cyd)]).toEqual([[], []]);
    expect(await shop.notices(bob)).toEqual([
      expect.stringMatching(/^Ann \d+ made you the lessee of Shop #1 at Shops, which is paid until /),
    ]);
    expect((await shop.notices(shop.owner))[0]).toMatch(/^Ann \d+ gave the lease of Shop #1 at Shops to Bob \d+$/);
    expect((await shop.logs())[0]).toMatchObject({ type: 'transfer', akey: bob.akey, actor: ann.akey });
    expect(await codeOf(terminate(shop, ann))).toBe('auth.forbidden');
    await shop.pass(1);
    await terminate(shop, bob);
    // What the alternate payer paid is no lessee's to give away.
    expect([await shop.balance(ann), await shop.balance(bob), await shop.balance(cyd)]).toEqual([930, 1_069, 1_000]);
  });

  it('gives on what came with it', async () => {
    const shop = await Shop.open(world, { ...TERMS, refundPercent: 100 });
    await shop.rent(ann, WEEK);
    await shop.call('transfer', ann, { to_akey: bob.akey });
    await shop.extend(bob, WEEK);
    await shop.call('transfer', bob, { to_akey: cyd.akey });
    await shop.pass(1);
    expect(await terminate(shop, cyd)).toMatchObject({ amount: 139 });
    expect([await shop.balance(ann), await shop.balance(bob), await shop.balance(cyd)]).toEqual([930, 930, 1_139]);
  });

  it('is for the lessee alone: what was paid goes with it, and whoever else ends a lease pays that back', async () => {
    const shop = await Shop.open(world, TERMS);
    await manager(shop, cyd);
    await shop.rent(ann, WEEK);
    for (const who of [shop.owner, cyd]) expect(await codeOf(shop.call('transfer', who, { to_akey: cyd.akey }))).toBe('auth.forbidden');
    expect(await shop.mine(ann)).toHaveLength(1);
  });

  it('is to somebody who may rent there only', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    await world.lease.access.set(shop.location, shop.owner.akey, bob.akey, 'ban');
    for (const to of [bob, shop.owner]) {
      expect(await codeOf(shop.call('transfer', ann, { to_akey: to.akey }))).toBe('lease.access_denied');
    }
    expect(await codeOf(shop.call('transfer', ann, { to_akey: 'No Body' }))).toBe('general.unknown_avatar');
    const before = await shop.logs();
    expect(await shop.call('transfer', ann, { to_akey: ann.akey })).toBe(1);
    expect(await shop.logs()).toEqual(before);
    await shop.pass(WEEK + 3 * DAY + HOUR);
    expect(await codeOf(shop.call('transfer', ann, { to_akey: cyd.akey }))).toBe('lease.not_leased');
  });
});

describe('the alternate payer', () => {
  it('is named by the lessee, and by nobody else', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    for (const who of [bob, shop.owner]) expect(await codeOf(shop.call('setPayer', who, { payer_akey: bob.akey }))).toBe('auth.forbidden');
    expect(await codeOf(shop.call('setPayer', ann, { payer_akey: shop.owner.akey }))).toBe('lease.access_denied');
    expect(await codeOf(shop.call('setPayer', ann, { payer_akey: 'No Body' }))).toBe('general.unknown_avatar');
    expect(await shop.call('setPayer', ann, { payer_akey: bob.akey })).toBe(1);
    expect(await shop.mine(bob)).toMatchObject([{ lessee_akey: ann.akey, payer_akey: bob.akey }]);
    expect(await shop.call('setPayer', ann, { payer_akey: '' })).toBe(1);
    expect(await codeOf(shop.extend(bob, DAY))).toBe('auth.forbidden');
    expect((await shop.logs()).map(({ type, akey }) => [type, akey])).toEqual([
      ['payer', bob.akey],
      ['payer', bob.akey],
      ['new', ann.akey],
    ]);
  });
});
