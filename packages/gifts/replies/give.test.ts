import { newId } from '@scrip/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

// Gifts that carry money or a product: accepting is a deal.

let world: World;
/** Another server process on the same books. */
let other: World;
let apps = 0;
let [ann, bob, cat, meg] = [] as unknown as [Person, Person, Person, Person];
/** What the app calls with, for Ann who asks. */
let asAnn: string[];

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
});
beforeEach(async () => {
  const app = `GiveApp${++apps}`;
  [ann, bob, cat, meg] = (await Promise.all(
    ['Ann', 'Bob', 'Cat', 'Meg'].map((name) => world.person(`${name} of ${app}`, name === 'Ann' ? 0 : 100)),
  )) as [Person, Person, Person, Person];
  const secret = (await world.call('operator.addApp', [[world.operator], app, meg.akey])) as string;
  for (const { akey } of [ann, bob, cat]) await world.call('gifts.putUser', [app, secret, 'avatar', akey, {}]);
  asAnn = [app, secret, 'avatar', ann.akey];
  await world.call('gifts.setFriends', [...asAnn, [bob.akey, cat.akey]]);
});
afterAll(async () => {
  await world.check();
  await other.close();
  await world.close();
});

const ask = (more: object) => {
  const [app_id, secret_key, mode, user_id] = asAnn;
  return world.call('gifts.request', { app_id, secret_key, mode, user_id, ...more }) as Promise<string>;
};
const give = (who: Person, gift_request_id: string, more: object = {}, on = world) =>
  on.call('gifts.give', { capabilities: [who.login], gift_request_id, ...more });
const has = ({ akey, login }: Person) => world.call('bank.accountBalance', [[login], akey, 'working']) as Promise<number>;
const answers = async () => ((await world.call('gifts.answers', asAnn)) as unknown[]).length;

it('each friend gives the money once, however often and wherever it is said at once', async () => {
  const request = await ask({ amount: 30 });
  const codes = await Promise.all(Array.from({ length: 8 }, (_, n) => codeOf(give(bob, request, {}, n % 2 ? world : other))));
  expect(new Set(codes)).toEqual(new Set(['no fault']));
  expect([await has(ann), await has(bob), await answers()]).toEqual([30, 70, 1]);
  expect(await codeOf(give(cat, request))).toBe('no fault');
  expect([await has(ann), await has(cat), await answers()]).toEqual([60, 70, 2]);
  const told = (await world.call('general.notifications', [[ann.login]])) as { kind: string }[];
  expect(told.filter(({ kind }) => kind === 'gift_reply')).toHaveLength(2);
});

it('who has too little gives nothing and has not answered', async () => {
  const request = await ask({ amount: 101 });
  expect(await codeOf(give(bob, request))).toBe('bank.insufficient_funds');
  expect([await has(ann), await has(bob), await answers()]).toEqual([0, 100, 0]);
  await world.call('operator.mint', [[world.operator], bob.akey, 'working', 1, '']);
  expect(await codeOf(give(bob, request))).toBe('no fault');
  expect([await has(ann), await has(bob), await answers()]).toEqual([101, 0, 1]);
});

it('is for friends alone, once, in time, and for what carries something', async () => {
  const request = await ask({ amount: 1 });
  expect(await codeOf(give(meg, request))).toBe('gifts.invalid_request');
  expect(await codeOf(give(ann, request))).toBe('gifts.invalid_request');
  expect(await codeOf(give(bob, newId().replaceAll('-', '')))).toBe('gifts.invalid_request');
  expect(await codeOf(give(bob, await ask({})))).toBe('gifts.carries_nothing');
  await give(bob, request, { custom: { with: 'love' } });
  expect(await codeOf(give(bob, request))).toBe('gifts.already_answered');
  const narrowed = await world.call('general.narrowCapability', [[cat.login], cat.login, { total: 5 }]);
  expect(await codeOf(give({ ...cat, login: narrowed as string }, request))).toBe('auth.forbidden');
  expect([await has(ann), await has(bob), await has(cat)]).toEqual([1, 99, 100]);
  const soon = await ask({ amount: 1, expiry: 1 });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await codeOf(give(bob, soon))).toBe('gifts.request_expired');
});

it('a product is bought for who asked, at the price that was agreed to, and nothing is paid where it can not be', async () => {
  await world.call('vend.createCollection', [[meg.login], '', 'Presents', { public: 1 }]);
  const product = async (price: number) =>
    (await world.call('vend.addProduct', [[meg.login], '', 'Presents', `At ${price}`, price])) as number;
  const prod_id = await product(20);
  const request = await ask({ prod_id });
  expect(await codeOf(give(bob, request, { max_price: 19 }))).toBe('gifts.not_for_sale');
  expect([await has(bob), await answers()]).toEqual([100, 0]);
  const codes = await Promise.all(
    Array.from({ length: 6 }, (_, n) => codeOf(give(bob, request, { max_price: 20 }, n % 2 ? world : other))),
  );
  expect(new Set(codes)).toEqual(new Set(['no fault']));
  expect([await has(bob), await has(meg), await answers()]).toEqual([80, 120, 1]);
  const orders = (await world.call('vend.myOrders', { capabilities: [ann.login], as: 'recipient' })) as { prod_id: number }[];
  expect(orders.map((order) => order.prod_id)).toEqual([prod_id]);
  // What is not public any more is not for sale.
  const gone = await ask({ prod_id: await product(5) });
  await world.call('vend.updateCollection', [[meg.login], '', 'Presents', { public: 0 }]);
  expect(await codeOf(give(cat, gone))).toBe('gifts.not_for_sale');
  expect(await has(cat)).toBe(100);
});
