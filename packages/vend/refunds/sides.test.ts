import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, faultOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { balanceOf, groupOf } from '../orders/testkit.ts';
import { Market } from './testkit.ts';

let world: World;
let market: Market;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  market = await Market.open(world);
});
afterEach(() => world.check());
afterAll(() => world.close());

const nameOf = async (akey: string) => (await world.avatars.get(akey)).name;

describe('a sale and its refund', () => {
  it.each([0, 1])('gain a buyer who is affiliate at 30 % nothing, ten times over (with store credit: %d)', async (use_credit) => {
    const { meg, bob } = market.people;
    const prodId = await market.shop.product(100);
    await world.call('vend.giveCredit', [[meg.login], '', bob.akey, 50]);
    for (let round = 0; round < 10; round++) {
      const { order_id } = await market.shop.buy(bob, prodId, { affiliate: bob.akey, use_credit });
      expect(await market.refund(meg, order_id)).toMatchObject({ amount: use_credit ? 100 : 70 });
      expect(await market.gains()).toEqual({ meg: -50 });
      expect(await world.vend.credits.balance(meg.akey, bob.akey)).toBe(50n);
    }
  });

  it.each(['partner', 'creator', 'member of a partner'] as const)('gain a buyer who is %s nothing', async (role) => {
    const { meg, bob, pat } = market.people;
    const group = await groupOf(world, meg, [bob, pat]);
    const shares = {
      partner: { partners: [{ key: bob.akey, percent: 40 }] },
      creator: { creator: bob.akey, creatorShare: 40 },
      'member of a partner': { partners: [{ key: group, percent: 60 }] },
    };
    const { order_id } = await market.shop.buy(bob, await market.shop.product(100, shares[role]));
    await market.refund(meg, order_id);
    expect(await market.gains()).toEqual({});
    expect(await market.shop.order(bob, order_id)).toMatchObject({ state: 'refunded' });
  });

  it("leave a share where it is that the buyer paid into another account of the buyer's own", async () => {
    const { meg, bob, ada } = market.people;
    await world.call('bank.openAccount', [[bob.login], 'purse']);
    await world.call('bank.transfer', [[bob.login], bob.akey, 1_000, 'working', 'purse', '']);
    const { order_id } = await market.shop.buy(bob, await market.shop.product(100), { affiliate: bob.akey, account_name: 'purse' });
    // The share is spent by the time of the refund, which does not need it.
    await market.pay(bob, 30, ada);
    expect(await market.refund(meg, order_id)).toMatchObject({ amount: 70 });
    expect([await balanceOf(world, bob), await balanceOf(world, bob, 'purse')]).toEqual([0, 970]);
  });

  it('move nothing and name each side that is short, with what is missing', async () => {
    const { meg, bob, pat, cat, oda } = market.people;
    const order = await market.sale();
    await market.pay(pat, 1_005, oda);
    await market.pay(cat, 1_010, oda);
    const before = await market.balances();
    expect(await market.preview(meg, order)).toMatchObject({
      amount: 100,
      missing: 15,
      sides: expect.arrayContaining([
        { akey: pat.akey, name: await nameOf(pat.akey), amount: 20, missing: 5, on_its_way: false },
        { akey: meg.akey, name: await nameOf(meg.akey), amount: 40, missing: 0, on_its_way: false },
      ]),
    });
    const text = `${await nameOf(pat.akey)} is short of 5 L$; ${await nameOf(cat.akey)} is short of 10 L$`;
    expect(await faultOf(market.refund(meg, order))).toBe(`bank.insufficient_funds: ${text}`);
    expect(await market.balances()).toEqual(before);
    expect(await market.shop.order(bob, order)).toMatchObject({ state: 'queued', deliveries: [{ state: 'queued' }] });
  });

  it('let the merchant alone cover what the others are short of', async () => {
    const { meg, bob, pat, oda, ada } = market.people;
    const order = await market.sale();
    await market.pay(pat, 1_005, oda);
    const grant = await world.call('vend.grantManageCapability', [[meg.login], ada.akey, 600]);
    for (const capabilities of [[oda.login], [ada.login, grant], [bob.login]]) {
      expect(await codeOf(world.call('vend.refundOrder', [capabilities, order, '', 0, 1]))).toBe('auth.forbidden');
    }
    expect(await market.refund(meg, order, { cover: 1 })).toMatchObject({ amount: 100 });
    expect(await market.gains()).toEqual({ meg: -5, pat: -1_000, oda: 1_005 });
    // What was covered is not given back once more.
    await market.pay(oda, 20, pat);
    expect(await faultOf(market.giveBack(pat, order, 1))).toMatch(/^bank\.refund_exceeded: /);
  });

  it('let nobody cover what the buyer got of a sale that store credit paid, which would be theirs twice', async () => {
    const { meg, bob, ada, pat } = market.people;
    await world.call('vend.giveCredit', [[meg.login], '', bob.akey, 100]);
    const partners = [
      { key: bob.akey, percent: 40 },
      { key: pat.akey, percent: 20 },
    ];
    const { order_id } = await market.shop.buy(bob, await market.shop.product(100, { partners }), { use_credit: 1 });
    for (const who of [bob, pat]) await market.pay(who, await balanceOf(world, who), ada);
    const short = `${await nameOf(bob.akey)} is short of 40 L$`;
    expect(await faultOf(market.refund(meg, order_id, { cover: 1 }))).toBe(`bank.insufficient_funds: ${short}`);
    await market.pay(ada, 40, bob);
    await market.refund(meg, order_id, { cover: 1 });
    expect([await balanceOf(world, bob), await world.vend.credits.balance(meg.akey, bob.akey)]).toEqual([0, 100n]);
  });

  it('name the merchant, where the merchant can not cover it', async () => {
    const { meg, bob, pat, oda } = market.people;
    const order = await market.sale();
    await market.pay(pat, 1_020, oda);
    await market.pay(meg, 1_000 - 15, oda);
    expect(await faultOf(market.refund(meg, order, { cover: 1 }))).toBe(
      `bank.insufficient_funds: ${await nameOf(meg.akey)} is short of 5 L$`,
    );
    await market.pay(oda, 5, meg);
    await market.refund(meg, order, { cover: 1 });
    expect(await balanceOf(world, bob)).toBe(1_000);
  });

  it('take from the members of a group what they got, whoever left or joined it since, and where it is no more', async () => {
    const { meg, bob, pat, cat, oda } = market.people;
    for (const change of ['leave and join', 'dissolve'] as const) {
      const band = await groupOf(world, cat, [pat]);
      const { order_id } = await market.shop.buy(bob, await market.shop.product(100, { partners: [{ key: band, percent: 60 }] }));
      expect(await market.gains()).toEqual({ meg: 40, bob: -100, pat: 30, cat: 30 });
      if (change === 'dissolve') await world.groups.dissolve(band);
      else {
        await world.groups.remove(band, pat.akey);
        await world.groups.add(band, oda.akey, { percent: -1, officer: false });
      }
      await market.refund(meg, order_id);
      expect(await market.gains()).toEqual({});
    }
  });

  it('find the account that takes the place of one that was closed', async () => {
    const { meg, bob, pat } = market.people;
    await world.call('operator.addCurrency', [[world.operator], 'RUBLE', 0]);
    for (const who of [meg, bob, pat]) await world.call('bank.openAccount', [[who.login], 'purse', 'RUBLE']);
    await world.call('operator.mint', [[world.operator], bob.akey, 'purse', 100, '']);
    const shares = { currency: 'RUBLE', partners: [{ key: pat.akey, percent: 40 }] };
    const { order_id } = await market.shop.buy(bob, await market.shop.product(100, shares), { account_name: 'purse' });
    for (const who of [bob, pat]) {
      await world.call('bank.openAccount', [[who.login], 'another', 'RUBLE']);
      if (who === pat) await world.call('bank.transfer', [[who.login], who.akey, 40, 'purse', 'another', '']);
      await world.call('bank.closeAccount', [[who.login], who.akey, 'purse']);
    }
    await market.refund(meg, order_id);
    expect([await balanceOf(world, bob, 'another'), await balanceOf(world, pat, 'another')]).toEqual([100, 0]);
  });

  it('count an account that is frozen as empty, which the merchant may cover', async () => {
    const { meg, bob, pat } = market.people;
    const order = await market.sale();
    const freeze = (frozen: number) => world.call('operator.freezeAccount', [[world.operator], pat.akey, 'working', frozen]);
    await freeze(1);
    expect(await faultOf(market.refund(meg, order))).toBe(`bank.insufficient_funds: ${await nameOf(pat.akey)} is short of 20 L$`);
    expect(await market.refund(meg, order, { cover: 1 })).toMatchObject({ amount: 100 });
    expect(await market.gains()).toEqual({ meg: -20, pat: 20 });
    await freeze(0);
    expect(await market.shop.order(bob, order)).toMatchObject({ state: 'refunded' });
  });

  it('give a buyer whose share came out of store credit only what they are short of, also where they have spent it', async () => {
    const { meg, bob, oda } = market.people;
    await world.call('vend.giveCredit', [[meg.login], '', bob.akey, 100]);
    const { order_id } = await market.shop.buy(bob, await market.shop.product(100), { affiliate: bob.akey, use_credit: 1 });
    // 30 of the credit came as cash.
    await market.pay(bob, 1_030, oda);
    expect(await faultOf(market.refund(meg, order_id))).toBe(`bank.insufficient_funds: ${await nameOf(bob.akey)} is short of 30 L$`);
    await market.pay(oda, 30, bob);
    await market.refund(meg, order_id);
    expect([await balanceOf(world, bob), await world.vend.credits.balance(meg.akey, bob.akey)]).toEqual([0, 100n]);
  });

  it('pay back who bought a gift, not who got it', async () => {
    const { meg, oda } = market.people;
    await market.refund(meg, await market.sale({ recipient: oda.akey }));
    expect(await market.gains()).toEqual({});
  });

  it('reach what was handed over in-world by the cover of the merchant alone, and not while it is on its way', async () => {
    const { meg, bob } = market.people;
    const zoe = await world.avatars.register({ name: `Zoe ${meg.akey.slice(0, 8)}`, password: null });
    const made = { creator: zoe, creatorShare: 10 };
    const prodId = await market.shop.product(100, made);
    const [first, second] = [(await market.shop.buy(bob, prodId)).order_id, (await market.shop.buy(bob, prodId)).order_id];
    const short = `bank.insufficient_funds: ${await nameOf(zoe)} is short of 10 L$`;
    for (const cover of [0, 1]) {
      expect(await faultOf(market.refund(meg, first, { cover }))).toBe(`${short}, which waits to be handed over in-world`);
    }
    await world.call('operator.confirmPayout', [[world.operator], first]);
    expect(await faultOf(market.refund(meg, first))).toBe(short);
    expect(await market.refund(meg, first, { cover: 1 })).toMatchObject({ amount: 100 });
    // What could not be handed over has come back by itself.
    await world.call('operator.failPayout', [[world.operator], second]);
    expect(await market.refund(meg, second)).toMatchObject({ amount: 90 });
    expect(await market.gains()).toEqual({ meg: -10 });
  });

  it('end an order of which nothing is left, since the last of it was not handed over in-world', async () => {
    const { meg, bob } = market.people;
    const creator = await world.avatars.register({ name: `Zed ${meg.akey.slice(0, 8)}`, password: null });
    const { order_id } = await market.shop.buy(bob, await market.shop.product(100, { creator, creatorShare: 10 }));
    await market.giveBack(meg, order_id, 0);
    expect(await market.shop.order(bob, order_id)).toMatchObject({ state: 'queued' });
    await world.call('operator.failPayout', [[world.operator], order_id]);
    expect(await market.gains()).toEqual({});
    for (let again = 0; again < 2; again++) expect(await market.refund(meg, order_id)).toEqual({ transaction_id: '', amount: 0 });
    expect(await market.shop.order(bob, order_id)).toMatchObject({ state: 'refunded', deliveries: [{ state: 'failed' }] });
    expect(await market.gains()).toEqual({});
  });
});
