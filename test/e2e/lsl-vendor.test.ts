import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { kitScript } from './lsl/kit.ts';
import { agree, anyDelivery, anyFate, decideMoney, kept, openShop, randomOf, type Shop, spending, spentSince } from './lsl/shop.ts';

// The vendor of the LSL kit in an object of Secret2 Linden's, who sells the Furniture of ImSoCool Mann: money in-world, books and things.

const server = inProcessServer();
const invoke = () => jsonRpc(`${server.url}/jsonrpc`);
const BUYER = { name: 'An avatar', akey: 'ba7d14ff-a43e-4a04-982a-141e25290142', password: 'avatar' };
const STRANGER = { name: 'Some Stranger', akey: '11111111-2222-4333-8444-555555555555', password: '' };
const LAMP = 75;

let grant: string;
beforeAll(async () => {
  grant = await must(invoke(), 'vend.grantManageCapability', [await logIn(invoke(), COOL)], SECRET2.akey, 86_400);
});

async function vendor({ owner = SECRET2, card = '' } = {}): Promise<Shop> {
  // Servers run by the real time, and the least that can be asked for is enough here.
  const delivery = kitScript('scrip-delivery').replace('HOLD_SECONDS = 900', 'HOLD_SECONDS = 5');
  const scripts = { 'scrip-till': undefined, 'scrip-vendor': undefined, 'scrip-delivery': delivery };
  const lines = `merchant = ImSoCool Mann\ncollection = Furniture\n${owner === SECRET2 ? `grant = ${grant}` : ''}\n${card}`;
  const shop = await openShop(server, { owner, people: [COOL, SECRET2, BUYER, STRANGER], scripts, card: lines });
  for (const name of ['Oak chair', 'Floor lamp']) shop.prim.addItem({ type: 'object', name });
  await shop.world.pass(70);
  return shop;
}

/** What was pulled and not acknowledged is there again afterwards. */
const held = () => setTimeout(5_100);

async function press({ world, prim }: Shop, button: string): Promise<void> {
  prim.touch(BUYER.akey);
  await world.pass(2);
  world.dialogs.press(BUYER.akey, button);
  await world.pass(5);
}

const buy = async ({ world, prim }: Shop, amount: number, who = BUYER) => {
  world.pay(who.akey, prim, amount);
  await world.pass(40);
};
const things = ({ world }: Shop) => world.given.map(({ to, item }) => [to, item]);
const told = ({ prim }: Shop) => prim.said.filter(({ to }) => to === BUYER.akey).map(({ text }) => text);
const balance = async (who: typeof COOL) =>
  must<number>(invoke(), 'bank.accountBalance', [await logIn(invoke(), who)], who.akey, 'working');

describe('the vendor', () => {
  it('shows one product after the other, and what it costs', async () => {
    const shop = await vendor();
    expect([shop.prim.floatingText, shop.prim.payPrices]).toEqual(['Oak chair\n120 L$\nPay to buy', [-1, 120, -1, -1, -1]]);
    await press(shop, 'Next >');
    expect(shop.prim.floatingText).toBe('Oak table\n250 L$\nPay to buy');
    await press(shop, '< Back');
    await press(shop, '< Back');
    expect([shop.prim.floatingText, shop.prim.payPrices[1]]).toEqual([`Floor lamp\n${LAMP} L$\nPay to buy`, LAMP]);
  });

  it('sells, gives the thing, and gives it again when the buyer asks', async () => {
    const shop = await vendor();
    const before = [await balance(SECRET2), await balance(COOL)] as const;
    await buy(shop, 120);
    expect([await balance(SECRET2), await balance(COOL)]).toEqual([before[0] - 120, before[1] + 120]);
    expect([told(shop), things(shop)]).toEqual([['Thank you! What you have bought is on its way.'], [[BUYER.akey, 'Oak chair']]]);
    const orders = await must<object[]>(invoke(), 'vend.myOrders', [await logIn(invoke(), BUYER)], 'recipient');
    expect(orders[0]).toMatchObject({ product_name: 'Oak chair', buyer_akey: SECRET2.akey, state: 'delivered' });
    await press(shop, 'Send again');
    await shop.world.pass(40);
    expect(things(shop)).toHaveLength(2);
    await press(shop, 'Next >');
    await press(shop, 'Send again');
    expect(told(shop).slice(1)).toEqual([
      'Oak chair is on its way again.',
      'Nothing was found that you have bought here. Send it again from your page at the server.',
    ]);
  });

  it.each([
    ['another amount', 119, BUYER],
    ['the money of somebody whom the server does not know', 120, STRANGER],
  ])('gives back %s', async (_what, amount, who) => {
    const shop = await vendor();
    await buy(shop, amount, who);
    expect([shop.given, things(shop), kept(shop).length]).toEqual([[{ from: SECRET2.akey, to: who.akey, amount }], [], 0]);
  });

  it('only shows where the merchant owns it', async () => {
    const shop = await vendor({ owner: COOL });
    expect([shop.prim.floatingText, shop.prim.payPrices[1]]).toEqual(['Oak chair\n120 L$', -1]);
    await buy(shop, 120);
    expect(shop.given).toHaveLength(1);
  });

  it('keeps a delivery for later, or for another vendor, where the thing is missing', { timeout: 20_000 }, async () => {
    const shop = await vendor();
    shop.prim.inventory.remove('Oak chair');
    await buy(shop, 120);
    expect([things(shop), shop.prim.said.filter(({ text }) => text.includes('is not in the object')).length]).toEqual([[], 1]);
    await held();
    shop.prim.addItem({ type: 'object', name: 'Oak chair' });
    await shop.world.pass(60);
    expect(things(shop)).toEqual([[BUYER.akey, 'Oak chair']]);
  });
});

it.each([4, 5])('whatever becomes of requests, replies and scripts, money and things agree (%i)', { timeout: 60_000 }, async (seed) => {
  const shop = await vendor();
  await press(shop, '< Back');
  const { world, prim } = shop;
  const request = `for seed ${seed}`;
  await must(invoke(), 'operator.mint', [server.operator], SECRET2.akey, 'working', 1_000, 'for vendors', request);
  const before = await spending(server, SECRET2);
  const random = randomOf(seed);
  world.web.decide = ({ body }) => anyDelivery(random, body);
  decideMoney(shop, () => anyFate(random));
  for (let i = 0; i < 10; i++) {
    world.pay(BUYER.akey, prim, LAMP);
    await world.pass(Math.floor(random() * 90));
    const dice = random();
    if (dice < 0.1) prim.reset('scrip-till');
    else if (dice < 0.2) prim.reset('scrip-delivery');
    else if (dice < 0.3) prim.reset('apez-api');
    if (random() < 0.5) await agree(world, SECRET2);
  }
  world.web.decide = () => 'delivered';
  decideMoney(shop, () => ({ moves: true, says: 'ok' }));
  for (let i = 0; i < 3; i++) {
    await agree(world, SECRET2);
    await world.pass(700);
    await held();
  }
  const booked = await spentSince(server, SECRET2, before);
  const unknown = kept(shop).length;
  expect(kept(shop)).toEqual(Array(unknown).fill([LAMP, 'unknown']));
  expect(booked.length).toBeGreaterThan(3);
  expect(booked.length + shop.given.length).toBeLessThanOrEqual(10);
  expect(booked.length + shop.given.length + unknown).toBeGreaterThanOrEqual(10);
  // Every order came; a thing may come twice where its acknowledgement was lost, which harms nobody.
  const orders = await must<{ state: string }[]>(invoke(), 'vend.myOrders', [await logIn(invoke(), SECRET2)]);
  expect(orders.slice(0, booked.length).map(({ state }) => state)).toEqual(booked.map(() => 'delivered'));
  expect(things(shop).length).toBeGreaterThanOrEqual(booked.length);
});
