import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { groupOf, notices, Shop } from '../orders/testkit.ts';

let world: World;
/** Sells; buys; gets gifts; officer and member of the manager group; has nothing to do with it. */
let [meg, bob, gil, oda, mia, dan] = [] as unknown as [Person, Person, Person, Person, Person, Person];
let shop: Shop;
let prodId: number;

beforeAll(async () => {
  world = await testWorld();
  meg = await world.person('Meg Merchant', 1_000);
  bob = await world.person('Bob Buyer', 10_000);
  gil = await world.person('Gil Given');
  oda = await world.person('Oda Officer');
  mia = await world.person('Mia Member');
  dan = await world.person('Dan Else');
  shop = await Shop.open(world, meg, { managerGroup: await groupOf(world, meg, [mia], [oda]) });
  prodId = await shop.product(10);
});
afterEach(() => world.check());
afterAll(() => world.close());

/** What a script could not acknowledge in time. */
async function letPass(delivery_id: string): Promise<void> {
  await world.database.pool.query(`UPDATE vend_delivery SET visible_at = clock_timestamp() - interval '1 ms' WHERE id = $1`, [delivery_id]);
}
/** Makes the deliveries of these orders wait since one second after the other: those of one millisecond come in any order. */
async function waitSince(orders: readonly { order_id: string }[]): Promise<void> {
  await world.database.pool.query(
    `UPDATE vend_delivery SET visible_at = now() + (array_position($1, order_id) - 10) * interval '1 s' WHERE order_id = ANY ($1::uuid[])`,
    [orders.map(({ order_id }) => order_id)],
  );
}
async function sold(more: object = {}) {
  const { order_id } = await shop.buy(bob, prodId, more);
  const [delivery] = await shop.pull();
  if (delivery?.order_id !== order_id) throw new Error('the order was not the only one in the queue');
  return { order_id, delivery_id: delivery.delivery_id };
}
const redeliver = (who: Person, order_id: string) =>
  world.call('vend.redeliver', [[who.login], order_id]) as Promise<{ delivery_id: string; state: string }>;

describe('vend.pullDeliveries', () => {
  it('gives out what waits longest, once until it was not acknowledged in time', async () => {
    const orders = [await shop.buy(bob, prodId), await shop.buy(bob, prodId, { recipient: gil.akey }), await shop.buy(bob, prodId)];
    await waitSince(orders);
    const [first, second, ...none] = await shop.pull(2);
    expect(none).toEqual([]);
    expect(first).toEqual({
      delivery_id: expect.any(String),
      order_id: orders[0]?.order_id,
      prod_id: prodId,
      product_name: 'Chair',
      recipient_akey: bob.akey,
      recipient_name: 'Bob Buyer',
      attempts: 1,
    });
    expect(second).toMatchObject({ order_id: orders[1]?.order_id, recipient_name: 'Gil Given' });
    const [third] = await shop.pull();
    expect(third).toMatchObject({ order_id: orders[2]?.order_id });
    await letPass(first?.delivery_id as string);
    expect(await shop.pull()).toMatchObject([{ order_id: orders[0]?.order_id, attempts: 2 }]);
    expect(await shop.pull()).toEqual([]);
    for (const delivery of [first, second, third]) expect(await shop.ack(delivery?.delivery_id as string)).toBe('delivered');
    await letPass(first?.delivery_id as string);
    expect(await shop.pull()).toEqual([]);
  });

  it('hides them for as long as the script says', async () => {
    const { delivery_id } = await sold();
    const { rows } = await world.database.pool.query(
      'SELECT visible_at - clock_timestamp() BETWEEN $2 AND $3 AS held FROM vend_delivery WHERE id = $1',
      [delivery_id, '5 s', '61 s'],
    );
    expect(rows).toEqual([{ held: true }]);
    await letPass(delivery_id);
    await shop.pull(1, { hold_secs: 3_600 });
    const again = await world.database.pool.query(
      `SELECT visible_at > clock_timestamp() + interval '50 min' AS held FROM vend_delivery WHERE id = $1`,
      [delivery_id],
    );
    expect(again.rows).toEqual([{ held: true }]);
    await shop.ack(delivery_id);
  });

  it('is for those who sell: all collections for the merchant and a grant, one for its officers', async () => {
    const pull = (who: Person, more: object = {}, ...extra: string[]) =>
      codeOf(world.call('vend.pullDeliveries', { capabilities: [who.login, ...extra], merchant: meg.akey, ...more }));
    const one = { collection_name: shop.collection };
    expect([await pull(meg), await pull(meg, one), await pull(oda, one)]).toEqual(['no fault', 'no fault', 'no fault']);
    expect([await pull(oda), await pull(mia, one), await pull(dan), await pull(dan, one)]).toEqual(Array(4).fill('auth.forbidden'));
    const grant = await world.capabilities.issue({ kind: 'vend.manage', sub: dan.akey, grantor: meg.akey, validForSecs: 60 });
    const read = await world.capabilities.issue({ kind: 'vend.read', sub: dan.akey, grantor: meg.akey, validForSecs: 60 });
    expect([await pull(dan, {}, grant.token), await pull(dan, one, grant.token)]).toEqual(['no fault', 'no fault']);
    expect(await pull(dan, one, read.token)).toBe('auth.forbidden');
    expect(await pull(meg, { collection_name: 'No such' })).toBe('vend.unknown_collection');
    expect(await pull(dan, { collection_name: 'No such' })).toBe('auth.forbidden');
  });

  it('gives an officer nothing of other collections', async () => {
    const other = await Shop.open(world, meg);
    const { order_id } = await other.buy(bob, await other.product(1));
    expect(await shop.pull()).toEqual([]);
    const [all] = (await world.call('vend.pullDeliveries', [[meg.login]])) as { order_id: string; delivery_id: string }[];
    expect(all?.order_id).toBe(order_id);
    expect(await codeOf(world.call('vend.ackDelivery', [[oda.login], all?.delivery_id]))).toBe('vend.unknown_delivery');
    await other.ack(all?.delivery_id as string);
  });
});

describe('vend.ackDelivery', () => {
  it('may be repeated, and a failure after it changes nothing', async () => {
    const { order_id, delivery_id } = await sold();
    expect([await shop.ack(delivery_id), await shop.ack(delivery_id), await shop.ack(delivery_id, 0, 'late')]).toEqual(
      Array(3).fill('delivered'),
    );
    const order = await shop.order(bob, order_id);
    expect(order).toMatchObject({ state: 'delivered', delivered: expect.any(Date), deliveries: [{ state: 'delivered', note: '' }] });
    expect((await notices(world, bob, 'delivery_failed')).filter(({ reference }) => reference === order_id)).toEqual([]);
  });

  it('tells the buyer and who was to get it of a failure, once', async () => {
    const { order_id, delivery_id } = await sold({ recipient: gil.akey });
    expect([await shop.ack(delivery_id, 0, 'the sim is full'), await shop.ack(delivery_id, 0, 'again')]).toEqual(['failed', 'failed']);
    for (const who of [bob, gil]) {
      const told = (await notices(world, who, 'delivery_failed')).filter(({ reference }) => reference === order_id);
      expect(told.map(({ text }) => text)).toEqual(['"Chair" of Meg Merchant could not be handed over to Gil Given: the sim is full']);
    }
    expect(await shop.order(gil, order_id)).toMatchObject({ state: 'failed', deliveries: [{ state: 'failed', note: 'the sim is full' }] });
    expect(await shop.pull()).toEqual([]);
    // Another script had it after all.
    expect(await shop.ack(delivery_id)).toBe('delivered');
    expect(await shop.order(gil, order_id)).toMatchObject({ state: 'delivered', deliveries: [{ state: 'delivered', note: '' }] });
  });

  it('comes late, after the delivery was given out again', async () => {
    const { delivery_id } = await sold();
    await letPass(delivery_id);
    expect(await shop.pull()).toMatchObject([{ delivery_id, attempts: 2 }]);
    expect([await shop.ack(delivery_id), await shop.ack(delivery_id)]).toEqual(['delivered', 'delivered']);
  });

  it('changes nothing of an order that was refunded', async () => {
    const { order_id, delivery_id } = await sold();
    await shop.refund(order_id);
    expect([await shop.ack(delivery_id), await shop.ack(delivery_id, 0)]).toEqual(['refunded', 'refunded']);
    expect(await shop.order(bob, order_id)).toMatchObject({
      state: 'refunded',
      deliveries: [{ state: 'failed', note: 'the order was refunded' }],
    });
  });

  it('is for those who sell', async () => {
    const { delivery_id } = await sold();
    for (const who of [bob, mia, dan]) {
      expect(await codeOf(world.call('vend.ackDelivery', [[who.login], delivery_id]))).toBe('vend.unknown_delivery');
    }
    expect(await codeOf(shop.ack(randomUUID()))).toBe('vend.unknown_delivery');
    expect(await codeOf(shop.ack('no key at all, but as long as a key..'.slice(0, 36)))).toBe('vend.unknown_delivery');
    expect(await world.call('vend.ackDelivery', [[oda.login], delivery_id])).toBe('delivered');
  });
});

describe('vend.redeliver', () => {
  it('queues one delivery at a time, for the buyer, who gets it, and those who sell', async () => {
    const { order_id, delivery_id } = await sold({ recipient: gil.akey });
    expect(await redeliver(bob, order_id)).toEqual({ delivery_id, state: 'queued' });
    await shop.ack(delivery_id);
    const again = await redeliver(gil, order_id);
    expect(again).toEqual({ delivery_id: expect.any(String), state: 'delivered' });
    expect(again.delivery_id).not.toBe(delivery_id);
    expect(await redeliver(oda, order_id)).toEqual(again);
    expect(await shop.pull()).toMatchObject([{ delivery_id: again.delivery_id, order_id, attempts: 1 }]);
    expect(await shop.ack(again.delivery_id, 0, 'gone')).toBe('delivered');
    expect((await shop.order(bob, order_id)).deliveries.map(({ state }) => state)).toEqual(['failed', 'delivered']);
  });

  it('puts a failed order into the queue again, as often as one likes', async () => {
    const { order_id, delivery_id } = await sold();
    await shop.ack(delivery_id, 0);
    for (let round = 0; round < 3; round++) {
      expect(await redeliver(bob, order_id)).toMatchObject({ state: 'queued' });
      const [delivery] = await shop.pull();
      await shop.ack(delivery?.delivery_id as string, 0);
    }
    expect((await shop.order(bob, order_id)).deliveries).toHaveLength(4);
  });

  it('delivers what is not for sale any more, to whom is banned by now', async () => {
    const other = await Shop.open(world, meg);
    const id = await other.product(1);
    const { order_id } = await other.buy(bob, id);
    const offer = await world.vend.catalogue.offer(id);
    if (offer) await world.vend.products.remove(offer);
    await world.vend.access.set(meg.akey, bob.akey, 'ban', 0);
    expect(await redeliver(bob, order_id)).toMatchObject({ state: 'queued' });
    await world.vend.access.set(meg.akey, bob.akey, 'none', 0);
    const [delivery] = await other.pull();
    expect(await other.ack(delivery?.delivery_id as string)).toBe('delivered');
  });

  it('refuses what was refunded, and tells others nothing', async () => {
    const { order_id } = await sold();
    await shop.refund(order_id);
    expect(await codeOf(redeliver(bob, order_id))).toBe('vend.order_refunded');
    expect([await codeOf(redeliver(dan, order_id)), await codeOf(redeliver(mia, order_id))]).toEqual(Array(2).fill('vend.unknown_order'));
    expect(await codeOf(redeliver(bob, randomUUID()))).toBe('vend.unknown_order');
  });
});
