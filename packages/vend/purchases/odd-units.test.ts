import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { Shop } from '../orders/testkit.ts';

// Who gets the odd unit is drawn. What is counted here lies nine standard deviations around what is right.

let world: World;
let shop: Shop;
let [meg, bob, cyd, ann] = [] as unknown as [Person, Person, Person, Person];

beforeAll(async () => {
  world = await testWorld();
  [meg, cyd, ann] = [await world.person('Meg'), await world.person('Cyd'), await world.person('Ann')];
  bob = await world.person('Bob', 10_000);
  shop = await Shop.open(world, meg);
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const balance = (who: Person) => world.call('bank.accountBalance', [[who.login], who.akey, 'working']) as Promise<number>;
it('a tenth of 90 sales at 4 is 36 or so, and its two halves 18 or so', async () => {
  const { gkey } = await world.groups.create(cyd.akey, 'Makers');
  await world.groups.addAll(gkey, new Map([cyd, ann].map(({ akey }) => [akey, 1])));
  const prodId = await shop.product(4, { partners: [{ key: gkey, percent: 10 }] });
  for (let sale = 0; sale < 90; sale++) await shop.buy(bob, prodId);
  const [ofMeg, ofCyd, ofAnn] = [await balance(meg), await balance(cyd), await balance(ann)];
  expect([ofMeg + ofCyd + ofAnn, await balance(bob)]).toEqual([360, 10_000 - 360]);
  expect(Math.abs(ofCyd + ofAnn - 36)).toBeLessThanOrEqual(9 * Math.sqrt(90 * 0.4 * 0.6));
  expect(Math.min(ofCyd, ofAnn)).toBeGreaterThan(0);
});

it('a sale of which the draw leaves all with the buyer is a sale, and its order is refunded as others are', async () => {
  const prodId = await shop.product(1, { partners: [{ key: bob.akey, percent: 50 }] });
  const before = [await balance(bob), await balance(meg)] as const;
  const orders: string[] = [];
  for (let index = 0; index < 40; index++) orders.push((await shop.buy(bob, prodId)).order_id);
  const paid = before[0] - (await balance(bob));
  expect([await balance(meg), Math.abs(paid - 20) <= 19]).toEqual([before[1] + paid, true]);
  expect(await shop.sales(prodId)).toBe(40);
  for (const order of orders) await shop.refund(order);
  expect([await balance(bob), await balance(meg)]).toEqual(before);
  expect(await shop.sales(prodId)).toBe(0);
});
