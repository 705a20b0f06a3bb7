import { beforeAll, describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { kitScript } from './lsl/kit.ts';
import { agree, anyDelivery, anyFate, decideMoney, kept, openShop, randomOf, type Shop, spending, spentSince } from './lsl/shop.ts';

// The till of the LSL kit with the tip jar beside it, in an object of ImSoCool Mann's: money in-world against the books.

const server = inProcessServer();
const invoke = () => jsonRpc(`${server.url}/jsonrpc`);
const balanceOf = async (who: typeof COOL) =>
  must<number>(invoke(), 'bank.accountBalance', [await logIn(invoke(), who)], who.akey, 'working');

let band: string;
beforeAll(async () => {
  const login = await logIn(invoke(), COOL);
  band = await must<string>(invoke(), 'general.createGroup', [login], 'The Band');
  await must(invoke(), 'general.addToGroup', [login], '', '', band, SECRET2.akey);
  // What an owner who is a member gets stays where it is.
  await must(invoke(), 'general.setGroupPercentages', [login], '', '', band, [
    { member: COOL.akey, percent: 0 },
    { member: SECRET2.akey, percent: 100 },
  ]);
});

async function jar({ till = kitScript('scrip-till'), card = 'group = the band' } = {}): Promise<Shop> {
  const scripts = { 'scrip-till': till, 'scrip-tipjar': undefined };
  return openShop(server, { owner: COOL, people: [SECRET2], scripts, card });
}

const tip = ({ world, prim }: Shop, amount: number) => world.pay(SECRET2.akey, prim, amount);
const told = ({ prim }: Shop) => prim.said.filter(({ to }) => to === SECRET2.akey).map(({ text }) => text);

describe('the tip jar', () => {
  it('pays a group what it is paid, and thanks', async () => {
    const shop = await jar();
    expect([shop.prim.floatingText, shop.prim.payPrices]).toEqual(['Tips for the band', [20, 10, 20, 50, 100]]);
    const before = [await balanceOf(COOL), await balanceOf(SECRET2)] as const;
    tip(shop, 25);
    await shop.world.pass(5);
    expect([await balanceOf(COOL), await balanceOf(SECRET2)]).toEqual([before[0] - 25, before[1] + 25]);
    expect(told(shop)).toEqual(['Thank you! the band got your L$ 25.']);
    expect([kept(shop).length, shop.given]).toEqual([0, []]);
    const login = await logIn(invoke(), SECRET2);
    const [line] = await must<object[]>(invoke(), 'bank.transactions', [login], SECRET2.akey, 'working');
    expect(line).toMatchObject({ amount: 25, comment: `Tip of ${SECRET2.akey}` });
  });

  it.each([
    ['no group is named', 'x = y', 'The notecard scrip needs a line group = ...'],
    ['the owner has no such group', 'group = nobody', 'Not open: the owner has no group nobody'],
  ])('gives back what it is paid where %s', async (_what, card, text) => {
    const shop = await jar({ card });
    expect(shop.prim.floatingText).toBe(text);
    tip(shop, 5);
    await shop.world.pass(700);
    expect(told(shop)).toEqual(['L$ 5 are given back: nobody knows what it is for']);
    expect([shop.given, kept(shop).length]).toEqual([[{ from: COOL.akey, to: SECRET2.akey, amount: 5 }], 0]);
  });

  it('gives back what the server does not take; the payer does not hear why', async () => {
    const shop = await jar({ card: `group = ${band}` });
    tip(shop, 50_000);
    await shop.world.pass(10);
    expect(told(shop)).toEqual(['L$ 50000 are given back: it could not be booked']);
    expect(shop.prim.said.filter(({ to }) => to === 'owner').at(-1)?.text).toMatch(/is given back: 1203::bank\.insufficient_funds/);
    expect(shop.given).toEqual([{ from: COOL.akey, to: SECRET2.akey, amount: 50_000 }]);
  });
});

describe('the till', () => {
  it('books once what the server took without an answer, over a reset of all scripts', async () => {
    const shop = await jar();
    const before = await spending(server, COOL);
    shop.world.web.decide = () => 'unanswered';
    tip(shop, 7);
    await shop.world.pass(30);
    shop.prim.reset();
    shop.world.web.decide = () => 'delivered';
    await agree(shop.world, COOL);
    await shop.world.pass(700);
    expect([await spentSince(server, COOL, before), shop.given, kept(shop).length]).toEqual([[7], [], 0]);
  });

  it('gives nothing back that may be given already: the owner is told, and ends it', async () => {
    const shop = await jar();
    decideMoney(shop, () => ({ moves: true, says: 'EXPIRED' }));
    tip(shop, 60_000);
    await shop.world.pass(200);
    shop.prim.reset();
    await agree(shop.world, COOL);
    await shop.world.pass(200);
    expect([shop.given.length, kept(shop)]).toEqual([1, [[60_000, 'unknown']]]);
    expect(shop.prim.said.filter(({ text }) => text.includes('the grid says EXPIRED'))).toHaveLength(1);
    shop.world.say(COOL.akey, 4590, 'till settled');
    await shop.world.pass(5);
    expect(kept(shop).length).toBe(0);
  });

  it.each(['THROTTLED', 'MISSING_PERMISSION_DEBIT', 'LINDENDOLLAR_INSUFFICIENTFUNDS'] as const)('gives back later on %s', async (says) => {
    const shop = await jar();
    const fates = [{ moves: false, says }] as const;
    let asked = 0;
    decideMoney(shop, () => fates[asked++] ?? { moves: true, says: 'ok' });
    tip(shop, 60_000);
    await shop.world.pass(50);
    expect(shop.given).toEqual([]);
    await shop.world.pass(100);
    expect([shop.given.length, asked, kept(shop).length]).toEqual([1, 2, 0]);
  });

  it('what is to be given back waits for the permission; a copy of the object gives nothing', async () => {
    const shop = await jar();
    shop.prim.reset();
    shop.world.dialogs.ignore(COOL.akey);
    tip(shop, 60_000);
    await shop.world.pass(10);
    shop.prim.rez();
    await agree(shop.world, COOL);
    await shop.world.pass(700);
    expect([shop.given, kept(shop)]).toEqual([[], [[60_000, 'unknown']]]);
  });

  it('tells who owned the object of what was not settled', async () => {
    const shop = await jar();
    shop.world.web.decide = () => 'lost';
    tip(shop, 9);
    await shop.world.pass(5);
    shop.prim.sell(SECRET2.akey);
    await shop.world.pass(5);
    const notes = shop.prim.said.filter(({ to }) => to === COOL.akey).map(({ text }) => text);
    expect(notes).toEqual([expect.stringMatching(/L\$ 9 of .* was not settled when the object changed hands: calling/)]);
    expect(kept(shop).length).toBe(0);
  });

  it('gives back at once what the object has no room to keep', async () => {
    const shop = await jar();
    shop.prim.linksetData.write('full', 'x'.repeat(130_850), '');
    tip(shop, 4);
    await shop.world.pass(5);
    expect(shop.given).toEqual([{ from: COOL.akey, to: SECRET2.akey, amount: 4 }]);
  });
});

/** What is wrong after payments of all these amounts, each once. */
function wrongs(shop: Shop, paid: readonly number[], booked: readonly number[]): string[] {
  const states = new Map(kept(shop));
  return paid.flatMap((amount) => {
    const inBooks = booked.filter((one) => one === amount).length;
    const back = shop.given.filter((one) => one.amount === amount).length;
    const state = states.get(amount);
    if (state !== undefined && state !== 'unknown') return [`L$ ${amount} is left as ${state}`];
    if (inBooks + back > 1) return [`L$ ${amount} was booked ${inBooks} times and given back ${back} times`];
    return inBooks + back === 1 || state === 'unknown' ? [] : [`L$ ${amount} is lost`];
  });
}

/** Tips of 1, 2, 3 and so on while everything goes wrong; a part of them is more than the owner has. */
async function storm(
  seed: number,
  till = kitScript('scrip-till'),
): Promise<{ wrong: string[]; unknown: number; booked: number; back: number }> {
  const shop = await jar({ till });
  const { world, prim } = shop;
  const before = await spending(server, COOL);
  const random = randomOf(seed);
  world.web.decide = ({ body }) => anyDelivery(random, body);
  decideMoney(shop, () => anyFate(random));
  const paid: number[] = [];
  for (let i = 1; i <= 24; i++) {
    const amount = i % 3 === 0 ? 20_000 + i : i;
    tip(shop, amount);
    paid.push(amount);
    await world.pass(Math.floor(random() * 60));
    const dice = random();
    if (dice < 0.08) prim.reset('scrip-till');
    else if (dice < 0.14) prim.reset('apez-api');
    else if (dice < 0.2) prim.reset();
    if (random() < 0.5) await agree(world, COOL);
  }
  world.web.decide = () => 'delivered';
  decideMoney(shop, () => ({ moves: true, says: 'ok' }));
  for (let i = 0; i < 12; i++) {
    await agree(world, COOL);
    await world.pass(600);
  }
  const booked = await spentSince(server, COOL, before);
  return {
    wrong: wrongs(shop, paid, booked),
    unknown: kept(shop).length,
    booked: booked.length,
    back: shop.given.length,
  };
}

describe('whatever becomes of requests, replies, payments and scripts', () => {
  it.each([1, 2, 3])(
    'each payment is in the books once, or given back once, or told to the owner (%i)',
    { timeout: 60_000 },
    async (seed) => {
      const { wrong, unknown, booked, back } = await storm(seed);
      expect(wrong).toEqual([]);
      expect(booked).toBeGreaterThan(8);
      expect(back + unknown).toBeGreaterThanOrEqual(8);
    },
  );

  it.each<[what: string, right: string, wrong: string]>([
    [
      'a call that is not the same',
      '"call::" + llList2String(call, 1) + "::" + capability + "::" + parameters',
      '"call::" + llList2String(call, 1) + "::" + capability + "::" + llGetSubString(parameters, 0, -37) + (string)llGenerateKey()',
    ],
    ['what expired is given again', '"LINDENDOLLAR_INSUFFICIENTFUNDS"]', '"LINDENDOLLAR_INSUFFICIENTFUNDS", "EXPIRED"]'],
    [
      'what is under way after a reset is given again',
      'else if (is == "giving") giveUp(id, fields,',
      'else if (is == "giving") giveBack(id, fields,',
    ],
  ])('the comparison sees %s', { timeout: 60_000 }, async (_what, right, wrong) => {
    const source = kitScript('scrip-till');
    expect(source).toContain(right);
    const planted = source.replace(right, () => wrong);
    let found: string[] = [];
    for (let seed = 1; seed <= 3 && found.length === 0; seed++) found = (await storm(seed, planted)).wrong;
    expect(found).not.toEqual([]);
  });
});
