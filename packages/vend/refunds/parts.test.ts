import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, faultOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { balanceOf, groupOf, notices } from '../orders/testkit.ts';
import { Market } from './testkit.ts';

let world: World;
/** Another server process on the same books. */
let other: World;
let market: Market;

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
});
beforeEach(async () => {
  market = await Market.open(world);
});
afterEach(() => world.check());
afterAll(async () => {
  await other.close();
  await world.close();
});

describe('a refund of a part', () => {
  it('is shared in proportion to what is left of each, and ends the order with the last one', async () => {
    const { meg, bob, pat } = market.people;
    const order = await market.sale();
    expect(await market.refund(meg, order, { amount: 10, comment: 'a scratch' })).toMatchObject({ amount: 10 });
    expect(await market.gains()).toEqual({ bob: -90, ada: 27, pat: 18, cat: 9, meg: 36 });
    expect(await market.shop.order(bob, order)).toMatchObject({ state: 'queued', refund_transaction_id: '' });
    expect((await notices(world, bob, 'refund'))[0]?.text).toMatch(/^Meg .* paid you back 10 L\$ of your order of "Chair": a scratch$/);
    const told = /^2 L\$ of what you got of an order of "Chair" went back: Meg .* refunded it$/;
    expect(await notices(world, pat, 'refund')).toEqual([expect.objectContaining({ text: expect.stringMatching(told), reference: order })]);
    expect(await notices(world, meg, 'refund')).toEqual([]);
    expect(await faultOf(market.refund(meg, order, { amount: 91 }))).toBe(
      'bank.refund_exceeded: 90 is left to be refunded, 91 were asked for',
    );
    expect(await market.preview(meg, order)).toMatchObject({ amount: 90 });
    const last = await market.refund(meg, order, { amount: 90 });
    expect(await market.gains()).toEqual({});
    expect(await market.shop.order(bob, order)).toMatchObject({ state: 'refunded', refund_transaction_id: last.transaction_id });
    // All that is left of it was given back before; of a part that is no answer.
    expect(await market.refund(meg, order)).toEqual(last);
    expect(await codeOf(market.refund(meg, order, { amount: 90 }))).toBe('bank.refund_exceeded');
    expect(await market.preview(meg, order)).toMatchObject({ amount: 0, missing: 0, sides: [] });
  });

  it('of store credit makes credit again, no more than was spent', async () => {
    const { meg, bob } = market.people;
    await world.call('vend.giveCredit', [[meg.login], '', bob.akey, 50]);
    const order = await market.sale({ use_credit: 1 });
    for (const amount of [30, 30, 40]) await market.refund(meg, order, { amount });
    expect(await market.gains()).toEqual({ meg: -50 });
    expect(await world.vend.credits.balance(meg.akey, bob.akey)).toBe(50n);
  });

  it('leaves no unit behind, however small the parts are', async () => {
    const { meg } = market.people;
    const order = await market.sale();
    for (let part = 0; part < 25; part++) await market.refund(meg, order, { amount: 4 });
    expect(await market.gains()).toEqual({});
  });

  it('gains nobody anything by being split into many small ones', async () => {
    const { meg, bob, pat } = market.people;
    const { order_id } = await market.shop.buy(bob, await market.shop.product(100, { partners: [{ key: pat.akey, percent: 70 }] }));
    for (let part = 0; part < 40; part++) await market.refund(meg, order_id, { amount: 1 });
    // By the largest remainder Pat would have paid all of it.
    const { meg: left = 0, pat: ofPat = 0 } = await market.gains();
    expect([left + ofPat, left < 30, ofPat < 70]).toEqual([60, true, true]);
  });

  it('that is refused tells nobody who would have been drawn: nobody waits for one that others pay', async () => {
    const { meg, bob, pat, ada } = market.people;
    const product = await market.shop.product(10, { partners: [{ key: pat.akey, percent: 50 }] });
    const orders: string[] = [];
    for (let sale = 0; sale < 10; sale++) orders.push((await market.shop.buy(bob, product)).order_id);
    await market.pay(meg, await balanceOf(world, meg), ada);
    const short = `bank.insufficient_funds: ${(await world.avatars.get(meg.akey)).name} is short of 1 L$`;
    for (const order of orders) expect(await faultOf(market.refund(meg, order, { amount: 1 }))).toBe(short);
    await market.pay(ada, 1, meg);
    await market.refund(meg, orders[0] as string, { amount: 1 });
  });

  it('is booked once under its request id, whatever has become of the order, and of who asked', async () => {
    const { meg, oda } = market.people;
    const { order_id } = await market.shop.buy(market.people.bob, await market.shop.product(100));
    const ask = (more: object = {}) => market.refund(oda, order_id, { amount: 60, request_id: 'once', ...more });
    const first = await ask();
    expect(await ask({ order_id: order_id.toUpperCase() })).toEqual(first);
    expect(await codeOf(ask({ amount: 40 }))).toBe('bank.request_conflict');
    expect(await codeOf(ask({ comment: 'other' }))).toBe('bank.request_conflict');
    expect(await market.gains()).toEqual({ bob: -40, meg: 40 });
    await market.refund(meg, order_id);
    expect(await ask()).toEqual(first);
    await market.shop.settings({ managerGroup: '' });
    expect(await ask()).toEqual(first);
    expect(await codeOf(ask({ request_id: 'another' }))).toBe('vend.unknown_order');
    expect(await market.gains()).toEqual({});
  });

  it('together with others at once is never of more than is left, through two servers', async () => {
    const { meg, pat } = market.people;
    const order = await market.sale();
    const attempts = Array.from({ length: 8 }, (_, at) => {
      const through = at % 2 ? world : other;
      if (at === 3) return through.call('vend.giveBack', [[pat.login], order, 20]);
      return through.call('vend.refundOrder', { capabilities: [meg.login], order_id: order, amount: 30 });
    });
    const codes = await Promise.all(attempts.map(codeOf));
    for (const code of codes) expect(code).toMatch(/^(no fault|bank\.refund_exceeded)$/);
    await codeOf(market.refund(meg, order));
    expect(await market.gains()).toEqual({});
  });

  it('of an order that cost nothing is refused', async () => {
    const { meg, bob } = market.people;
    const { order_id } = await market.shop.buy(bob, await market.shop.product(0));
    expect(await codeOf(market.refund(meg, order_id, { amount: 1 }))).toBe('bank.refund_exceeded');
    expect(await market.refund(meg, order_id, { request_id: 'free' })).toEqual({ transaction_id: '', amount: 0 });
    expect(await market.refund(meg, order_id, { request_id: 'free' })).toEqual({ transaction_id: '', amount: 0 });
  });
});

describe('an order from before refunds were linked to their sales', () => {
  it('that was refunded stays so, and answers what it answered', async () => {
    const { meg, bob } = market.people;
    const order = await market.sale();
    const paid = await world.call('bank.pay', [[meg.login], 100, meg.akey, 'working', bob.akey, '', '']);
    await world.database.prisma.vendOrder.update({
      where: { id: order },
      data: { state: 'refunded', refundJournal: paid as string, refundedAt: new Date() },
    });
    const before = await market.balances();
    expect(await market.refund(meg, order)).toEqual({ transaction_id: paid, amount: 100 });
    expect(await codeOf(market.refund(meg, order, { amount: 1 }))).toBe('bank.refund_exceeded');
    expect(await codeOf(market.giveBack(market.people.pat, order, 1))).toBe('bank.refund_exceeded');
    expect(await market.balances()).toEqual(before);
    expect(await market.preview(meg, order)).toMatchObject({ amount: 0, sides: [] });
  });
});

describe('vend.giveBack', () => {
  it('gives back of the own part, never more than is left of it', async () => {
    const { meg, bob, pat } = market.people;
    const order = await market.sale();
    expect(await market.preview(pat, order)).toMatchObject({ amount: 20, missing: 0, sides: [{ akey: pat.akey, amount: 20, missing: 0 }] });
    expect(await market.giveBack(pat, order, 5)).toEqual({ transaction_id: expect.any(String), amount: 5 });
    expect(await market.gains()).toEqual({ bob: -95, ada: 30, pat: 15, cat: 10, meg: 40 });
    expect((await notices(world, bob, 'refund'))[0]?.text).toMatch(/^Pat .* gave you back 5 L\$ of your order of "Chair"$/);
    expect((await notices(world, meg, 'refund'))[0]?.text).toMatch(/^Pat .* gave back 5 L\$ of an order of "Chair"$/);
    expect(await faultOf(market.giveBack(pat, order, 16))).toBe('bank.refund_exceeded: 15 is left to be refunded, 16 were asked for');
    await market.refund(meg, order);
    expect(await market.gains()).toEqual({});
    expect(await codeOf(market.giveBack(pat, order, 0))).toBe('bank.refund_exceeded');
  });

  it('of everybody makes the order refunded', async () => {
    const { meg, bob, ada, pat, cat } = market.people;
    const order = await market.sale();
    for (const who of [ada, pat, cat]) await market.giveBack(who, order, 0);
    expect(await market.shop.order(bob, order)).toMatchObject({ state: 'queued' });
    const last = await market.giveBack(meg, order, 0);
    expect(await market.gains()).toEqual({});
    expect(await market.shop.order(bob, order)).toMatchObject({ state: 'refunded', deliveries: [{ state: 'failed' }] });
    expect(await market.refund(meg, order)).toEqual(last);
  });

  it('is booked once under its request id', async () => {
    const { pat } = market.people;
    const order = await market.sale();
    const first = await market.giveBack(pat, order, 5, 'once');
    expect(await market.giveBack(pat, order, 5, 'once')).toEqual(first);
    expect(await codeOf(market.giveBack(pat, order, 6, 'once'))).toBe('bank.request_conflict');
    expect(await market.gains()).toMatchObject({ pat: 15, bob: -95 });
  });

  it('is for each member of a group that shared in the sale, and for nobody who had no part in it', async () => {
    const { bob, pat, cat, oda } = market.people;
    const band = await groupOf(world, cat, [pat]);
    const { order_id } = await market.shop.buy(bob, await market.shop.product(100, { partners: [{ key: band, percent: 60 }] }));
    await world.groups.remove(band, pat.akey);
    expect(await market.giveBack(pat, order_id, 0)).toMatchObject({ amount: 30 });
    expect(await market.gains()).toEqual({ bob: -70, cat: 30, meg: 40 });
    expect([await codeOf(market.giveBack(bob, order_id, 1)), await codeOf(market.giveBack(oda, order_id, 1))]).toEqual([
      'auth.forbidden',
      'auth.forbidden',
    ]);
    expect(await codeOf(market.giveBack(market.people.ada, order_id, 1))).toBe('vend.unknown_order');
  });

  it('is the only way for who shared in a sale, and is linked to it beside the refunds of the merchant', async () => {
    const { meg, pat } = market.people;
    const order = await market.sale();
    expect(await codeOf(world.call('bank.refund', [[pat.login], pat.akey, order]))).toBe('bank.not_refundable');
    await market.giveBack(pat, order, 20);
    expect(await market.refund(meg, order)).toMatchObject({ amount: 80 });
    const rows = await world.database.prisma.refund.findMany({ where: { originalId: order } });
    expect(rows.reduce((sum, { amount }) => sum + amount, 0n)).toBe(100n);
  });
});
