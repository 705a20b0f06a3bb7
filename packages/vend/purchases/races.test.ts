import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { waitingForLock } from '../../../test/testkit/locks.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { balanceOf, groupOf, Shop } from '../orders/testkit.ts';

let world: World;
/** Another server process on the same database. */
let second: World;
let [meg, bob] = [] as unknown as [Person, Person];
let crowd: Person[];
let [here, there] = [] as unknown as [Shop, Shop];

beforeAll(async () => {
  world = await testWorld();
  second = await testWorld(world);
  meg = await world.person('Meg Merchant', 10_000);
  bob = await world.person('Bob Buyer', 10_000);
  crowd = [];
  for (let index = 0; index < 20; index++) crowd.push(await world.person(`Buyer ${index}`, 100));
});
beforeEach(async () => {
  here = await Shop.open(world, meg);
  there = new Shop(second, meg, here.collection);
});
afterEach(async () => {
  await world.check();
  await second.check();
});
afterAll(async () => {
  await second.close();
  await world.close();
});

const shopAt = (index: number) => (index % 2 === 0 ? here : there);
const tally = (codes: readonly string[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]));
const ordersOf = async (prodId: number) =>
  (await world.database.pool.query('SELECT id FROM vend_order WHERE product_id = $1', [prodId])).rows.length;

describe('at once, from two server processes', () => {
  it('twenty buyers get three of the three there are', async () => {
    const prodId = await here.product(10, { quantity: 3 });
    const before = await balanceOf(world, meg);
    const codes = await Promise.all(crowd.map((buyer, index) => codeOf(shopAt(index).buy(buyer, prodId))));
    expect(tally(codes)).toEqual({ 'no fault': 3, 'vend.sold_out': 17 });
    expect([await here.quantity(prodId), await here.sales(prodId), await ordersOf(prodId)]).toEqual([0, 3, 3]);
    expect((await balanceOf(world, meg)) - before).toBe(30);
  });

  it('all of them get what has no end', async () => {
    const [prodId, free] = [await here.product(1), await here.product(0)];
    const codes = await Promise.all(crowd.flatMap((buyer, index) => [prodId, free].map((id) => codeOf(shopAt(index).buy(buyer, id)))));
    expect(tally(codes)).toEqual({ 'no fault': 40 });
    expect([await here.sales(prodId), await here.sales(free)]).toEqual([20, 20]);
  });

  it.each([10, 0])('one request, ten times, is one order (price %d)', async (price) => {
    const prodId = await here.product(price, { quantity: 5 });
    const before = await balanceOf(world, bob);
    const request = { request_id: `ten times ${price}` };
    const receipts = await Promise.all(Array.from({ length: 10 }, (_, index) => shopAt(index).buy(bob, prodId, request)));
    expect(new Set(receipts.map(({ order_id }) => order_id)).size).toBe(1);
    expect([await here.quantity(prodId), await ordersOf(prodId), before - (await balanceOf(world, bob))]).toEqual([4, 1, price]);
  });

  it('credit is spent once, and what it does not pay the account does', async () => {
    const prodId = await here.product(10);
    await world.call('vend.giveCredit', [[meg.login], '', bob.akey, 25]);
    const before = await balanceOf(world, bob);
    const receipts = await Promise.all(Array.from({ length: 6 }, (_, index) => shopAt(index).buy(bob, prodId, { use_credit: 1 })));
    expect(receipts.reduce((sum, { credit_used }) => sum + credit_used, 0)).toBe(25);
    expect(before - (await balanceOf(world, bob))).toBe(35);
  });

  it('nobody pays a price that is not the one of that moment', async () => {
    const prodId = await here.product(10);
    const codes = Promise.all(crowd.map((buyer, index) => codeOf(shopAt(index).buy(buyer, prodId, { max_price: 10 }))));
    await here.change(prodId, { price: 20, partners: [{ key: bob.akey, percent: 50 }] });
    const result = tally(await codes);
    expect((result['no fault'] ?? 0) + (result['vend.price_changed'] ?? 0)).toBe(20);
    expect(await here.sales(prodId)).toBe(result['no fault'] ?? 0);
    const { rows } = await world.database.pool.query('SELECT DISTINCT amount FROM vend_order WHERE product_id = $1', [prodId]);
    expect(rows).toEqual(result['no fault'] ? [{ amount: 10n }] : []);
  });

  it.each([null, 5])('a sale is shared as the product says when it is counted (quantity %s)', async (quantity) => {
    const [prodId, other] = [await here.product(10, { quantity, partners: [{ key: bob.akey, percent: 50 }] }), await here.product(1)];
    const before = [await balanceOf(world, bob), await balanceOf(world, meg)] as const;
    const change = await world.database.pool.connect();
    await change.query('BEGIN');
    await change.query('UPDATE vend_product SET price = 20 WHERE id = $1', [prodId]);
    await change.query('UPDATE vend_partner SET key = $2 WHERE product_id = $1', [prodId, crowd[1]?.akey]);
    const [buying, tooDear] = [there.buy(crowd[0] as Person, prodId), codeOf(here.buy(crowd[2] as Person, prodId, { max_price: 15 }))];
    await waitingForLock(world.database);
    // Nobody else is held up meanwhile, but by the merchant's account where that is locked already.
    if (quantity !== null) await here.buy(bob, other);
    await change.query('COMMIT');
    change.release();
    expect([await buying, await tooDear]).toEqual([expect.objectContaining({ price: 20 }), 'vend.price_changed']);
    const paid = quantity === null ? 0 : 1;
    expect([(await balanceOf(world, bob)) - before[0], (await balanceOf(world, meg)) - before[1]]).toEqual([0 - paid, 10 + paid]);
    expect([await here.sales(prodId), await here.quantity(prodId)]).toEqual([1, quantity === null ? null : 4]);
  });

  it.each([null, 5])('a group that is dissolved before it is paid gets nothing of the sale (quantity %s)', async (quantity) => {
    const band = await groupOf(world, bob, [crowd[1] as Person]);
    const prodId = await here.product(10, { quantity, partners: [{ key: band, percent: 50 }] });
    const buyer = crowd[0] as Person;
    const before = await balanceOf(world, meg);
    const turn = await world.database.pool.connect();
    await turn.query('BEGIN');
    await turn.query("SELECT pg_advisory_xact_lock(hashtextextended('vend orders of ' || $1, 0))", [buyer.akey]);
    const buying = there.buy(buyer, prodId);
    await waitingForLock(world.database);
    await world.groups.dissolve(band);
    await turn.query('COMMIT');
    turn.release();
    expect(await buying).toMatchObject({ price: 10 });
    expect((await balanceOf(world, meg)) - before).toBe(10);
  });

  it('no two scripts pull the same delivery', async () => {
    const prodId = await here.product(0);
    for (const buyer of crowd) await here.buy(buyer, prodId);
    const pulled = await Promise.all(Array.from({ length: 10 }, (_, index) => shopAt(index).pull(5)));
    const ids = pulled.flat().map(({ delivery_id }) => delivery_id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await here.pull(100);
    expect(ids.length + rest.length).toBe(20);
    expect([...pulled.flat(), ...rest].every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('an order is refunded once under ten calls, and never both delivered again and refunded', async () => {
    const prodId = await here.product(10, { quantity: 1 });
    const { order_id } = await here.buy(bob, prodId);
    const before = [await balanceOf(world, bob), await balanceOf(world, meg)] as const;
    const refunds = Array.from({ length: 10 }, (_, index) => shopAt(index).refund(order_id));
    const redeliveries = Array.from({ length: 5 }, () => codeOf(second.call('vend.redeliver', [[bob.login], order_id])));
    const answers = await Promise.all(refunds);
    expect(new Set(answers.map(({ transaction_id }) => transaction_id)).size).toBe(1);
    expect([(await balanceOf(world, bob)) - before[0], (await balanceOf(world, meg)) - before[1]]).toEqual([10, -10]);
    expect(await here.quantity(prodId)).toBe(1);
    expect(Object.keys(tally(await Promise.all(redeliveries))).every((code) => code === 'no fault' || code === 'vend.order_refunded')).toBe(
      true,
    );
    expect(await here.pull()).toEqual([]);
  });

  it('redeliveries queue one delivery', async () => {
    const { order_id } = await here.buy(bob, await here.product(0));
    const [delivery] = await here.pull();
    await here.ack(delivery?.delivery_id as string, 0);
    await Promise.all(Array.from({ length: 10 }, (_, index) => shopAt(index).world.call('vend.redeliver', [[bob.login], order_id])));
    expect(await here.pull()).toHaveLength(1);
  });

  it('purchases and refunds of one product pass each other', async () => {
    const prodId = await here.product(5, { quantity: 10 });
    const orders = await Promise.all(crowd.slice(0, 10).map((buyer) => here.buy(buyer, prodId)));
    const refunds = orders.map(({ order_id }, index) => codeOf(shopAt(index).refund(order_id)));
    const buys = crowd.slice(10).map((buyer, index) => codeOf(shopAt(index).buy(buyer, prodId)));
    expect(tally(await Promise.all(refunds))).toEqual({ 'no fault': 10 });
    const { 'no fault': done = 0 } = tally(await Promise.all(buys));
    expect(await here.quantity(prodId)).toBe(10 - done);
  });
});
