import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { balanceOf, groupOf, notices, Shop } from '../orders/testkit.ts';

let world: World;
/** Sells; buys; made it; shares in it; sells for a commission; has nothing to do with it. */
let [meg, bob, cyd, pat, ann, dan] = [] as unknown as [Person, Person, Person, Person, Person, Person];
let shop: Shop;

beforeAll(async () => {
  world = await testWorld();
  meg = await world.person('Meg Merchant');
  bob = await world.person('Bob Buyer', 100_000);
  cyd = await world.person('Cyd Creator');
  pat = await world.person('Pat Partner');
  ann = await world.person('Ann Affiliate', 1_000);
  dan = await world.person('Dan Else', 1_000);
  shop = await Shop.open(world, meg, { commission: 10, affiliateGroup: await groupOf(world, meg, [ann]) });
});
afterEach(() => world.check());
afterAll(() => world.close());

const balances = () => Promise.all([meg, bob, cyd, pat, ann].map((who) => balanceOf(world, who)));
/** What a call changes for the merchant, the buyer, the creator, the partner and the affiliate. */
async function moved(work: () => Promise<unknown>): Promise<number[]> {
  const before = await balances();
  await work();
  const after = await balances();
  return after.map((balance, index) => balance - (before[index] as number));
}

describe('vend.buy', () => {
  it('shares the price in the transaction of the order', async () => {
    const prodId = await shop.product(1_000, {
      creator: cyd.akey,
      creatorShare: 20,
      partners: [{ key: pat.akey, percent: 12.5 }],
    });
    expect(await moved(() => shop.buy(bob, prodId, { affiliate: 'ann affiliate' }))).toEqual([575, -1_000, 200, 125, 100]);
    expect(await moved(() => shop.buy(bob, prodId))).toEqual([675, -1_000, 200, 125, 0]);
    expect(await shop.sales(prodId)).toBe(2);
  });

  it('gives each their share rounded up or down, and all of them the price', async () => {
    const prodId = await shop.product(7, { creator: cyd.akey, creatorShare: 33.33, partners: [{ key: pat.akey, percent: 33.33 }] });
    // Of 7 these are 1.6338 for the merchant, 2.3331 for the creator and the partner, and 0.7 for the affiliate.
    const [ofMerchant, paid, ...others] = await moved(() => shop.buy(bob, prodId, { affiliate: ann.akey }));
    const parts = [ofMerchant as number, ...others];
    expect([paid, parts.reduce((sum, part) => sum + part, 0)]).toEqual([-7, 7]);
    for (const [index, least] of [1, 2, 2, 0].entries()) expect([least, least + 1]).toContain(parts[index]);
  });

  it('answers with the order, which is named after its payment', async () => {
    const prodId = await shop.product(50);
    const receipt = await shop.buy(bob, prodId);
    expect(receipt).toEqual({
      order_id: receipt.transaction_id,
      transaction_id: receipt.order_id,
      price: 50,
      credit_used: 0,
      state: 'queued',
    });
    expect(await world.call('bank.transaction', [[bob.login], bob.akey, receipt.transaction_id])).toMatchObject({ type: 'sale' });
    const order = await shop.order(bob, receipt.order_id);
    expect(order).toMatchObject({
      state: 'queued',
      product_name: 'Chair',
      buyer_name: 'Bob Buyer',
      recipient_name: 'Bob Buyer',
      price: 50,
    });
    expect(order.deliveries).toMatchObject([{ state: 'queued', attempts: 0, note: '' }]);
  });

  it('orders what is free without a payment, under a request id once', async () => {
    const prodId = await shop.product(0);
    const request = { request_id: 'free chair' };
    const [first, again] = [await shop.buy(bob, prodId, request), await shop.buy(bob, prodId, request)];
    expect(first).toEqual({ order_id: expect.any(String), transaction_id: '', price: 0, credit_used: 0, state: 'queued' });
    expect(again).toEqual(first);
    expect(await codeOf(shop.buy(bob, prodId, { ...request, recipient: dan.akey }))).toBe('bank.request_conflict');
    expect((await shop.buy(bob, prodId)).order_id).not.toBe(first.order_id);
    expect(await shop.sales(prodId)).toBe(2);
  });

  it('answers a retry with the first order, whatever became of the world', async () => {
    const prodId = await shop.product(30, { quantity: 1 });
    const request = { request_id: 'last chair', max_price: 30 };
    const first = await shop.buy(bob, prodId, request);
    await shop.change(prodId, { price: 9_000 });
    await world.vend.access.set(meg.akey, bob.akey, 'ban', 0);
    expect(await moved(async () => expect(await shop.buy(bob, prodId, request)).toEqual(first))).toEqual([0, 0, 0, 0, 0]);
    expect(await codeOf(shop.buy(bob, prodId, { ...request, max_price: 31 }))).toBe('bank.request_conflict');
    await world.vend.access.set(meg.akey, bob.akey, 'none', 0);
  });

  it('takes no request id that paid for something else', async () => {
    const prodId = await shop.product(30);
    await world.call('bank.pay', [[bob.login], 1, bob.akey, 'working', dan.akey, '', '', 0, 'twice']);
    expect(await codeOf(shop.buy(bob, prodId, { request_id: 'twice' }))).toBe('bank.request_conflict');
  });

  it('delivers a gift to somebody else, who is told', async () => {
    const prodId = await shop.product(40);
    const { order_id } = await shop.buy(bob, prodId, { recipient: 'Dan Else' });
    expect(await shop.order(dan, order_id)).toMatchObject({ buyer_name: 'Bob Buyer', recipient_name: 'Dan Else' });
    expect((await notices(world, dan, 'gift'))[0]).toMatchObject({ text: expect.stringContaining('Bob Buyer'), reference: order_id });
    expect(await codeOf(shop.buy(bob, prodId, { recipient: 'Nobody At All' }))).toBe('general.unknown_avatar');
  });

  it('takes the discount of a VIP off first, rounded up', async () => {
    const prodId = await shop.product(99, { partners: [{ key: pat.akey, percent: 50 }] });
    await world.vend.access.set(meg.akey, bob.akey, 'vip', 1_000);
    expect(await moved(() => shop.buy(bob, prodId, { max_price: 90 }))).toEqual([45, -90, 0, 45, 0]);
    await world.vend.access.set(meg.akey, bob.akey, 'vip', 10_000);
    expect(await shop.buy(bob, prodId)).toMatchObject({ transaction_id: '', price: 0 });
    await world.vend.access.set(meg.akey, bob.akey, 'none', 0);
  });

  it('pays by store credit first where that is asked for', async () => {
    const prodId = await shop.product(100);
    await world.call('operator.mint', [[world.operator], meg.akey, 'working', 130, 'start']);
    await world.call('vend.giveCredit', [[meg.login], '', bob.akey, 130]);
    expect(await moved(() => shop.buy(bob, prodId))).toEqual([100, -100, 0, 0, 0]);
    expect(await moved(() => shop.buy(bob, prodId, { use_credit: 1 }))).toEqual([100, 0, 0, 0, 0]);
    const rest = async () => expect(await shop.buy(bob, prodId, { use_credit: 1 })).toMatchObject({ price: 100, credit_used: 30 });
    expect(await moved(rest)).toEqual([100, -70, 0, 0, 0]);
    expect(await shop.buy(bob, prodId, { use_credit: 1 })).toMatchObject({ price: 100, credit_used: 0 });
  });

  it('pays from the account that is named, which has to be in the currency of the price', async () => {
    const prodId = await shop.product(60);
    await world.call('bank.openAccount', [[bob.login], 'chairs']);
    await world.call('bank.transfer', [[bob.login], bob.akey, 60, 'working', 'chairs', '']);
    expect(await moved(() => shop.buy(bob, prodId, { account_name: 'chairs' }))).toEqual([60, 0, 0, 0, 0]);
    expect(await codeOf(shop.buy(bob, prodId, { account_name: 'chairs' }))).toBe('bank.insufficient_funds');
    expect(await codeOf(shop.buy(bob, prodId, { account_name: 'tables' }))).toBe('bank.unknown_account');
    await world.call('operator.addCurrency', [[world.operator], 'GEM', 2]);
    await world.call('bank.openAccount', [[bob.login], 'gems', 'GEM']);
    expect(await codeOf(shop.buy(bob, prodId, { account_name: 'gems' }))).toBe('bank.currency_mismatch');
  });

  it('lets a share of the buyer stay with the buyer, and pays groups by their percentages', async () => {
    const prodId = await shop.product(100, { partners: [{ key: await groupOf(world, cyd, [bob]), percent: 40 }] });
    expect(await moved(() => shop.buy(bob, prodId))).toEqual([60, -80, 20, 0, 0]);
  });
});

describe('who sells it', () => {
  it('is the owner of the vendor in-world, if in the affiliate group', async () => {
    const prodId = await shop.product(100);
    expect(await moved(async () => shop.buy(bob, prodId, { vendor_id: await shop.vendor(ann) }))).toEqual([90, -100, 0, 0, 10]);
    expect(await moved(async () => shop.buy(bob, prodId, { vendor_id: await shop.vendor(dan, prodId) }))).toEqual([100, -100, 0, 0, 0]);
    expect(await moved(async () => shop.buy(bob, prodId, { vendor_id: await shop.vendor(meg) }))).toEqual([100, -100, 0, 0, 0]);
    const { order_id } = await shop.buy(bob, prodId, { affiliate: ann.akey });
    expect(await shop.order(meg, order_id)).toMatchObject({ affiliate_akey: ann.akey });
  });

  it('must sell this product, and be an affiliate where an avatar is named', async () => {
    const [prodId, other] = [await shop.product(100), await shop.product(100)];
    expect(await codeOf(shop.buy(bob, prodId, { vendor_id: await shop.vendor(ann, other) }))).toBe('vend.wrong_vendor');
    expect(await codeOf(shop.buy(bob, prodId, { vendor_id: randomUUID() }))).toBe('vend.unknown_vendor');
    expect(await codeOf(shop.buy(bob, prodId, { affiliate: dan.akey }))).toBe('vend.not_an_affiliate');
    expect(await codeOf(shop.buy(bob, prodId, { affiliate: ann.akey, vendor_id: await shop.vendor(ann) }))).toBe('invalid_params');
    expect(await codeOf(shop.buy(bob, prodId, { affiliate: meg.akey }))).toBe('no fault');
  });

  it('opens a private collection to the buyer, while they may see it themselves', async () => {
    const group = await groupOf(world, meg, [ann]);
    const closed = await Shop.open(world, meg, { public: false, affiliateGroup: group, commission: 50 });
    const prodId = await closed.product(10);
    const vendor_id = await closed.vendor(ann);
    expect(await codeOf(closed.buy(bob, prodId))).toBe('vend.unknown_product');
    expect(await codeOf(closed.buy(bob, prodId, { affiliate: ann.akey }))).toBe('vend.unknown_product');
    expect(await moved(() => closed.buy(bob, prodId, { vendor_id }))).toEqual([5, -10, 0, 0, 5]);
    await world.groups.remove(group, ann.akey);
    expect(await codeOf(closed.buy(bob, prodId, { vendor_id }))).toBe('vend.unknown_product');
  });
});

describe('vend.buy refuses', () => {
  const cases: [string, string, (prodId: number) => Promise<unknown>][] = [
    ['no login', 'auth.capability_required', (prodId) => world.call('vend.buy', [[], prodId])],
    ['a product that is not there', 'vend.unknown_product', () => shop.buy(bob, 2_000_000_000)],
    ['a price above the most', 'vend.price_changed', (prodId) => shop.buy(bob, prodId, { max_price: 99.5 })],
    ['the merchant', 'bank.same_account', (prodId) => shop.buy(meg, prodId)],
    ['too little money', 'bank.insufficient_funds', async (prodId) => shop.buy(await world.person('Poor Person', 99), prodId)],
  ];
  it.each(cases)('%s: %s', async (_name, code, attempt) => {
    const prodId = await shop.product(100);
    expect(await moved(async () => expect(await codeOf(attempt(prodId))).toBe(code))).toEqual([0, 0, 0, 0, 0]);
    expect(await shop.sales(prodId)).toBe(0);
  });

  it('what was removed, and what is sold out', async () => {
    const [gone, last] = [await shop.product(1), await shop.product(1, { quantity: 1 })];
    const offer = await world.vend.catalogue.offer(gone);
    if (offer) await world.vend.products.remove(offer);
    expect(await codeOf(shop.buy(bob, gone))).toBe('vend.unknown_product');
    expect([await codeOf(shop.buy(bob, last)), await codeOf(shop.buy(bob, last))]).toEqual(['no fault', 'vend.sold_out']);
  });

  it('whom the merchant has banned, and gifts for them', async () => {
    const prodId = await shop.product(1);
    await world.vend.access.set(meg.akey, dan.akey, 'ban', 0);
    expect([await codeOf(shop.buy(dan, prodId)), await codeOf(shop.buy(bob, prodId, { recipient: dan.akey }))]).toEqual([
      'vend.banned',
      'vend.banned',
    ]);
    await world.vend.access.set(meg.akey, dan.akey, 'none', 0);
  });

  it('a login with limits', async () => {
    const prodId = await shop.product(1);
    const params = { capabilities: [bob.login], capability: bob.login, limits: { max_each: 5 } };
    const login = (await world.call('general.narrowCapability', params)) as string;
    expect(await codeOf(world.call('vend.buy', [[login], prodId]))).toBe('auth.forbidden');
  });

  it('more than may wait to be delivered', async () => {
    const prodId = await shop.product(0);
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 10 }, () => shop.buy(dan, prodId)));
    expect(await codeOf(shop.buy(dan, prodId))).toBe('vend.too_many_orders');
    expect(await codeOf(shop.buy(bob, prodId))).toBe('no fault');
    for (const { delivery_id } of await shop.pull(100)) await shop.ack(delivery_id);
    expect(await codeOf(shop.buy(dan, prodId))).toBe('no fault');
  });
});

describe('vend.quote', () => {
  it('tells buyers their price, and those who sell how it is shared', async () => {
    const prodId = await shop.product(200, { creator: cyd.akey, creatorShare: 25 });
    await world.vend.access.set(meg.akey, dan.akey, 'vip', 1_250);
    const quote = (who: Person, more: object = {}) => world.call('vend.quote', { capabilities: [who.login], prod_id: prodId, ...more });
    expect(await quote(dan)).toEqual({ price: 175, full_price: 200, discount: 12.5, currency: 'L$', credit: 0, shares: [] });
    await world.vend.access.set(meg.akey, dan.akey, 'none', 0);
    expect(await quote(meg, { affiliate: ann.akey })).toMatchObject({
      price: 200,
      shares: [
        { key: ann.akey, role: 'affiliate', amount: 20 },
        { key: cyd.akey, role: 'creator', amount: 50 },
        { key: meg.akey, role: 'merchant', amount: 130 },
      ],
    });
    const { akey, login } = await world.person('Mia Manager');
    await shop.settings({ managerGroup: await groupOf(world, meg, [], [{ akey, login }]) });
    expect(await quote({ akey, login })).toMatchObject({ price: 200, shares: [{ role: 'creator' }, { role: 'merchant' }] });
    expect(await codeOf(quote(bob, { affiliate: dan.akey }))).toBe('vend.not_an_affiliate');
  });
});
