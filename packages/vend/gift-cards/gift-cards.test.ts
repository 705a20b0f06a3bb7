import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

type Card = { card_id: string; code: string; amount: number; currency: string };

let world: World;
let shop: Person;
let ann: Person;
let bob: Person;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  people += 1;
  shop = await world.person(`Shop ${people}`, 50);
  ann = await world.person(`Ann ${people}`, 100);
  bob = await world.person(`Bob ${people}`);
  await world.vend.collections.create(shop.akey, 'Lamps');
});
afterEach(() => world.check());
afterAll(() => world.close());

const buy = (more: Record<string, unknown> = {}) =>
  world.call('vend.buyGiftCard', { capabilities: [ann.login], merchant: shop.akey, amount: 40, ...more }) as Promise<Card>;
const look = (code: string, who = bob) => world.call('vend.giftCard', [[who.login], code]);
const redeem = (code: string, who = bob) => world.call('vend.redeemGiftCard', [[who.login], code]);
const mine = (who = ann, ...page: unknown[]) => world.call('vend.myGiftCards', [[who.login], ...page]) as Promise<Card[]>;
const working = (who: Person) => world.call('bank.accountBalance', [[who.login], who.akey, 'working']);
const credit = (who: Person) => world.vend.credits.balance(shop.akey, who.akey);
const ban = (who: Person, kind = 'ban') => world.call('vend.setAccess', [[shop.login], '', who.akey, kind]);

describe('buying a card', () => {
  it('moves the money onto it, and shows the code to its buyer', async () => {
    const card = await buy({ merchant: `SHOP ${people}` });
    expect(card).toMatchObject({ amount: 40, currency: 'L$' });
    expect(card.code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
    expect(await working(ann)).toBe(60);
    expect(await working(shop)).toBe(50);
    expect(await look(card.code)).toEqual({
      merchant_akey: shop.akey,
      merchant_name: `Shop ${people}`,
      amount: 40,
      currency: 'L$',
      redeemed: false,
    });
    expect(await mine()).toMatchObject([{ ...card, merchant_akey: shop.akey, merchant_name: `Shop ${people}`, redeemed: false }]);
    const [line] = (await world.call('bank.transactions', [[ann.login], ann.akey, 'working'])) as object[];
    expect(line).toMatchObject({ type: 'gift_card', amount: -40, comment: `Gift card for Shop ${people}` });
  });

  it('keeps the code nowhere in the open', async () => {
    const { code, card_id } = await buy();
    const { rows } = await world.database.pool.query(
      'SELECT code_hash, code_sealed, to_json(c) AS text FROM vend_gift_card c WHERE id = $1',
      [card_id],
    );
    const [{ code_hash, code_sealed, text }] = rows;
    for (const spelling of [code, code.replaceAll('-', '')]) {
      expect(code_hash.includes(spelling)).toBe(false);
      expect(code_sealed.includes(spelling)).toBe(false);
      expect(JSON.stringify(text)).not.toContain(spelling);
    }
    expect(world.masterKey.open('gift-code', code_sealed, card_id).toString()).toBe(code);
    expect(() => world.masterKey.open('md5-secret', code_sealed, card_id)).toThrow();
  });

  it('gives the same card for the same request, also when several ask at once and nothing is left', async () => {
    const cards = await Promise.all(Array.from({ length: 5 }, () => buy({ amount: 100, request_id: 'gift' })));
    expect(new Set(cards.map((card) => JSON.stringify(card))).size).toBe(1);
    expect(await working(ann)).toBe(0);
    const [card] = cards as [Card];
    expect(await mine()).toHaveLength(1);
    await redeem(card.code);
    await ban(ann);
    expect(await buy({ amount: 100, request_id: 'gift' })).toEqual(card);
    expect(await faultOf(buy({ amount: 99, request_id: 'gift' }))).toMatch(/^bank\.request_conflict: /);
    expect(await faultOf(world.call('vend.giveCredit', [[ann.login], '', bob.akey, 1, '', 'gift']))).toMatch(/^bank\.request_conflict: /);
  });

  it('is another card without a request id', async () => {
    const [one, other] = await Promise.all([buy({ amount: 10 }), buy({ amount: 10 })]);
    expect(one?.code).not.toBe(other?.code);
    expect((await mine()).map(({ card_id }) => card_id).sort()).toEqual([one?.card_id, other?.card_id].sort());
  });

  it.each([
    ['more than there is', { amount: 101 }, 'bank.insufficient_funds'],
    ['from no account', { account_name: 'nothing' }, 'bank.unknown_account'],
    ['of nobody', { merchant: 'Nobody' }, 'general.unknown_avatar'],
    ['for nothing', { amount: 0 }, 'bank.invalid_amount'],
    ['without a login', { capabilities: [] }, 'auth.capability_required'],
  ])('is refused: %s', async (_name, more, code) => {
    expect(await faultOf(buy(more))).toMatch(new RegExp(`^${code.replace('.', '\\.')}: `));
    expect(await mine()).toEqual([]);
    expect(await working(ann)).toBe(100);
  });

  it('is refused where nothing is sold, and to whom the merchant has banned', async () => {
    expect(await faultOf(buy({ merchant: bob.akey }))).toMatch(/^vend\.sells_nothing: /);
    await ban(ann);
    expect(await faultOf(buy())).toMatch(/^vend\.banned: /);
    await ban(ann, 'none');
    await buy();
  });

  it('is refused in another currency, and an overdraft counts as money', async () => {
    await world.call('operator.addCurrency', [[world.operator], `U${people}`, 2]);
    await world.call('bank.openAccount', [[ann.login], 'dollars', `U${people}`]);
    await world.call('operator.mint', [[world.operator], ann.akey, 'dollars', 100, 'start']);
    const before = await accounts();
    expect(await faultOf(buy({ account_name: 'dollars' }))).toMatch(/^bank\.currency_mismatch: /);
    expect(await faultOf(buy({ amount: 101 }))).toMatch(/^bank\.insufficient_funds: /);
    expect(await accounts()).toBe(before);
    await world.call('operator.setAccountLimits', [[world.operator], ann.akey, 'working', 1, -1]);
    expect(await buy({ amount: 101 })).toMatchObject({ amount: 101 });
  });

  it('is refused where a thousand cards wait', async () => {
    await world.database.pool.query(
      `INSERT INTO vend_gift_card (id, code_hash, code_sealed, merchant, buyer, amount)
       SELECT gen_random_uuid(), decode(md5(n || $1::text), 'hex'), '', $2::uuid, $1::uuid, 1 FROM generate_series(1, 1000) AS n`,
      [ann.akey, shop.akey],
    );
    const before = await accounts();
    expect(await faultOf(buy())).toMatch(/^vend\.too_many_gift_cards: /);
    expect(await working(ann)).toBe(100);
    expect(await accounts()).toBe(before);
    await world.database.pool.query('DELETE FROM vend_gift_card WHERE buyer = $1', [ann.akey]);
  });
});

describe('redeeming a card', () => {
  it('credits it once, to whoever is first', async () => {
    const { code } = await buy();
    const first = await redeem(code);
    expect(first).toEqual({ merchant_akey: shop.akey, merchant_name: `Shop ${people}`, amount: 40, balance: 40, currency: 'L$' });
    expect(await world.call('vend.credits', [[bob.login]])).toMatchObject([{ merchant_akey: shop.akey, balance: 40 }]);
    expect(await world.call('vend.creditsGiven', [[shop.login]])).toMatchObject([{ akey: bob.akey, balance: 40 }]);
    await world.call('vend.giveCredit', [[shop.login], '', bob.akey, 2]);
    await ban(bob);
    expect(await redeem(` ${code.toLowerCase().replaceAll('-', '')}`)).toEqual(first);
    expect(await faultOf(redeem(code, ann))).toMatch(/^vend\.gift_card_redeemed: /);
    expect(await look(code, ann)).toMatchObject({ redeemed: true });
    expect(await mine()).toMatchObject([{ redeemed: true, code: '' }]);
    expect(await credit(bob)).toBe(42n);
  });

  it('is on top of the credit that is there', async () => {
    await world.call('vend.giveCredit', [[shop.login], '', bob.akey, 5]);
    expect(await redeem((await buy()).code)).toMatchObject({ amount: 40, balance: 45 });
  });

  it('is one credit when ten try at once at two servers, and the same answer when one tries ten times at once', async () => {
    const second = await testWorld(world);
    const redeemAt = (index: number, code: string, who: Person) =>
      (index % 2 === 0 ? world : second).call('vend.redeemGiftCard', [[who.login], code]);
    const others = await Promise.all(Array.from({ length: 10 }, (_, index) => world.person(`Other ${people} ${index}`)));
    const { code } = await buy();
    const outcomes = await Promise.all(others.map((who, index) => faultOf(redeemAt(index, code, who))));
    expect(outcomes.filter((outcome) => outcome === 'no fault')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.startsWith('vend.gift_card_redeemed: '))).toHaveLength(9);
    const credits = await Promise.all(others.map(credit));
    expect(credits.reduce((sum, one) => sum + one, 0n)).toBe(40n);
    const again = await buy({ amount: 7 });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => redeemAt(index, again.code, bob)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await credit(bob)).toBe(7n);
    await second.check();
    await second.close();
  });

  it('is refused to the merchant and to whom they have banned, and the card stays good', async () => {
    const { code } = await buy();
    expect(await faultOf(redeem(code, shop))).toMatch(/^vend\.own_credit: /);
    await ban(bob);
    expect(await faultOf(redeem(code))).toMatch(/^vend\.banned: /);
    expect(await redeem(code, ann)).toMatchObject({ balance: 40 });
  });

  it('tells nothing of a code that is none, and never the code', async () => {
    for (const code of ['', 'x', '0000-0000-0000-0000-0000-0000-0000', '0'.repeat(64)]) {
      expect(await faultOf(look(code))).toBe('vend.unknown_gift_card: no gift card has this code');
      expect(await faultOf(redeem(code))).toBe('vend.unknown_gift_card: no gift card has this code');
    }
    expect(await faultOf(redeem('9'.repeat(65)))).not.toContain('9999');
    expect(await faultOf(world.call('vend.giftCard', [[], (await buy()).code]))).toMatch(/^auth\.capability_required: /);
  });
});

it("lists cards newest first, page by page, and nobody else's", async () => {
  const ids: string[] = [];
  for (const amount of [1, 2, 3, 4, 5]) ids.push((await buy({ amount })).card_id);
  // Two might be of one millisecond, and then in either order.
  await world.database.pool.query(
    `UPDATE vend_gift_card SET created_at = now() + array_position($1, id) * interval '1 s' WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  const seen: string[] = [];
  for (let after = ''; seen.length < 5; after = seen.at(-1) ?? '') {
    seen.push(...(await mine(ann, after, 2)).map(({ card_id }) => card_id));
  }
  expect(seen).toEqual(ids.toReversed());
  expect(await mine(ann, ids[0])).toEqual([]);
  expect(await mine(bob)).toEqual([]);
  expect(await mine(bob, ids[4])).toEqual([]);
  expect(await faultOf(mine(ann, 'x'))).toMatch(/^invalid_params: after /);
});

async function accounts(): Promise<bigint> {
  return (await world.database.pool.query<{ n: bigint }>('SELECT count(*) AS n FROM account')).rows[0]?.n ?? 0n;
}
