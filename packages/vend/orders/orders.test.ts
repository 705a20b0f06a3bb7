import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { groupOf, Shop, type ShownOrder } from './testkit.ts';

let world: World;
let [meg, bob, gil, oda, dan] = [] as unknown as [Person, Person, Person, Person, Person];
let shop: Shop;
let other: Shop;
/** Oldest first: for Bob himself, and every third one a gift for Gil. */
let ids: string[];

beforeAll(async () => {
  world = await testWorld();
  meg = await world.person('Meg Merchant');
  bob = await world.person('Bob Buyer', 10_000);
  gil = await world.person('Gil Given');
  oda = await world.person('Oda Officer');
  dan = await world.person('Dan Else', 100);
  shop = await Shop.open(world, meg, { managerGroup: await groupOf(world, meg, [], [oda]) });
  other = await Shop.open(world, meg);
  const prodId = await shop.product(10);
  ids = [];
  for (let index = 0; index < 12; index++) {
    ids.push((await shop.buy(bob, prodId, index % 3 === 0 ? { recipient: gil.akey } : {})).order_id);
  }
  await other.buy(dan, await other.product(1));
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const list = (method: string, who: Person, more: object = {}) =>
  world.call(method, { capabilities: [who.login], ...more }) as Promise<ShownOrder[]>;
/** All pages of so many. */
async function pages(method: string, who: Person, limit: number, more: object = {}): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const page = await list(method, who, { limit, after: found.at(-1) ?? '', ...more });
    expect(page.length).toBeLessThanOrEqual(limit);
    if (page.length === 0) return found;
    found.push(...page.map(({ order_id }) => order_id));
  }
}

describe('vend.myOrders', () => {
  it('lists what somebody bought, and what was bought for them, newest first and page by page', async () => {
    const newest = ids.toReversed();
    const gifts = ids.filter((_id, index) => index % 3 === 0).toReversed();
    expect(await pages('vend.myOrders', bob, 5)).toEqual(newest);
    expect(await pages('vend.myOrders', gil, 3, { as: 'recipient' })).toEqual(gifts);
    expect(await pages('vend.myOrders', bob, 4, { as: 'recipient' })).toEqual(newest.filter((id) => !gifts.includes(id)));
    expect(await list('vend.myOrders', gil)).toEqual([]);
    expect((await list('vend.myOrders', bob, { limit: 1 }))[0]).toEqual({
      order_id: newest[0],
      time: expect.any(Date),
      state: 'queued',
      prod_id: expect.any(Number),
      product_name: 'Chair',
      merchant_akey: meg.akey,
      merchant_name: 'Meg Merchant',
      buyer_akey: bob.akey,
      buyer_name: 'Bob Buyer',
      recipient_akey: bob.akey,
      recipient_name: 'Bob Buyer',
      affiliate_akey: '',
      price: 10,
      credit_used: 0,
      currency: 'L$',
      transaction_id: newest[0],
      refund_transaction_id: '',
    });
  });

  it('passes over nothing where orders came at the same moment', async () => {
    const prodId = await other.product(0);
    const same = await Promise.all(Array.from({ length: 7 }, async () => (await other.buy(dan, prodId)).order_id));
    await world.database.pool.query('UPDATE vend_order SET created_at = now() WHERE id = ANY ($1::uuid[])', [same]);
    expect((await pages('vend.myOrders', dan, 3)).slice(0, 7)).toEqual(same.toSorted());
  });

  it("begins behind nothing that is in somebody else's list", async () => {
    expect(await list('vend.myOrders', dan, { after: ids[5] })).toEqual([]);
    expect(await list('vend.myOrders', bob, { after: randomUUID() })).toEqual([]);
    expect(await codeOf(list('vend.myOrders', bob, { after: 'page 2' }))).toBe('invalid_params');
    expect(await codeOf(list('vend.myOrders', bob, { as: 'thief' }))).toBe('invalid_params');
  });
});

describe('vend.sales', () => {
  it('lists all that a merchant has sold, or one collection of it', async () => {
    expect(await pages('vend.sales', meg, 5)).toHaveLength(20);
    expect(await pages('vend.sales', meg, 5, { collection_name: shop.collection })).toEqual(ids.toReversed());
    expect(await pages('vend.sales', oda, 50, { merchant: 'meg merchant', collection_name: shop.collection })).toEqual(ids.toReversed());
    expect(await pages('vend.sales', bob, 50)).toEqual([]);
  });

  it('is for those who sell', async () => {
    expect(await codeOf(list('vend.sales', bob, { merchant: meg.akey }))).toBe('auth.forbidden');
    expect(await codeOf(list('vend.sales', oda, { merchant: meg.akey }))).toBe('auth.forbidden');
    expect(await codeOf(list('vend.sales', oda, { merchant: meg.akey, collection_name: other.collection }))).toBe('auth.forbidden');
    expect(await codeOf(list('vend.sales', meg, { collection_name: 'No such' }))).toBe('vend.unknown_collection');
  });
});

describe('vend.order', () => {
  it('is for its parties, and nobody else learns that it is there', async () => {
    const [gift] = ids as [string];
    for (const who of [bob, gil, meg, oda]) expect((await shop.order(who, gift)).order_id).toBe(gift);
    expect(await codeOf(shop.order(dan, gift))).toBe('vend.unknown_order');
    expect(await codeOf(shop.order(dan, randomUUID()))).toBe('vend.unknown_order');
    expect(await codeOf(world.call('vend.order', [[], gift]))).toBe('auth.capability_required');
    const read = await world.capabilities.issue({ kind: 'vend.read', sub: dan.akey, grantor: meg.akey, validForSecs: 60 });
    expect(await codeOf(world.call('vend.order', [[dan.login, read.token], gift]))).toBe('vend.unknown_order');
    const manage = await world.capabilities.issue({ kind: 'vend.manage', sub: dan.akey, grantor: meg.akey, validForSecs: 60 });
    expect(await world.call('vend.order', [[dan.login, manage.token], gift])).toMatchObject({ order_id: gift });
  });
});

describe('who has bought a product', () => {
  it('is whoever paid and whoever got it, but for what was refunded', async () => {
    const prodId = await shop.product(1);
    const { order_id } = await shop.buy(bob, prodId, { recipient: gil.akey });
    const has = () => Promise.all([bob, gil, dan].map(({ akey }) => world.vend.orders.hasBought(prodId, akey)));
    expect(await has()).toEqual([true, true, false]);
    await shop.refund(order_id);
    expect(await has()).toEqual([false, false, false]);
  });
});
